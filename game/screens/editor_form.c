#include <math.h>

#include "base/text.h"
#include "screens/editor_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define GROUP_GAP 18
#define ITEM_GAP  8
#define PANEL_PAD 24

typedef struct {
    EditorField *items;
    int count;
} Fields;

static const Str head_labels[EDIT_HEAD_COUNT] = {
    [EDIT_HEAD_TITLE] = STR_INIT("Title"),
    [EDIT_HEAD_DESCRIPTION] = STR_INIT("What it is about"),
    [EDIT_HEAD_AUTHOR] = STR_INIT("Author"),
    [EDIT_HEAD_LICENSE] = STR_INIT("Licence"),
    [EDIT_HEAD_SOURCE] = STR_INIT("Where it comes from"),
    [EDIT_HEAD_TERM_LANGUAGE] = STR_INIT("Language of terms"),
    [EDIT_HEAD_DEFINITION_LANGUAGE] = STR_INIT("Language of definitions"),
};

/* --- what is doubtful --- */

static bool is_long(Str text)
{
    return text_length(text) > DECK_MAX_TILE_CHARS;
}

static Str long_words(Arena *arena, Str text)
{
    return str_format(arena, "Long for a tile: %zu of %d characters", text_length(text), DECK_MAX_TILE_CHARS);
}

static Str term_doubt(Ui *ui, const DeckCard *card, unsigned doubts)
{
    if (doubts & DRAFT_NO_TERM) return STR("A card needs a term.");
    if (doubts & DRAFT_TOO_BIG)
        return STR("This card is too big to save: a text is too long, or it has too many tags.");
    if (doubts & DRAFT_LONG_FOR_TILE && is_long(card->term)) return long_words(ui->frame, card->term);
    return (Str){0};
}

static Str definition_doubt(Ui *ui, const DeckCard *card, unsigned doubts)
{
    if (doubts & DRAFT_NO_DEFINITION) return STR("A card needs a definition.");
    if (doubts & DRAFT_TWICE) return STR("Another card has this term and definition.");
    if (doubts & DRAFT_UNUSABLE)
        return STR("No round can ask this: every other card could be its answer too.");
    if (doubts & DRAFT_LONG_FOR_TILE && is_long(card->definition))
        return long_words(ui->frame, card->definition);
    return (Str){0};
}

/* --- the fields there are --- */

static EditorField *add(Fields *fields, const EditorState *editor, EditPart part, uint32_t index)
{
    EditorField *field = &fields->items[fields->count++];
    *field = (EditorField){.place = {true, part, editor->card, index}};
    return field;
}

/* Each of a list, and an empty one behind them to add with. */
static void add_list(Fields *fields, const EditorState *editor, const DeckCard *card, EditPart part,
                     const Str *words)
{
    uint32_t count = edit_part_count(card, part);
    if (count == 0 && !editor->has_more) return;
    for (uint32_t i = 0; i <= count; i++) {
        EditorField *field = add(fields, editor, part, i);
        if (i == 0) field->label = words[0];
        if (i == count) field->hint = words[1];
    }
}

static Fields card_fields(Ui *ui, const EditorState *editor, const Model *model)
{
    static const Str wordings[] = {STR_INIT("Other wordings"), STR_INIT("Say it another way")};
    static const Str accepts[] = {STR_INIT("Also accepted"), STR_INIT("Another answer that counts")};
    static const Str distractors[] = {STR_INIT("Wrong options"), STR_INIT("An option that looks right")};
    const DeckCard *card = draft_card(model->draft.draft, editor->card);
    unsigned doubts = draft_doubts(model->draft.draft, editor->card);
    size_t room = card->wordings.count + card->accepts.count + card->distractors.count + 8;
    Fields fields = {.items = ARENA_NEW_N(ui->frame, EditorField, room)};
    EditorField *term = add(&fields, editor, EDIT_TERM, 0);
    term->label = STR("Term");
    term->doubt = term_doubt(ui, card, doubts);
    EditorField *definition = add(&fields, editor, EDIT_DEFINITION, 0);
    definition->label = STR("Definition");
    definition->doubt = definition_doubt(ui, card, doubts);
    add_list(&fields, editor, card, EDIT_WORDING, wordings);
    add_list(&fields, editor, card, EDIT_ACCEPT, accepts);
    add_list(&fields, editor, card, EDIT_DISTRACTOR, distractors);
    if (card->hint.size > 0 || editor->has_more) {
        EditorField *hint = add(&fields, editor, EDIT_HINT, 0);
        hint->label = STR("Hint");
        hint->hint = STR("A nudge, not the answer");
    }
    return fields;
}

