#include <string.h>

#include "screens/import_state.h"
#include "ui/format.h"

static SeparatorPlace place_of(ImportChoice choice)
{
    return choice == CHOICE_SIDES ? SEPARATOR_SIDES : SEPARATOR_CARDS;
}

static ImportFormat format_of(const CurrentImport *import)
{
    return import->result ? import->result->format : import->choices->format;
}

static bool is_text(ImportFormat format)
{
    return format != IMPORT_ANKI_PACKAGE;
}

static bool is_table(ImportFormat format)
{
    return format == IMPORT_TABLE || format == IMPORT_AUTO;
}

/* --- which --- */

bool import_choice_is_there(const ImportState *state, const CurrentImport *import, ImportChoice choice)
{
    const ImportResult *result = import->result;
    ImportFormat format = format_of(import);
    switch ((int)choice) {
    case CHOICE_FORMAT: return true;
    case CHOICE_ENCODING: return is_text(format);
    case CHOICE_SIDES: return is_table(format) || format == IMPORT_ANKI_TEXT;
    case CHOICE_CARDS:
    case CHOICE_QUOTES:
    case CHOICE_HEADER: return is_table(format);
    case CHOICE_HTML:
        return format == IMPORT_ANKI_TEXT || (format == IMPORT_TABLE && result && result->is_html);
    case CHOICE_GROUP: return result && result->group_count > 1;
    case CHOICE_KIND: return result && result->kind_count > 1;
    case CHOICE_SWAP: return result != NULL;
    case CHOICE_REVIEWS: return format == IMPORT_ANKI_PACKAGE;
    default: return import_column_is_there(state, import, (ColumnRole)(choice - CHOICE_ROLE_FIRST));
    }
}

Str import_choice_label(ImportChoice choice)
{
    switch ((int)choice) {
    case CHOICE_FORMAT: return STR("Read as");
    case CHOICE_ENCODING: return STR("Letters");
    case CHOICE_SIDES:
    case CHOICE_CARDS: return separator_place_label(place_of(choice));
    case CHOICE_QUOTES: return STR("Quoted texts");
    case CHOICE_HEADER: return STR("First line");
    case CHOICE_HTML: return STR("HTML");
    case CHOICE_GROUP: return STR("Decks");
    case CHOICE_KIND: return STR("Note type");
    case CHOICE_SWAP: return STR("Swap the sides");
    case CHOICE_REVIEWS: return STR("Anki's reviews too");
    default: return import_column_label((ColumnRole)(choice - CHOICE_ROLE_FIRST));
    }
}

/* --- lists --- */

typedef struct {
    Str *labels, *details;
    int count, chosen;
} Items;

static Items new_items(Arena *arena, size_t most)
{
    return (Items){ARENA_NEW_N(arena, Str, most), ARENA_NEW_N(arena, Str, most), 0, -1};
}

static void add(Items *items, Str label, Str detail, bool is_chosen)
{
    if (is_chosen) items->chosen = items->count;
    items->labels[items->count] = label;
    items->details[items->count++] = detail;
}

/* What was found, where the first item stands for it. */
static Str found(Arena *arena, bool is_known, Str what)
{
    return is_known ? str_format(arena, "found: %.*s", STR_FMT(what)) : (Str){0};
}

static Str format_words(ImportFormat format)
{
    switch (format) {
    case IMPORT_TABLE: return STR("CSV, TSV, Quizlet, Knowt");
    case IMPORT_BLOCKS: return STR("term, lines, empty line");
    case IMPORT_MARKDOWN: return STR("| term | definition |");
    case IMPORT_QUESTIONS: return STR("Q: and A:");
    case IMPORT_COLONS: return STR("term :: definition");
    case IMPORT_ANKI_TEXT: return STR("notes saved as text");
    case IMPORT_ANKI_PACKAGE: return STR(".apkg, .colpkg");
    case IMPORT_JSON: return STR("lists of pairs");
    case IMPORT_DECK: return STR("from this game");
    case IMPORT_AUTO:
    case IMPORT_FORMAT_COUNT: break;
    }
    return (Str){0};
}

