/* Texts of the deck that is being changed, as they are typed. */
#include "app/app_state.h"

/* A word is a step of undo: a blank that was typed ends it. */
static bool ends_word(Str before, Str after)
{
    if (after.size <= before.size) return false;
    size_t at = 0;
    while (at < before.size && before.data[at] == after.data[at]) at++;
    char last = after.data[at + after.size - before.size - 1];
    return last == ' ' || last == '\n';
}

static DeckTexts with_text(App *app, const DeckTexts *list, uint32_t index, Str text)
{
    size_t at = index < list->count ? index : list->count;
    size_t count = at == list->count ? list->count + 1 : list->count;
    Str *items = ARENA_NEW_N(&app->scratch, Str, count);
    for (size_t i = 0; i < list->count; i++) items[i] = list->items[i];
    items[at] = text;
    return (DeckTexts){items, count};
}

static void type_card(App *app, const Intent *intent)
{
    Draft *draft = app->edit.draft;
    DeckCard card = *draft_card(draft, (uint32_t)intent->number);
    uint32_t index = (uint32_t)intent->other;
    switch ((EditPart)intent->part) {
    case EDIT_TERM: card.term = intent->text; break;
    case EDIT_DEFINITION: card.definition = intent->text; break;
    case EDIT_WORDING: card.wordings = with_text(app, &card.wordings, index, intent->text); break;
    case EDIT_ACCEPT: card.accepts = with_text(app, &card.accepts, index, intent->text); break;
    case EDIT_DISTRACTOR: card.distractors = with_text(app, &card.distractors, index, intent->text); break;
    case EDIT_HINT: card.hint = intent->text; break;
    case EDIT_HEAD: return;
    }
    draft_replace(draft, (uint32_t)intent->number, &card);
}

static void type_head(App *app, const Intent *intent)
{
    DeckHead head = *draft_head(app->edit.draft);
    Str *fields[EDIT_HEAD_COUNT] = {
        &head.title,         &head.description,        &head.author, &head.license, &head.source,
        &head.term_language, &head.definition_language};
    if (intent->other < 0 || intent->other >= EDIT_HEAD_COUNT) return;
    *fields[intent->other] = intent->text;
    draft_set_head(app->edit.draft, &head);
}

void app_edit_type(App *app, const Intent *intent)
{
    EditSitting *edit = &app->edit;
    EditPlace place = {true, (uint32_t)intent->number, (uint32_t)intent->other, (EditPart)intent->part};
    bool is_head = place.part == EDIT_HEAD;
    if (!is_head && (intent->number < 0 || place.card >= draft_count(edit->draft))) return;
    bool is_same = edit->typed.is_there && edit->typed.card == place.card && edit->typed.part == place.part &&
                   edit->typed.index == place.index;
    if (!is_same) draft_seal(edit->draft);
    Str before = str_copy(&app->scratch, edit_text_of(edit->draft, place.card, place.part, place.index));
    if (is_head)
        type_head(app, intent);
    else
        type_card(app, intent);
    edit->typed = place;
    if (ends_word(before, intent->text)) draft_seal(edit->draft);
}

static DeckTexts without_blanks(App *app, const DeckTexts *list)
{
    Str *items = ARENA_NEW_N(&app->scratch, Str, list->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!str_is_blank(list->items[i])) items[count++] = list->items[i];
    return (DeckTexts){items, count};
}

void app_edit_rest(App *app, int64_t number)
{
    Draft *draft = app->edit.draft;
    if (number >= 0 && number < (int64_t)draft_count(draft)) {
        DeckCard card = *draft_card(draft, (uint32_t)number);
        size_t before = card.wordings.count + card.accepts.count + card.distractors.count;
        card.wordings = without_blanks(app, &card.wordings);
        card.accepts = without_blanks(app, &card.accepts);
        card.distractors = without_blanks(app, &card.distractors);
        size_t after = card.wordings.count + card.accepts.count + card.distractors.count;
        if (after < before) draft_replace(draft, (uint32_t)number, &card);
    }
    draft_seal(draft);
    app->edit.typed.is_there = false;
}
