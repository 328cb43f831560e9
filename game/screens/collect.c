#include "screens/collect.h"

void collect_load(Collect *collect, const ShelfEntry *decks, int count)
{
    collect->decks = decks;
    collect->count = count;
}

void collect_load_shelf(Collect *collect, Arena *arena, const Model *model)
{
    ShelfEntry *decks;
    int count = (int)shelf_list(model->shelf, arena, &decks);
    collect_load(collect, decks, count);
}

void collect_open(Collect *collect, CardSet set, Str of, Arena *arena)
{
    const char *words = set == CARD_SET_MISSED ? "missed cards" : "weak cards";
    Str wish = of.size ? str_format(arena, "%.*s: %s", STR_FMT(of), words) : STR("My weak cards");
    collect->set = set;
    title_dialog_open(&collect->title, deck_title_free(collect->decks, collect->count, wish, arena));
}

Intent collect_put(Ui *ui, Collect *collect, Str deck_id)
{
    bool is_missed = collect->set == CARD_SET_MISSED;
    TitleQuestion question = {
        .head = is_missed ? STR("A deck of the missed cards") : STR("A deck of the weak cards"),
        .note = is_missed ? STR("Copies of those you missed in this round. Progress there starts anew.")
                          : STR("Copies of those you once answered and may have forgotten since. Progress "
                                "there starts anew."),
        .action = STR("Make it"),
        .decks = collect->decks,
        .count = collect->count};
    if (!title_dialog_put(ui, &collect->title, &question)) return intent_none();
    return (Intent){.kind = INTENT_DECK_TOOL,
                    .input = TOOL_COLLECT,
                    .number = collect->set,
                    .text = deck_id,
                    .value = str_trim(text_edit_text(&collect->title.edit))};
}