static Fields head_fields(Ui *ui, const EditorState *editor)
{
    Fields fields = {.items = ARENA_NEW_N(ui->frame, EditorField, EDIT_HEAD_COUNT)};
    for (uint32_t i = 0; i < EDIT_HEAD_COUNT; i++) {
        EditorField *field = add(&fields, editor, EDIT_HEAD, i);
        field->label = head_labels[i];
        bool is_language = i == EDIT_HEAD_TERM_LANGUAGE || i == EDIT_HEAD_DEFINITION_LANGUAGE;
        if (is_language) field->hint = STR("A short code: en, de, ja");
    }
    return fields;
}

/* --- leaving a field --- */

/* What was emptied in a list goes once its field is left; those behind it move up. */
static Intent leave_field(Ui *ui, EditorState *editor, const Model *model, const EditorPlace *before)
{
    Intent intent = edit_intent(EDIT_REST, before->part == EDIT_HEAD ? -1 : (int64_t)before->card);
    const EditorPlace *now = &editor->live;
    bool is_list = before->part >= EDIT_WORDING && before->part <= EDIT_DISTRACTOR;
    bool is_emptied =
        is_list && str_is_blank(edit_text_of(model->draft.draft, before->card, before->part, before->index));
    bool is_behind =
        now->is_there && now->part == before->part && now->card == before->card && now->index > before->index;
    if (is_emptied && is_behind) ui_focus(ui, editor_field_id(now->part, now->index - 1));
    return intent;
}

static bool is_field_left(const Ui *ui, const EditorState *editor, const EditorPlace *before)
{
    if (!before->is_there || editor->keys != EDITOR_KEYS_NONE) return false;
    bool is_same = editor->live.is_there && editor->live.part == before->part &&
                   editor->live.index == before->index && editor->live.card == before->card;
    return !is_same || ui_focused(ui) != editor_field_id(before->part, before->index);
}

/* --- moving through them --- */

static int focused_field(const Ui *ui, const Fields *fields)
{
    for (int i = 0; i < fields->count; i++)
        if (ui_focused(ui) == editor_field_id(fields->items[i].place.part, fields->items[i].place.index))
            return i;
    return -1;
}

static void focus_field(Ui *ui, const Fields *fields, int index)
{
    const EditorPlace *place = &fields->items[index].place;
    ui_focus(ui, editor_field_id(place->part, place->index));
}

/* The first of those that "More fields" showed: the button itself went down out of sight. */
static void focus_more(Ui *ui, EditorState *editor, const DeckCard *card, const Fields *fields)
{
    editor->wants_more = false;
    for (int i = 0; i < fields->count; i++) {
        EditPart part = fields->items[i].place.part;
        bool is_list = part >= EDIT_WORDING && part <= EDIT_DISTRACTOR;
        bool is_shown_now =
            is_list ? edit_part_count(card, part) == 0 : part == EDIT_HINT && card->hint.size == 0;
        if (!is_shown_now) continue;
        focus_field(ui, fields, i);
        return;
    }
}

/* Enter in the last field of a card begins the next. */
static Intent go_on(Ui *ui, EditorState *editor, const Fields *fields, int from)
{
    if (from + 1 < fields->count) {
        focus_field(ui, fields, from + 1);
        return intent_none();
    }
    if (editor->is_head) return intent_none();
    editor->wants_form = true;
    return edit_intent(EDIT_NEW, editor->card);
}

