/* Whatever a deck's texts are: exported and imported again they are the same. A byte is a piece of text, many
   of which mean something to one of the formats. White space is not compared: some formats have no line
   breaks in a text, and HTML joins spaces. */
#include <string.h>
#include <unistd.h>

#include "deck/deck_build.h"
#include "formats/export.h"
#include "formats/import.h"
#include "fuzz/check.h"

#define MAX_CARDS 12
#define MAX_TEXTS 3

typedef struct {
    const uint8_t *data;
    size_t size, at;
    Arena *arena;
} Source;

static unsigned next(Source *source)
{
    return source->at < source->size ? source->data[source->at++] : 0;
}

static const Str pieces[] = {
    STR_INIT("a"),    STR_INIT("b"),      STR_INIT("1"),          STR_INIT("\u00e9"), STR_INIT("\u6f22"),
    STR_INIT(" "),    STR_INIT("\n"),     STR_INIT("\r\n"),       STR_INIT("\r"),     STR_INIT("\t"),
    STR_INIT("\""),   STR_INIT("'"),      STR_INIT(","),          STR_INIT(";"),      STR_INIT("|"),
    STR_INIT(" | "),  STR_INIT(":"),      STR_INIT("::"),         STR_INIT(" - "),    STR_INIT("-"),
    STR_INIT("="),    STR_INIT("+"),      STR_INIT("@"),          STR_INIT("("),      STR_INIT("!"),
    STR_INIT("#"),    STR_INIT("<b>"),    STR_INIT("<"),          STR_INIT(">"),      STR_INIT("&"),
    STR_INIT("&lt;"), STR_INIT("<br>"),   STR_INIT("[$]"),        STR_INIT("["),      STR_INIT("\\n"),
    STR_INIT("\\"),   STR_INIT("\u0645"), STR_INIT("Q:"),         STR_INIT("{{"),     STR_INIT("}}"),
    STR_INIT("\x1f"), STR_INIT("#tags"),  STR_INIT("\u3000"),     STR_INIT("\u00a0"), STR_INIT("`"),
    STR_INIT("/"),    STR_INIT("%s"),     STR_INIT("\U0001F600"),
};

/* Up to a zero; `behind` makes it a text that is not blank, and one of its kind. */
static Str next_text(Source *source, const char *behind)
{
    StrBuf text;
    str_buf_init(&text, source->arena);
    for (unsigned byte; (byte = next(source)) != 0;)
        str_buf_add(&text, pieces[byte % (sizeof pieces / sizeof *pieces)]);
    str_buf_add(&text, str_of(behind));
    return str_buf_str(&text);
}

static DeckTexts next_texts(Source *source)
{
    size_t count = next(source) % (MAX_TEXTS + 1);
    Str *items = ARENA_NEW_N(source->arena, Str, MAX_TEXTS);
    for (size_t i = 0; i < count; i++)
        items[i] = next_text(source, str_format(source->arena, "t%zu", i).data);
    return (DeckTexts){items, count};
}

static Deck *make_deck(Source *source)
{
    DeckBuilder *builder = deck_build_open(&(DeckHead){.id = STR("small"), .title = STR("Small")});
    for (unsigned i = 0; i == 0 || (i < MAX_CARDS && source->at < source->size); i++) {
        const char *number = str_format(source->arena, "x%u", i).data;
        DeckCard card = {.id = next_text(source, number),
                         .term = next_text(source, number),
                         .definition = next_text(source, "d"),
                         .wordings = next_texts(source),
                         .accepts = next_texts(source),
                         .distractors = next_texts(source),
                         .tags = next_texts(source)};
        if (next(source) % 2) card.hint = next_text(source, "h");
        deck_build_add(builder, &card);
    }
    return deck_build_finish(builder);
}

/* --- comparing --- */

