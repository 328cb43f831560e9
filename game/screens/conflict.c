#include "screens/conflict.h"

#include <math.h>

#include "screens/edit_intent.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COLUMNS   2 /* ours, theirs */
#define CARD_HIGH 116
#define GAP       16

#define HEAD SIZE_MAX /* in place of a card: what the deck says of itself */

typedef struct {
    size_t *cards; /* of the diff: those that differ; HEAD before them */
    size_t count;
} ConflictState;

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    ConflictState *conflict = state;
    const Diff *diff = &model->draft.conflict.diff;
    conflict->count = 0;
    conflict->cards = ARENA_NEW_N(arena, size_t, diff->count + 1);
    if (model->draft.conflict.has_head) conflict->cards[conflict->count++] = HEAD;
    for (size_t i = 0; i < diff->count; i++)
        if (diff->cards[i].kind != DIFF_SAME) conflict->cards[conflict->count++] = i;
}

/* --- the two versions of a card --- */

typedef struct {
    const DeckCard *card; /* NULL: it is not there */
    Str missing;
    bool is_chosen;
} Version;

/* Its title, and what differs beside that. */
static const DeckCard *head_as_card(Arena *arena, const Draft *draft, const Draft *other)
{
    static const char *const names[EDIT_HEAD_COUNT] = {
        NULL, "description: ", "author: ", "licence: ", "source: ", "terms: ", "definitions: "};
    StrBuf rest;
    str_buf_init(&rest, arena);
    for (uint32_t i = EDIT_HEAD_DESCRIPTION; i < EDIT_HEAD_COUNT; i++) {
        Str text = edit_text_of(draft, 0, EDIT_HEAD, i);
        if (str_is(text, edit_text_of(other, 0, EDIT_HEAD, i))) continue;
        str_buf_addf(&rest, "%s%s%.*s", rest.size ? ", " : "", names[i],
                     STR_FMT(str_is_blank(text) ? STR("–") : text));
    }
    Str title = draft_head(draft)->title;
    DeckCard *card = ARENA_NEW(arena, DeckCard);
    *card = (DeckCard){.term = str_is_blank(title) ? STR("No title") : title,
                       .definition = rest.size ? str_buf_str(&rest) : STR("The deck's title")};
    return card;
}

static Version head_side(Ui *ui, const Model *model, bool is_theirs)
{
    const EditConflict *conflict = &model->draft.conflict;
    const Draft *ours = model->draft.draft, *theirs = conflict->theirs;
    return (Version){.is_chosen = conflict->takes_their_head == is_theirs,
                     .card = is_theirs ? head_as_card(ui->frame, theirs, ours)
                                       : head_as_card(ui->frame, ours, theirs)};
}

static Version side_of(const Model *model, size_t index, bool is_theirs)
{
    const EditConflict *conflict = &model->draft.conflict;
    const DiffCard *diff = &conflict->diff.cards[index];
    uint32_t at = is_theirs ? diff->theirs : diff->ours;
    const Draft *draft = is_theirs ? conflict->theirs : model->draft.draft;
    Version side = {.is_chosen = conflict->takes_theirs[index] == is_theirs};
    side.missing = is_theirs ? STR("Not in the file") : STR("Not in yours");
    if (at != DECK_NO_CARD) side.card = draft_card(draft, at);
    return side;
}

static Str differs_in(Arena *arena, unsigned fields)
{
    static const struct {
        unsigned field;
        const char *name;
    } names[] = {{CARD_WORDINGS, "wordings"},
                 {CARD_ACCEPTS, "accepted answers"},
                 {CARD_DISTRACTORS, "wrong options"},
                 {CARD_TAGS, "tags"},
                 {CARD_HINT, "hint"}};
    StrBuf words;
    str_buf_init(&words, arena);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (fields & names[i].field)
            str_buf_addf(&words, "%s%s", words.size ? ", " : "Also: ", names[i].name);
    return str_buf_str(&words);
}

static void draw_side(Ui *ui, const Version *side, unsigned fields, Rect inside)
{
    float mark = ui_type(ui, T20).size;
    LabelStyle term = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_START};
    LabelStyle text = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_START, .max_lines = 2};
    Color ok = ui_color(ui, TOKEN_OK);
    Rect tick = layout_cut_left(&inside, mark, 12);
    tick.h = ui_type(ui, T20).line;
    if (side->is_chosen) icon_draw(ui->draw, ICON_TICK, layout_center(tick, mark, mark), ok, ok);
    if (!side->card) {
        term.color = side->is_chosen ? TOKEN_SOFT : TOKEN_MUTED;
        label_draw(ui, inside, side->missing, &term);
        return;
    }
    Rect line = layout_cut_top(&inside, ui_type(ui, T20).line, 2);
    label_draw(ui, line, side->card->term, &term);
    Str also = differs_in(ui->frame, fields);
    if (also.size > 0) {
        LabelStyle quiet = text;
        quiet.max_lines = 1;
        label_draw(ui, layout_cut_bottom(&inside, ui_type(ui, T18).line, 0), also, &quiet);
    }
    label_paragraph(ui, inside, side->card->definition, &text);
}

static bool put_side(Ui *ui, const Model *model, size_t index, Row *row, bool is_theirs)
{
    bool is_head = index == HEAD;
    Version side = is_head ? head_side(ui, model, is_theirs) : side_of(model, index, is_theirs);
    const DiffCard none = {.kind = DIFF_SAME};
    const DiffCard *diff = is_head ? &none : &model->draft.conflict.diff.cards[index];
    row->look = ROW_CARD;
    row->is_selected = side.is_chosen;
    row->label = side.card ? side.card->term : side.missing;
    row->value =
        str_format(ui->frame, "%s%s", is_theirs ? "in the file" : "yours", side.is_chosen ? ", chosen" : "");
    UiHit hit = row_begin(ui, row);
    draw_side(ui, &side, diff->kind == DIFF_CHANGED ? diff->fields : 0, layout_pad(row->rect, 18, 14));
    row_end(ui);
    return hit.is_activated;
}

