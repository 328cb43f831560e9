#include "screens/conflict.h"

#include <math.h>

#include "screens/conflict_side.h"
#include "screens/edit_intent.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define COLUMNS   2 /* ours, theirs */
#define CARD_HIGH 116
#define GAP       16

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    *(ConflictList *)state = conflict_list(model, arena);
}

/* --- the two versions of a card --- */

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

static void draw_side(Ui *ui, const ConflictSide *side, Rect inside)
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
    Str also = differs_in(ui->frame, side->fields);
    if (also.size > 0) {
        LabelStyle quiet = text;
        quiet.max_lines = 1;
        label_draw(ui, layout_cut_bottom(&inside, ui_type(ui, T18).line, 0), also, &quiet);
    }
    label_paragraph(ui, inside, side->card->definition, &text);
}

static bool put_side(Ui *ui, const ConflictSide *side, Row *row, bool is_theirs)
{
    row->look = ROW_CARD;
    row->is_selected = side->is_chosen;
    row->label = side->card ? side->card->term : side->missing;
    row->value =
        str_format(ui->frame, "%s%s", is_theirs ? "in the file" : "yours", side->is_chosen ? ", chosen" : "");
    UiHit hit = row_begin(ui, row);
    draw_side(ui, side, layout_pad(row->rect, 18, 14));
    row_end(ui);
    return hit.is_activated;
}

static float card_height(const Ui *ui)
{
    return ui_grow(ui, CARD_HIGH, T18, 4);
}

static int64_t number_of(size_t index)
{
    if (index == CONFLICT_HEAD) return EDIT_CHOICE_HEAD;
    return index == CONFLICT_ORDER ? EDIT_CHOICE_ORDER : (int64_t)index;
}

static Intent put_cards(Ui *ui, const ConflictList *conflict, const Model *model, Rect area)
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
        bool is_theirs = i % COLUMNS == 1;
        ConflictSide side = conflict_side(conflict, model, index, is_theirs, ui->frame);
        if (!put_side(ui, &side, &row, is_theirs)) continue;
        intent = edit_intent(EDIT_CHOOSE, number_of(index));
        intent.other = i % COLUMNS;
    }
    scroll_end(ui);
    return intent;
}

/* --- around them --- */

static Str words_of(Ui *ui, const ConflictList *conflict, const Model *model)
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
                      conflict_differences(conflict, model, ui->frame).data);
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

static Intent put_foot(Ui *ui, const ConflictList *conflict, Rect foot)
{
    Button ours = {.id = ui_id("conflict-all-ours"),
                   .rect = layout_column(foot, 0, 3, GAP),
                   .label = STR("Keep all of mine"),
                   .is_disabled = conflict->count == 0,
                   .is_centered = true};
    Button theirs = ours;
    theirs.id = ui_id("conflict-all-theirs");
    theirs.rect = layout_column(foot, 1, 3, GAP);
    theirs.label = ui->in.text_percent > 150 ? STR("All from the file") : STR("Take all from the file");
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

static void put_hints(Ui *ui, const ConflictList *conflict, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Choose"), true, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Keep this")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back to editing"))};
    int first = conflict->count > 0 ? 0 : 2;
    prompt_hints(ui, bar, hints + first, 3 - first);
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    ConflictList *conflict = state;
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
    .state_size = sizeof(ConflictList),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