static void take_tab(Ui *ui, EditorState *editor, const Fields *fields)
{
    Action action = ui_free_action(ui);
    int at = focused_field(ui, fields);
    bool is_tab = action.kind == ACTION_KEY && action.event.kind == INPUT_KEY_DOWN &&
                  action.event.key == KEY_TAB && !(action.event.mods & ~(unsigned)MOD_SHIFT);
    if (!is_tab || at < 0) return;
    ui_consume(ui);
    int to = at + (action.event.mods & MOD_SHIFT ? -1 : 1);
    if (to >= 0 && to < fields->count)
        focus_field(ui, fields, to);
    else if (to < 0 || editor->is_head)
        editor->wants_row = true;
    else
        ui_focus(ui, ui_id("edit-tags"));
}

/* --- the rest of the form --- */

static Str tags_of(Ui *ui, const DeckCard *card)
{
    StrBuf words;
    str_buf_init(&words, ui->frame);
    for (size_t i = 0; i < card->tags.count; i++)
        str_buf_addf(&words, "%s#%.*s", i > 0 ? "  " : "", STR_FMT(card->tags.items[i]));
    return card->tags.count > 0 ? str_buf_str(&words) : STR("No tags");
}

static bool put_tags(Ui *ui, const DeckCard *card, Rect rect)
{
    LabelStyle label = {.size = T18, .weight = WEIGHT_SEMI, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    LabelStyle value = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_TEXT, .align = TEXT_ALIGN_RIGHT};
    if (card->tags.count == 0) value.color = TOKEN_MUTED;
    Row row = {.id = ui_id("edit-tags"), .rect = rect, .label = STR("Tags"), .look = ROW_CARD};
    row.value = tags_of(ui, card);
    UiHit hit = row_begin(ui, &row);
    Rect inside = layout_pad(rect, 18, 0);
    float used = label_draw(ui, inside, row.label, &label);
    layout_cut_left(&inside, used, 16);
    label_draw(ui, inside, row.value, &value);
    row_end(ui);
    return hit.is_activated;
}

static Intent put_foot(Ui *ui, EditorState *editor, const Model *model, Rect area)
{
    Rect tags = layout_cut_top(&area, row_height(ui), ITEM_GAP);
    Intent intent = intent_none();
    if (put_tags(ui, draft_card(model->draft.draft, editor->card), tags))
        intent = editor_tags_open(editor, EDITOR_TAGS);
    Button more = {.id = ui_id("edit-more"),
                   .rect = area,
                   .label = editor->has_more ? STR("Fewer fields") : STR("More fields"),
                   .icon = editor->has_more ? ICON_MINUS : ICON_PLUS,
                   .kind = BUTTON_QUIET};
    more.rect.w = fminf(button_width(ui, &more) + 24, area.w);
    if (button_put(ui, &more)) editor->wants_more = editor->has_more = !editor->has_more;
    return intent;
}

static float gap_above(const EditorField *field, int index)
{
    if (index == 0) return 0;
    return field->label.size > 0 ? GROUP_GAP : ITEM_GAP;
}

static Intent put_fields(Ui *ui, EditorState *editor, const Model *model, const Fields *fields, Rect *content)
{
    Intent intent = intent_none();
    int goes_on_from = -1;
    for (int i = 0; i < fields->count; i++) {
        const EditorField *field = &fields->items[i];
        layout_cut_top(content, gap_above(field, i), 0);
        float height = editor_field_height(ui, editor, model, field, content->w);
        Rect area = {content->x, content->y, content->w, height};
        bool goes_on = false;
        intent = menu_first(intent, editor_field_put(ui, editor, model, field, area, &goes_on));
        if (goes_on) goes_on_from = i;
        layout_cut_top(content, height, 0);
    }
    if (goes_on_from >= 0) intent = menu_first(intent, go_on(ui, editor, fields, goes_on_from));
    return intent;
}

static float content_height(Ui *ui, const EditorState *editor, const Model *model, const Fields *fields,
                            float width)
{
    float height = 0;
    for (int i = 0; i < fields->count; i++)
        height += gap_above(&fields->items[i], i) +
                  editor_field_height(ui, editor, model, &fields->items[i], width);
    if (editor->is_head) return height;
    return height + GROUP_GAP + row_height(ui) + ITEM_GAP + button_height(ui, false);
}

