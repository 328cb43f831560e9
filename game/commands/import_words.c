#include "commands/import_words.h"

#include <stdio.h>

#include "commands/table.h"

#define SHOWN_NOTICES 20
#define SHOWN_CARDS   5

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* "Table or list, UTF-8, Tab between sides, …" */
static Str taken_for(const ImportResult *result, Arena *arena)
{
    StrBuf text;
    str_buf_init(&text, arena);
    str_buf_addf(&text, "%s", import_format_label(result->format));
    if (result->format != IMPORT_ANKI_PACKAGE)
        str_buf_addf(&text, ", %s%s", import_encoding_label(result->encoding),
                     result->is_encoding_guessed ? " (guessed)" : "");
    if (result->side_separator.size)
        str_buf_addf(&text, ", sides parted by %.*s",
                     STR_FMT(import_separator_label(result->side_separator, arena)));
    if (result->card_separator.size && !str_is(result->card_separator, STR("\n")))
        str_buf_addf(&text, ", cards by %.*s",
                     STR_FMT(import_separator_label(result->card_separator, arena)));
    if (result->is_quoted) str_buf_add(&text, STR(", quoted"));
    if (result->has_header) str_buf_add(&text, STR(", with a header"));
    if (result->is_html) str_buf_add(&text, STR(", HTML"));
    return str_buf_str(&text);
}

/* Columns that a choice could take otherwise. */
static void print_columns(const char *path, const ImportKind *kind, Arena *arena)
{
    if (kind->column_count <= 2) return;
    StrBuf text;
    str_buf_init(&text, arena);
    for (int32_t column = 0; column < kind->column_count; column++) {
        const char *role = "";
        if (kind->roles[COLUMN_TERM] == column) role = " (term)";
        if (kind->roles[COLUMN_DEFINITION] == column) role = " (definition)";
        str_buf_addf(&text, "%s%d %s%s", column ? ", " : "", (int)column + 1,
                     table_plain(arena, kind->columns[column]).data, role);
    }
    printf("%s: columns%s%s: %s\n", path, kind->name.size ? " of " : "",
           kind->name.size ? table_plain(arena, kind->name).data : "", str_buf_str(&text).data);
}

static void print_groups(const char *path, const ImportResult *result, Arena *arena)
{
    if (result->group_count < 2) return;
    for (size_t i = 0; i < result->group_count && i < SHOWN_NOTICES; i++)
        printf("%s: deck %s: %u card%s\n", path, table_plain(arena, result->groups[i].name).data,
               (unsigned)result->groups[i].cards, plural(result->groups[i].cards));
}

static void print_notices(const char *path, const ImportResult *result, Arena *arena)
{
    size_t all = result->dropped + result->duplicates + result->doubts, shown = 0;
    for (; shown < result->notice_count && shown < SHOWN_NOTICES; shown++) {
        const ImportNotice *notice = &result->notices[shown];
        const char *text = table_plain(arena, notice->text).data;
        if (notice->line > 0)
            fprintf(stderr, "%s:%d: %s\n", path, (int)notice->line, text);
        else
            fprintf(stderr, "%s: %s\n", path, text);
    }
    if (all > shown) fprintf(stderr, "%s: and %zu more\n", path, all - shown);
}

static void print_counts(const char *path, const ImportResult *result)
{
    printf("%s: %zu card%s", path, result->count, plural(result->count));
    if (result->dropped) printf(", %zu dropped", result->dropped);
    if (result->duplicates) printf(", %zu duplicate%s", result->duplicates, plural(result->duplicates));
    if (result->pictures) printf(", %zu picture%s left out", result->pictures, plural(result->pictures));
    if (result->sounds) printf(", %zu sound%s left out", result->sounds, plural(result->sounds));
    if (result->review_count) printf(", %zu review%s", result->review_count, plural(result->review_count));
    printf("\n");
}

static void print_cards(const ImportResult *result, Arena *arena)
{
    for (size_t i = 0; i < result->count && i < SHOWN_CARDS; i++) {
        const DeckCard *card = &result->cards[i].card;
        printf("  %s = %s\n", table_plain(arena, card->term).data, table_plain(arena, card->definition).data);
    }
    if (result->count > SHOWN_CARDS) printf("  …\n");
}

