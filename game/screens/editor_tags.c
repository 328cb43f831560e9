/* Dialogs of tags: those of the cards that are meant, and those by which the list is filtered. */
#include <math.h>
#include <stdlib.h>

#include "screens/editor_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"

#define ROW_GAP 6

Intent editor_tags_open(EditorState *editor, EditorDialog dialog)
{
    editor->dialog = dialog;
    editor->tags = NULL; /* what was loaded before is gone by now */
    text_edit_init(&editor->tag, (Str){0}, 0);
    text_edit_init(&editor->given_tag, (Str){0}, 0);
    return (Intent){.kind = INTENT_RELOAD};
}

/* --- what is counted --- */

static int by_name(const void *a, const void *b)
{
    const EditorTag *const *left = a, *const *right = b;
    return str_compare((*left)->tag.name, (*right)->tag.name);
}

static void count_card(const DeckCard *card, EditorTag **sorted, size_t count)
{
    for (size_t i = 0; i < card->tags.count; i++) {
        EditorTag wanted = {.tag.name = card->tags.items[i]}, *key = &wanted;
        EditorTag **found = bsearch(&key, sorted, count, sizeof(EditorTag *), by_name);
        if (found) (*found)->meant++;
    }
}

static void count_meant(EditorState *editor, const Model *model, Arena *arena)
{
    const CurrentDraft *draft = &model->draft;
    EditorTag **sorted = ARENA_NEW_N(arena, EditorTag *, editor->tag_count + 1);
    for (size_t i = 0; i < editor->tag_count; i++) sorted[i] = &editor->tags[i];
    qsort(sorted, editor->tag_count, sizeof(EditorTag *), by_name);
    bool is_one = draft->marked == 0;
    for (uint32_t card = 0; card < draft_count(draft->draft); card++) {
        bool is_meant = is_one ? card == editor->card && !editor->is_head : draft->is_marked[card];
        if (is_meant) count_card(draft_card(draft->draft, card), sorted, editor->tag_count);
    }
}

void editor_tags_load(EditorState *editor, const Model *model, Arena *arena)
{
    DraftTag *tags;
    editor->tag_count = draft_tags(model->draft.draft, arena, &tags);
    editor->tags = ARENA_NEW_N(arena, EditorTag, editor->tag_count + 1);
    for (size_t i = 0; i < editor->tag_count; i++) editor->tags[i].tag = tags[i];
    if (editor->dialog == EDITOR_TAGS) count_meant(editor, model, arena);
}

static uint32_t meant_cards(const EditorState *editor, const Model *model)
{
    if (model->draft.marked > 0) return model->draft.marked;
    return editor->is_head ? 0 : 1;
}

/* --- what a row says and does --- */

static bool has_filter(const Model *model, Str tag)
{
    for (size_t i = 0; i < model->draft.tag_count; i++)
        if (str_is(model->draft.tags[i], tag)) return true;
    return false;
}

static Intent toggle_filter(Ui *ui, const EditorState *editor, const Model *model, Str tag)
{
    Str *tags = ARENA_NEW_N(ui->frame, Str, model->draft.tag_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < model->draft.tag_count; i++)
        if (!str_is(model->draft.tags[i], tag)) tags[count++] = model->draft.tags[i];
    if (count == model->draft.tag_count) tags[count++] = tag;
    return editor_find(editor, tags, count);
}

static Intent give(const EditorState *editor, EditWish wish, Str tag)
{
    Intent intent = edit_intent(wish, editor_number(editor));
    intent.text = tag;
    return intent;
}

/* All of them, some (a dash) or none. */
static Icon mark_of(const EditorState *editor, const Model *model, const EditorTag *tag)
{
    if (editor->dialog == EDITOR_FILTER) return has_filter(model, tag->tag.name) ? ICON_TICK : ICON_NONE;
    if (tag->meant == 0) return ICON_NONE;
    return tag->meant < meant_cards(editor, model) ? ICON_MINUS : ICON_TICK;
}

static bool put_tag(Ui *ui, const EditorTag *tag, Icon mark, Row *row)
{
    LabelStyle left = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle right = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_RIGHT};
    Str cards = format_count(ui->frame, tag->tag.cards, "card", "cards");
    row->label = tag->tag.name;
    row->value = mark == ICON_TICK    ? str_format(ui->frame, "%s, chosen", cards.data)
                 : mark == ICON_MINUS ? str_format(ui->frame, "%s, some of them chosen", cards.data)
                                      : cards;
    row->is_selected = mark == ICON_TICK;
    float side = ui_type(ui, T20).size;
    UiHit hit = row_begin(ui, row);
    Rect inside = layout_pad(row->rect, 18, 0), tick = layout_cut_left(&inside, side, 12);
    Color ok = ui_color(ui, TOKEN_OK);
    if (mark) icon_draw(ui->draw, mark, layout_center(tick, side, side), ok, ok);
    label_draw(ui, layout_cut_right(&inside, ceilf(label_width(ui, cards, &right)) + 1, 12), cards, &right);
    label_draw(ui, inside, row->label, &left);
    row_end(ui);
    return hit.is_activated;
}