static float card_height(const Ui *ui)
{
    return ui_grow(ui, CARD_HIGH, T18, 4);
}

static Intent put_cards(Ui *ui, const ConflictState *conflict, const Model *model, Rect area)
{
    ScrollList list = {.id = ui_id("conflict"),
                       .view = area,
                       .row_height = card_height(ui),
                       .gap = GAP,
                       .count = (int)conflict->count * COLUMNS,
                       .columns = COLUMNS,
                       .takes_pages = true};
    ScrollRows rows = scroll_list_begin(ui, &list);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        Row row = {
            .id = ui_id_index(list.id, i), .rect = scroll_list_cell(&list, &rows, i), .is_default = i == 0};
        size_t index = conflict->cards[i / COLUMNS];
        if (!put_side(ui, model, index, &row, i % COLUMNS == 1)) continue;
        intent = edit_intent(EDIT_CHOOSE, index == HEAD ? -1 : (int64_t)index);
        intent.other = i % COLUMNS;
    }
    scroll_end(ui);
    return intent;
}

/* --- around them --- */

static Str differences(Ui *ui, const ConflictState *conflict, const Model *model)
{
    bool has_head = model->draft.conflict.has_head;
    int64_t cards = (int64_t)conflict->count - has_head;
    if (cards == 0) return STR("What the deck says of itself differs");
    Str count = format_count(ui->frame, cards, "card differs", "cards differ");
    return has_head ? str_format(ui->frame, "The deck's own texts and %s", count.data) : count;
}

static Str words_of(Ui *ui, const ConflictState *conflict, const Model *model)
{
    const EditConflict *found = &model->draft.conflict;
    if (!found->theirs)
        return str_format(
            ui->frame,
            "Another program changed the file, and it cannot be read any more: %s. You can save "
            "your version over it.",
            found->error);
    if (conflict->count == 0)
        return STR(
            "Another program changed the file, but nothing in it differs from yours. Your version will be "
            "saved over it.");
    return str_format(ui->frame,
                      "Another program changed the file while you were editing. %s: pick what to keep.",
                      differences(ui, conflict, model).data);
}

static void put_heads(Ui *ui, Rect line, bool has_bar)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    if (has_bar) line.w -= scroll_bar_width();
    Rect left = layout_column(line, 0, COLUMNS, GAP), right = layout_column(line, 1, COLUMNS, GAP);
    paint_layer(ui, line);
    label_note(ui, ui_id("conflict-ours"), left, STR("Yours"), &style);
    label_note(ui, ui_id("conflict-theirs"), right, STR("In the file"), &style);
    paint_layer_end(ui);
}

static Intent put_foot(Ui *ui, const ConflictState *conflict, Rect foot)
{
    Button ours = {.id = ui_id("conflict-all-ours"),
                   .rect = layout_column(foot, 0, 3, GAP),
                   .label = STR("Keep all of mine"),
                   .is_disabled = conflict->count == 0,
                   .is_centered = true};
    Button theirs = ours;
    theirs.id = ui_id("conflict-all-theirs");
    theirs.rect = layout_column(foot, 1, 3, GAP);
    theirs.label = STR("Take all from the file");
    Button save = {.id = ui_id("conflict-save"),
                   .rect = layout_column(foot, 2, 3, GAP),
                   .label = STR("Save"),
                   .kind = BUTTON_PRIMARY,
                   .trigger = ui_on_chord_button(MOD_CTRL, KEY_S, PAD_START),
                   .is_default = conflict->count == 0,
                   .is_centered = true};
    Intent all = edit_intent(EDIT_CHOOSE_ALL, 0);
    if (button_put(ui, &ours)) return all;
    all.other = 1;
    if (button_put(ui, &theirs)) return all;
    return button_put(ui, &save) ? edit_intent(EDIT_SETTLE, 0) : intent_none();
}

static void put_hints(Ui *ui, const ConflictState *conflict, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Choose"), true, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Keep this")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back to editing"))};
    int first = conflict->count > 0 ? 0 : 2;
    prompt_hints(ui, bar, hints + first, 3 - first);
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    ConflictState *conflict = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Header header = {.title = STR("Two versions"), .has_back = true};
    if (model->draft.draft) header.note = draft_head(model->draft.draft)->title;
    Intent intent =
        header_put(ui, page.header, &header) == HEADER_BACK ? edit_intent(EDIT_STAY, 0) : intent_none();
    LabelStyle style = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    Rect area = page.content;
    Str words = words_of(ui, conflict, model);
    Rect line = layout_cut_top(&area, label_height(ui, words, &style, area.w), GAP);
    paint_layer(ui, line);
    label_paragraph(ui, line, words, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("conflict-words"), words, line);
    Rect foot = layout_cut_bottom(&area, button_height(ui, false), GAP);
    if (conflict->count > 0) {
        Rect heads = layout_cut_top(&area, ui_type(ui, T20).line, 8);
        float all = (float)conflict->count * (card_height(ui) + GAP) - GAP;
        put_heads(ui, heads, all > area.h);
        intent = menu_first(intent, put_cards(ui, conflict, model, area));
    }
    intent = menu_first(intent, put_foot(ui, conflict, foot));
    put_hints(ui, conflict, page.hints);
    return intent;
}

const ScreenKind conflict_screen = {
    .id = SCREEN_CONFLICT,
    .name = "conflict",
    .state_size = sizeof(ConflictState),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
