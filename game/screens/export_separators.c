#include <string.h>

#include "screens/choice_dialog.h"
#include "screens/export_state.h"
#include "ui/layout.h"

bool export_has_separators(const ExportState *state)
{
    return state->what == EXPORT_QUIZLET;
}

/* Quizlet's own where none was chosen. */
static Str separator_of(const ExportState *state, SeparatorPlace place)
{
    const ExportSeparators *separators = &state->separators;
    if (separators->sizes[place] == 0) return place == SEPARATOR_SIDES ? STR("\t") : STR("\n");
    return (Str){separators->bytes[place], separators->sizes[place]};
}

size_t export_separators(const ExportState *state, Arena *arena, const Str **out)
{
    *out = NULL;
    if (!export_has_separators(state)) return 0;
    Str *separators = ARENA_NEW_N(arena, Str, SEPARATOR_PLACES);
    for (int i = 0; i < SEPARATOR_PLACES; i++)
        separators[i] = str_copy(arena, separator_of(state, (SeparatorPlace)i));
    *out = separators;
    return SEPARATOR_PLACES;
}

static void take(ExportState *state, SeparatorPlace place, Str separator)
{
    ExportSeparators *separators = &state->separators;
    if (separator.size > sizeof separators->bytes[place]) return;
    memcpy(separators->bytes[place], separator.data, separator.size);
    separators->sizes[place] = separator.size;
}

void export_separators_put(Ui *ui, ExportState *state, Rect rect)
{
    for (int i = 0; i < SEPARATOR_PLACES; i++) {
        SeparatorPlace place = (SeparatorPlace)i;
        Button button = {.id = ui_id_index(ui_id("separator"), i),
                         .rect = layout_column(rect, i, SEPARATOR_PLACES, 12),
                         .label = separator_place_label(place),
                         .detail = import_separator_label(separator_of(state, place), ui->frame)};
        if (button_put(ui, &button)) state->separators.open = i;
    }
}

/* --- the list of one place --- */

typedef struct {
    const Str *offered;
    Str *labels;
    int count, chosen; /* of what is offered; behind that one's own */
    Str own;           /* what that is, where it is chosen */
} Offer;

static Offer offer_of(const ExportState *state, SeparatorPlace place, Arena *arena)
{
    Offer offer = {.chosen = 0};
    Str now = separator_of(state, place);
    offer.count = separator_offer(place, &offer.offered);
    offer.labels = ARENA_NEW_N(arena, Str, (size_t)offer.count + 1);
    for (int i = 0; i < offer.count; i++) offer.labels[i] = import_separator_label(offer.offered[i], arena);
    offer.labels[offer.count] = STR("Another…");
    while (offer.chosen < offer.count && !str_is(offer.offered[offer.chosen], now)) offer.chosen++;
    if (offer.chosen == offer.count) offer.own = import_separator_label(now, arena);
    return offer;
}

static Str item_label(const void *list, int index)
{
    return ((const Offer *)list)->labels[index];
}

static Str item_detail(const void *list, int index, Arena *arena)
{
    (void)arena;
    const Offer *offer = list;
    if (index == 0) return STR("as Quizlet has it");
    return index == offer->count ? offer->own : (Str){0};
}

static void put_list(Ui *ui, ExportState *state, SeparatorPlace place)
{
    Offer offer = offer_of(state, place, ui->frame);
    ChoiceDialog dialog = {.id = ui_id("separator-dialog"),
                           .rows = ui_id_index(ui_id("separator-item"), place),
                           .title = separator_place_label(place),
                           .count = offer.count + 1,
                           .chosen = offer.chosen,
                           .list = &offer,
                           .label = item_label,
                           .detail = item_detail};
    int answer = choice_dialog_put(ui, &dialog);
    if (answer == CHOICE_OPEN) return;
    state->separators.open = SEPARATOR_PLACES;
    if (answer == offer.count) separator_dialog_open(&state->separators.own, place);
    if (answer >= 0 && answer < offer.count) take(state, place, offer.offered[answer]);
}

void export_separator_dialogs_put(Ui *ui, ExportState *state)
{
    Str own;
    ExportSeparators *separators = &state->separators;
    if (separators->own.is_open) {
        if (separator_dialog_put(ui, &separators->own, &own)) take(state, separators->own.place, own);
    } else if (separators->open != SEPARATOR_PLACES) {
        put_list(ui, state, (SeparatorPlace)separators->open);
    }
}