/* A new one stands in its place among the others, once they were counted anew. */
static void show_given(Ui *ui, EditorState *editor, const ScrollList *list)
{
    Str given = str_trim(text_edit_text(&editor->given_tag));
    for (int i = 0; given.size > 0 && i < list->count; i++) {
        if (!str_is(editor->tags[i].tag.name, given)) continue;
        scroll_list_show(ui, list, i);
        text_edit_init(&editor->given_tag, (Str){0}, 0);
        return;
    }
}

static Intent put_list(Ui *ui, EditorState *editor, const Model *model, Rect view)
{
    ScrollList list = {.id = ui_id("edit-tag"),
                       .view = view,
                       .row_height = row_height(ui),
                       .gap = ROW_GAP,
                       .count = (int)editor->tag_count,
                       .takes_pages = true};
    show_given(ui, editor, &list);
    ScrollRows rows = scroll_list_begin(ui, &list);
    Intent intent = intent_none();
    for (int i = rows.from; i < rows.to; i++) {
        const EditorTag *tag = &editor->tags[i];
        Icon mark = mark_of(editor, model, tag);
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .look = ROW_CARD,
                   .is_default = i == 0};
        if (!put_tag(ui, tag, mark, &row)) continue;
        if (editor->dialog == EDITOR_FILTER)
            intent = toggle_filter(ui, editor, model, tag->tag.name);
        else
            intent = give(editor, mark == ICON_TICK ? EDIT_UNTAG : EDIT_TAG, tag->tag.name);
    }
    scroll_end(ui);
    return intent;
}

/* A tag that no card has yet. */
static Intent put_new(Ui *ui, EditorState *editor, Rect line)
{
    Field field = {.id = ui_id("edit-new-tag"),
                   .rect = line,
                   .label = STR("New tag"),
                   .hint = STR("New tag, then Enter"),
                   .icon = ICON_PLUS,
                   .trigger = ui_on_key(KEY_SLASH),
                   .is_default = editor->tag_count == 0};
    FieldAnswer answer = field_put(ui, &field, &editor->tag);
    if (answer.wants_keyboard) {
        editor->keys = EDITOR_KEYS_TAG;
        editor->keyboard = (Keyboard){.is_open = true};
    }
    return answer.is_confirmed ? editor_tags_give(ui, editor) : intent_none();
}

Intent editor_tags_give(Ui *ui, EditorState *editor)
{
    Str tag = str_copy(ui->frame, text_edit_text(&editor->tag));
    if (str_is_blank(tag)) return intent_none();
    text_edit_init(&editor->given_tag, tag, 0);
    text_edit_init(&editor->tag, (Str){0}, 0);
    return give(editor, EDIT_TAG, tag);
}

static Str title_of(Ui *ui, const EditorState *editor, const Model *model)
{
    if (editor->dialog == EDITOR_FILTER) return STR("Show cards with these tags");
    if (meant_cards(editor, model) == 1) return STR("Tags of this card");
    return str_format(ui->frame, "Tags of %s",
                      format_count(ui->frame, meant_cards(editor, model), "card", "cards").data);
}

Intent editor_tags_put(Ui *ui, EditorState *editor, const Model *model)
{
    if (!editor->tags) return (Intent){.kind = INTENT_RELOAD};
    Rect box = dialog_begin(ui, ui_id("edit-tags-dialog"), title_of(ui, editor, model),
                            menu_dialog_size(ui, 720, 620));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    Intent intent = intent_none();
    if (editor->dialog == EDITOR_TAGS)
        intent = put_new(ui, editor, layout_cut_top(&box, field_height(ui), 12));
    intent = menu_first(intent, put_list(ui, editor, model, box));
    if (editor->tag_count == 0) {
        LabelStyle style = {
            .size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
        Str words = STR("No card has a tag yet. Tags pick out part of a deck: a chapter, a topic.");
        label_paragraph(ui, box, words, &style);
        ui_note(ui, ui_id("edit-no-tags"), words, box);
    }
    Button done = {.id = ui_id("edit-tags-done"),
                   .rect = foot,
                   .label = STR("Done"),
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    if (button_put(ui, &done) || ui_command(ui, COMMAND_BACK)) editor->dialog = EDITOR_NO_DIALOG;
    dialog_end(ui);
    return intent;
}