static Items format_items(const CurrentImport *import, Arena *arena)
{
    Items items = new_items(arena, IMPORT_FORMAT_COUNT);
    const ImportResult *result = import->result;
    Str taken = str_of(import_format_label(result ? result->format : IMPORT_AUTO));
    ImportFormat chosen = import->choices->format;
    add(&items, STR("As it looks"), found(arena, result && chosen == IMPORT_AUTO, taken),
        chosen == IMPORT_AUTO);
    for (ImportFormat format = IMPORT_TABLE; format < IMPORT_FORMAT_COUNT; format++)
        add(&items, str_of(import_format_label(format)), format_words(format), chosen == format);
    return items;
}

static Items encoding_items(const CurrentImport *import, Arena *arena)
{
    Items items = new_items(arena, ENCODING_COUNT);
    const ImportResult *result = import->result;
    ImportEncoding chosen = import->choices->encoding;
    Str taken = str_of(import_encoding_label(result ? result->encoding : ENCODING_FOUND));
    add(&items, STR("As it looks"), found(arena, result && chosen == ENCODING_FOUND, taken),
        chosen == ENCODING_FOUND);
    for (ImportEncoding encoding = ENCODING_UTF8; encoding < ENCODING_COUNT; encoding++)
        add(&items, str_of(import_encoding_label(encoding)), (Str){0}, chosen == encoding);
    return items;
}

static Items separator_items(const CurrentImport *import, ImportChoice choice, Arena *arena)
{
    bool is_sides = choice == CHOICE_SIDES;
    const Str *offered;
    int count = separator_offer(place_of(choice), &offered);
    Items items = new_items(arena, (size_t)count + 2);
    const ImportResult *result = import->result;
    Str chosen = is_sides ? import->choices->side_separator : import->choices->card_separator;
    Str taken = !result ? (Str){0} : is_sides ? result->side_separator : result->card_separator;
    bool is_found = chosen.size == 0, is_offered = is_found;
    add(&items, STR("As it looks"),
        found(arena, is_found && taken.size > 0, import_separator_label(taken, arena)), is_found);
    for (int i = 0; i < count; i++) {
        bool is_chosen = str_is(chosen, offered[i]);
        is_offered = is_offered || is_chosen;
        add(&items, import_separator_label(offered[i], arena), (Str){0}, is_chosen);
    }
    add(&items, STR("Another…"), is_offered ? (Str){0} : import_separator_label(chosen, arena), !is_offered);
    return items;
}

static Items switch_items(ImportSwitch chosen, Str yes, Str no, Arena *arena)
{
    Items items = new_items(arena, 3);
    add(&items, STR("As it looks"), (Str){0}, chosen == IMPORT_FOUND);
    add(&items, yes, (Str){0}, chosen == IMPORT_YES);
    add(&items, no, (Str){0}, chosen == IMPORT_NO);
    return items;
}

static Items group_items(const CurrentImport *import, Arena *arena)
{
    const ImportResult *result = import->result;
    Items items = new_items(arena, result->group_count + 1);
    const ImportChoices *choices = import->choices;
    add(&items, STR("All in one"), STR("their names become tags"), !choices->wants_subdecks);
    for (size_t i = 0; i < result->group_count; i++)
        add(&items, result->groups[i].name, format_count(arena, result->groups[i].cards, "card", "cards"),
            choices->wants_subdecks && choices->group == (int32_t)i);
    return items;
}

static Items kind_items(const ImportState *state, const CurrentImport *import, Arena *arena)
{
    const ImportResult *result = import->result;
    Items items = new_items(arena, result->kind_count);
    for (size_t i = 0; i < result->kind_count; i++)
        add(&items, result->kinds[i].name, format_count(arena, result->kinds[i].records, "note", "notes"),
            state->kind == (int)i);
    return items;
}

static Items items_of(const ImportState *state, const CurrentImport *import, ImportChoice choice,
                      Arena *arena)
{
    const ImportChoices *choices = import->choices;
    switch ((int)choice) {
    case CHOICE_FORMAT: return format_items(import, arena);
    case CHOICE_ENCODING: return encoding_items(import, arena);
    case CHOICE_SIDES:
    case CHOICE_CARDS: return separator_items(import, choice, arena);
    case CHOICE_QUOTES:
        return switch_items(choices->quotes, STR("In quotes, as CSV"), STR("As they stand"), arena);
    case CHOICE_HEADER:
        return switch_items(choices->header, STR("Names the columns"), STR("Is a card"), arena);
    case CHOICE_HTML: return switch_items(choices->html, STR("Becomes text"), STR("Is text"), arena);
    case CHOICE_GROUP: return group_items(import, arena);
    default: return kind_items(state, import, arena);
    }
}