/* The fields are those of one card, whatever is selected. */
static Str title_of(Ui *ui, const EditorState *editor, const Model *model)
{
    if (editor->is_head) return STR("The deck itself");
    if (draft_count(model->draft.draft) == 0) return STR("No cards yet");
    Str card = str_format(ui->frame, "Card %s", format_number(ui->frame, (int64_t)editor->card + 1).data);
    if (model->draft.marked < 2) return card;
    return str_format(ui->frame, "%s, %s selected", card.data,
                      format_count(ui->frame, model->draft.marked, "card", "cards").data);
}

static Intent put_empty(Ui *ui, EditorState *editor, Rect area)
{
    LabelStyle style = {.size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    Str words = STR("A card has a term and what it means. Add the first one.");
    Rect line = layout_cut_top(&area, label_height(ui, words, &style, area.w), GROUP_GAP);
    label_paragraph(ui, line, words, &style);
    ui_note(ui, ui_id("edit-empty"), words, line);
    Button first = {
        .id = ui_id("edit-first"), .label = STR("New card"), .icon = ICON_PLUS, .kind = BUTTON_PRIMARY};
    first.rect =
        (Rect){area.x, area.y, fminf(button_width(ui, &first) + 24, area.w), button_height(ui, false)};
    if (!button_put(ui, &first)) return intent_none();
    editor->wants_form = true;
    return edit_intent(EDIT_NEW, -1);
}

/* Is the focus on one of its controls? */
static bool has_focus(const Ui *ui, const Fields *fields)
{
    UiId at = ui_focused(ui);
    return at == ui_id("edit-tags") || at == ui_id("edit-more") || focused_field(ui, fields) >= 0;
}

static Intent put_form(Ui *ui, EditorState *editor, const Model *model, Rect view)
{
    Fields fields = editor->is_head ? head_fields(ui, editor) : card_fields(ui, editor, model);
    EditorPlace before = editor->live;
    if (editor->wants_form && ui_is_scope_active(ui)) {
        focus_field(ui, &fields, 0);
        editor->wants_form = false;
    }
    if (editor->wants_more) focus_more(ui, editor, draft_card(model->draft.draft, editor->card), &fields);
    take_tab(ui, editor, &fields);
    float height = content_height(ui, editor, model, &fields, view.w - scroll_bar_width());
    Rect content = scroll_begin(ui, ui_id("edit-form"), view, height);
    content.w = view.w - scroll_bar_width();
    Intent intent = put_fields(ui, editor, model, &fields, &content);
    if (!editor->is_head) {
        layout_cut_top(&content, GROUP_GAP, 0);
        intent = menu_first(intent, put_foot(ui, editor, model, content));
    }
    scroll_end(ui);
    editor->is_in_form = has_focus(ui, &fields);
    if (intent.kind != INTENT_NONE || !is_field_left(ui, editor, &before)) return intent;
    if (editor->live.is_there && ui_focused(ui) != editor_field_id(editor->live.part, editor->live.index))
        editor->live.is_there = false;
    return leave_field(ui, editor, model, &before);
}

Intent editor_form_put(Ui *ui, EditorState *editor, const Model *model, Rect area)
{
    LabelStyle title = {.size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    paint_layer(ui, area);
    paint_panel(ui, area);
    paint_layer_end(ui);
    Rect inside = layout_pad(area, PANEL_PAD, PANEL_PAD - 4);
    Rect head = layout_cut_top(&inside, ui_type(ui, T24).line, 14);
    paint_layer(ui, head);
    label_note(ui, ui_id("edit-title"), head, title_of(ui, editor, model), &title);
    paint_layer_end(ui);
    bool is_empty = !editor->is_head && editor->card >= draft_count(model->draft.draft);
    if (is_empty) editor->live.is_there = editor->is_in_form = false;
    return is_empty ? put_empty(ui, editor, inside) : put_form(ui, editor, model, inside);
}