static size_t space_at(Str text, size_t at)
{
    static const Str spaces[] = {STR_INIT(" "),    STR_INIT("\n"),     STR_INIT("\r"),    STR_INIT("\t"),
                                 STR_INIT("\x1f"), STR_INIT("\u00a0"), STR_INIT("\u3000")};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        if (str_starts(str_slice(text, at, text.size), spaces[i])) return spaces[i].size;
    return 0;
}

static Str without_space(Arena *arena, Str text)
{
    StrBuf out;
    str_buf_init(&out, arena);
    for (size_t at = 0; at < text.size;) {
        size_t space = space_at(text, at);
        if (space == 0) str_buf_add(&out, str_slice(text, at, at + 1));
        at += space ? space : 1;
    }
    return str_buf_str(&out);
}

static void require_same(Arena *arena, Str ours, Str theirs)
{
    CHECK(str_is(without_space(arena, ours), without_space(arena, theirs)));
}

static void require_same_texts(Arena *arena, DeckTexts ours, DeckTexts theirs)
{
    CHECK(ours.count == theirs.count);
    for (size_t i = 0; i < ours.count; i++) require_same(arena, ours.items[i], theirs.items[i]);
}

static void require_same_card(Arena *arena, const DeckCard *ours, const DeckCard *theirs, bool is_whole)
{
    require_same(arena, ours->term, theirs->term);
    require_same(arena, ours->definition, theirs->definition);
    if (!is_whole) return;
    require_same(arena, ours->id, theirs->id);
    require_same(arena, ours->hint, theirs->hint);
    require_same_texts(arena, ours->wordings, theirs->wordings);
    require_same_texts(arena, ours->accepts, theirs->accepts);
    require_same_texts(arena, ours->distractors, theirs->distractors);
    require_same_texts(arena, ours->tags, theirs->tags);
}

/* --- ways --- */

/* What a player would say, were it not seen. */
static void choose(ExportFormat format, ImportChoices *choices)
{
    static const ImportFormat formats[EXPORT_FORMAT_COUNT] = {[EXPORT_DECK] = IMPORT_DECK,
                                                              [EXPORT_CSV] = IMPORT_TABLE,
                                                              [EXPORT_QUIZLET] = IMPORT_TABLE,
                                                              [EXPORT_ANKI_TEXT] = IMPORT_ANKI_TEXT,
                                                              [EXPORT_ANKI_PACKAGE] = IMPORT_ANKI_PACKAGE};
    import_choices_init(choices);
    choices->format = formats[format];
    if (format == EXPORT_CSV) choices->side_separator = STR(",");
    if (format == EXPORT_CSV) choices->quotes = choices->header = IMPORT_YES;
    if (format != EXPORT_QUIZLET) return;
    choices->side_separator = STR("\t");
    choices->card_separator = STR("\n");
    choices->quotes = choices->header = choices->html = IMPORT_NO;
}

static void check_way(const Deck *deck, ExportFormat format, Arena *arena)
{
    ExportChoices choices = {.format = format, .now_ms = INT64_C(1764192000000)};
    ExportFile file;
    Err err = {0};
    CHECK(export_make(deck, &choices, arena, &file, &err));
    if (format == EXPORT_SHEET || format == EXPORT_SHEET_CUT) return;
    ImportChoices how;
    ImportResult result;
    choose(format, &how);
    Import *import = import_open_text(file.bytes, STR("small"), &err);
    CHECK(import && import_read(import, &how, arena, &result, &err));
    CHECK(result.count == deck_count(deck));
    for (uint32_t i = 0; i < result.count; i++) {
        DeckCard ours = deck_card_of(deck, i, arena);
        require_same_card(arena, &ours, &result.cards[i].card, format != EXPORT_QUIZLET);
    }
    import_close(import);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Source source = {data, size, 0, &arena};
    ExportFormat format = (ExportFormat)(next(&source) % EXPORT_FORMAT_COUNT);
    Deck *deck = make_deck(&source);
    check_way(deck, format, &arena);
    deck_release(deck);
    arena_deinit(&arena);
    return 0;
}