ImportItems import_choice_items(const ImportState *state, const CurrentImport *import, ImportChoice choice,
                                Arena *arena)
{
    if (choice >= CHOICE_ROLE_FIRST && choice <= CHOICE_ROLE_LAST)
        return import_column_items(state, import, (ColumnRole)(choice - CHOICE_ROLE_FIRST), arena);
    Items items = items_of(state, import, choice, arena);
    return (ImportItems){items.labels, items.details, items.count, items.chosen};
}

/* --- what it is now --- */

/* Of what was read by what the file shows: what it shows. */
static Str taken_value(const ImportResult *result, ImportChoice choice, Arena *arena)
{
    switch ((int)choice) {
    case CHOICE_FORMAT: return str_of(import_format_label(result->format));
    case CHOICE_ENCODING:
        return result->is_encoding_guessed
                   ? str_format(arena, "%s, a guess", import_encoding_label(result->encoding))
                   : str_of(import_encoding_label(result->encoding));
    case CHOICE_SIDES: return import_separator_label(result->side_separator, arena);
    case CHOICE_CARDS: return import_separator_label(result->card_separator, arena);
    case CHOICE_QUOTES: return result->is_quoted ? STR("In quotes, as CSV") : STR("As they stand");
    case CHOICE_HEADER: return result->has_header ? STR("Names the columns") : STR("Is a card");
    default: return result->is_html ? STR("Becomes text") : STR("Is text");
    }
}

Str import_choice_value(const ImportState *state, const CurrentImport *import, ImportChoice choice,
                        Arena *arena)
{
    if (choice >= CHOICE_ROLE_FIRST && choice <= CHOICE_ROLE_LAST)
        return import_column_value(state, import, (ColumnRole)(choice - CHOICE_ROLE_FIRST));
    if (choice == CHOICE_SWAP) return import->choices->is_swapped ? STR("On") : STR("Off");
    if (choice == CHOICE_REVIEWS) return import->choices->wants_reviews ? STR("On") : STR("Off");
    if (choice <= CHOICE_HTML && import->result) return taken_value(import->result, choice, arena);
    ImportItems items = import_choice_items(state, import, choice, arena);
    if (items.chosen < 0) return (Str){0};
    bool is_own = (choice == CHOICE_SIDES || choice == CHOICE_CARDS) && items.chosen == items.count - 1;
    return is_own ? items.details[items.chosen] : items.labels[items.chosen];
}

/* --- changing it --- */

static bool take_separator(ImportChoice choice, int item, Str *out)
{
    const Str *offered;
    if (item > separator_offer(place_of(choice), &offered)) return true;
    *out = item == 0 ? (Str){"", 0} : offered[item - 1];
    return false;
}

bool import_choice_take(ImportState *state, const CurrentImport *import, ImportChoice choice, int item,
                        ImportChoices *out)
{
    switch ((int)choice) {
    case CHOICE_FORMAT: out->format = (ImportFormat)item; break;
    case CHOICE_ENCODING: out->encoding = (ImportEncoding)item; break;
    case CHOICE_SIDES: return take_separator(choice, item, &out->side_separator);
    case CHOICE_CARDS: return take_separator(choice, item, &out->card_separator);
    case CHOICE_QUOTES: out->quotes = (ImportSwitch)item; break;
    case CHOICE_HEADER: out->header = (ImportSwitch)item; break;
    case CHOICE_HTML: out->html = (ImportSwitch)item; break;
    case CHOICE_GROUP:
        out->wants_subdecks = item > 0;
        out->group = item > 0 ? item - 1 : 0;
        break;
    case CHOICE_KIND: state->kind = item; break;
    default: import_column_take(state, import, (ColumnRole)(choice - CHOICE_ROLE_FIRST), item, out); break;
    }
    return false;
}