void import_words_print(const CommandContext *context, const char *path, const ImportResult *result)
{
    Arena *arena = context->arena;
    printf("%s: %s\n", path, taken_for(result, arena).data);
    for (size_t i = 0; i < result->kind_count; i++) print_columns(path, &result->kinds[i], arena);
    print_groups(path, result, arena);
    print_counts(path, result);
    if (options_has(&context->words, "dry-run")) print_cards(result, arena);
    fflush(stdout); /* what is told of them comes behind */
    print_notices(path, result, arena);
}

/* --- JSON --- */

static const char *kind_name(NoticeKind kind)
{
    switch (kind) {
    case NOTICE_DROPPED: return "dropped";
    case NOTICE_DUPLICATE: return "duplicate";
    case NOTICE_DOUBT: break;
    }
    return "doubt";
}

static void write_notices(JsonWriter *w, const ImportResult *result)
{
    json_begin_array(w, "notices");
    for (size_t i = 0; i < result->notice_count; i++) {
        json_begin_object(w, NULL);
        json_put_string(w, "kind", str_of(kind_name(result->notices[i].kind)));
        json_put_integer(w, "line", result->notices[i].line);
        json_put_string(w, "text", result->notices[i].text);
        json_end_object(w);
    }
    json_end_array(w);
}

/* From 1, as --columns takes it; 0: none. */
static int64_t column_number(int32_t column)
{
    return column >= 0 ? column + 1 : 0;
}

static void write_kinds(JsonWriter *w, const ImportResult *result)
{
    json_begin_array(w, "kinds");
    for (size_t i = 0; i < result->kind_count; i++) {
        const ImportKind *kind = &result->kinds[i];
        json_begin_object(w, NULL);
        json_put_string(w, "name", kind->name);
        json_begin_array(w, "columns");
        for (int32_t column = 0; column < kind->column_count; column++)
            json_put_string(w, NULL, kind->columns[column]);
        json_end_array(w);
        json_put_integer(w, "term", column_number(kind->roles[COLUMN_TERM]));
        json_put_integer(w, "definition", column_number(kind->roles[COLUMN_DEFINITION]));
        json_put_integer(w, "records", kind->records);
        json_end_object(w);
    }
    json_end_array(w);
}

static void write_groups(JsonWriter *w, const ImportResult *result)
{
    json_begin_array(w, "decks");
    for (size_t i = 0; i < result->group_count; i++) {
        json_begin_object(w, NULL);
        json_put_string(w, "name", result->groups[i].name);
        json_put_integer(w, "cards", result->groups[i].cards);
        json_end_object(w);
    }
    json_end_array(w);
}

void import_words_write(JsonWriter *w, const ImportResult *result, Arena *arena)
{
    json_put_string(w, "format", str_of(import_format_name(result->format)));
    json_put_string(w, "encoding", str_of(import_encoding_label(result->encoding)));
    json_put_bool(w, "encoding_guessed", result->is_encoding_guessed);
    json_put_string(w, "separator", str_copy(arena, result->side_separator));
    json_put_string(w, "card_separator", str_copy(arena, result->card_separator));
    json_put_bool(w, "quoted", result->is_quoted);
    json_put_bool(w, "header", result->has_header);
    json_put_bool(w, "html", result->is_html);
    json_put_string(w, "title", result->head.title);
    json_put_integer(w, "cards", (int64_t)result->count);
    json_put_integer(w, "dropped", (int64_t)result->dropped);
    json_put_integer(w, "duplicates", (int64_t)result->duplicates);
    json_put_integer(w, "doubts", (int64_t)result->doubts);
    json_put_integer(w, "pictures", (int64_t)result->pictures);
    json_put_integer(w, "sounds", (int64_t)result->sounds);
    json_put_integer(w, "reviews", (int64_t)result->review_count);
    write_kinds(w, result);
    write_groups(w, result);
    write_notices(w, result);
}
