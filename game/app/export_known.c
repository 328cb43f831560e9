#include "app/export_known.h"

#include "formats/progress_export.h"
#include "study/study.h"

static void read_cards(ExportKnown *known, Arena *arena)
{
    uint32_t card_count = deck_count(known->deck);
    known->by_card = arena_alloc_n(arena, card_count, sizeof *known->by_card);
    known->count = store_cards(known->store, known->player.id, deck_id(known->deck), arena, &known->cards);
    for (size_t i = 0; i < known->count; i++) {
        uint32_t card = deck_find_card(known->deck, known->cards[i].card_id);
        if (card != DECK_NO_CARD) known->by_card[card] = &known->cards[i];
    }
}

void export_known_read(ExportKnown *known, Arena *arena)
{
    MemoryModel model = MODEL_FSRS7;
    memory_model_find(store_get_setting(known->store, known->player.id, "memory", arena), &model);
    known->memory = memory_make(model);
    known->learner = store_learner(known->store, known->player.id);
    read_cards(known, arena);
}

static double recall_of(const ExportKnown *known, const StoreCard *card)
{
    return card_memory_recall(&known->memory, &known->learner, &card->memory, known->now_ms);
}

/* --- choosing --- */

static bool has_tag(const Deck *deck, uint32_t card, DeckTexts tags)
{
    for (size_t i = 0; i < tags.count; i++)
        if (deck_card_has_tag(deck, card, deck_find_tag(deck, tags.items[i]))) return true;
    return tags.count == 0;
}

static bool is_wished(const ExportWish *wish, const ExportKnown *known, uint32_t card)
{
    if (!wish->is_weak && !wish->is_starred) return true;
    const StoreCard *kept = known->by_card[card];
    if (!kept || (wish->is_starred && !kept->is_starred)) return false;
    return !wish->is_weak || study_is_weak(&kept->memory, recall_of(known, kept));
}

size_t export_known_choose(const Deck *deck, const ExportWish *wish, const ExportKnown *known, Arena *arena,
                           uint32_t **out)
{
    size_t count = 0;
    *out = ARENA_NEW_N(arena, uint32_t, deck_count(deck));
    for (uint32_t card = 0; card < deck_count(deck); card++)
        if (has_tag(deck, card, wish->tags) && is_wished(wish, known, card)) (*out)[count++] = card;
    return count;
}

/* --- files --- */

static ProgressHead head_of(const ExportKnown *known)
{
    return (ProgressHead){.deck_id = deck_id(known->deck),
                          .deck_title = deck_title(known->deck),
                          .fingerprint = deck_fingerprint(known->deck),
                          .player = known->player.name,
                          .now_ms = known->now_ms};
}

static Str term_of(const Deck *deck, Str card_id)
{
    uint32_t card = deck_find_card(deck, card_id);
    return card == DECK_NO_CARD ? STR("") : deck_term(deck, card);
}

static ProgressRow row_of(const ExportKnown *known, const StoreCard *kept)
{
    double recall = recall_of(known, kept);
    return (ProgressRow){.card_id = kept->card_id,
                         .term = term_of(known->deck, kept->card_id),
                         .level = mastery_shown(mastery_level(&kept->memory), recall),
                         .recall = recall,
                         .s90 = kept->memory.s90,
                         .due_ms = kept->due_ms,
                         .last_ms = kept->memory.last_ms,
                         .lapses = kept->memory.lapses,
                         .is_starred = kept->is_starred,
                         .is_suspended = kept->is_suspended,
                         .is_learned = kept->is_learned};
}

/* The deck's cards in order; behind them those that have gone from it. */
static size_t make_rows(const ExportKnown *known, ProgressRow *rows)
{
    size_t count = 0;
    for (uint32_t card = 0; card < deck_count(known->deck); card++) {
        const StoreCard *kept = known->by_card[card];
        rows[count++] = kept ? row_of(known, kept)
                             : (ProgressRow){.card_id = deck_card_id(known->deck, card),
                                             .term = deck_term(known->deck, card),
                                             .due_ms = INT64_MAX};
    }
    for (size_t i = 0; i < known->count; i++)
        if (deck_find_card(known->deck, known->cards[i].card_id) == DECK_NO_CARD)
            rows[count++] = row_of(known, &known->cards[i]);
    return count;
}

typedef struct {
    const Deck *deck;
    ProgressRow *rows;
    size_t count;
} Tally;

static ProgressRow *find_row(const Tally *tally, Str card_id)
{
    uint32_t card = deck_find_card(tally->deck, card_id);
    if (card != DECK_NO_CARD) return &tally->rows[card];
    for (size_t i = deck_count(tally->deck); i < tally->count; i++)
        if (str_is(tally->rows[i].card_id, card_id)) return &tally->rows[i];
    return NULL;
}

static void count_answer(void *self, const StoreAnswer *answer)
{
    ProgressRow *row = find_row(self, answer->card_id);
    if (!row) return;
    row->answers++;
    row->right += answer->is_right;
}

Str export_known_progress(const ExportKnown *known, bool is_json, Arena *arena)
{
    ProgressHead head = head_of(known);
    ProgressRow *rows = ARENA_NEW_N(arena, ProgressRow, deck_count(known->deck) + known->count);
    Tally tally = {known->deck, rows, make_rows(known, rows)};
    store_each_answer(known->store, known->player.id, head.deck_id, count_answer, &tally);
    return is_json ? progress_export_json(&head, rows, tally.count, arena)
                   : progress_export_csv(rows, tally.count, arena);
}

typedef struct {
    const Deck *deck;
    AnswerExport file;
} Answers;

static void add_answer(void *self, const StoreAnswer *answer)
{
    Answers *answers = self;
    AnswerRow row = {.at_ms = answer->at_ms,
                     .card_id = answer->card_id,
                     .term = term_of(answers->deck, answer->card_id),
                     .mode = answer->mode,
                     .variant = answer->variant,
                     .format = answer->format,
                     .shown = answer->shown,
                     .chosen = answer->chosen,
                     .chosen_card = answer->chosen_card,
                     .is_right = answer->is_right,
                     .is_near = answer->is_near,
                     .is_practice = answer->is_practice,
                     .is_autoplay = answer->is_autoplay,
                     .lost_focus = answer->lost_focus,
                     .grade = answer->grade,
                     .response_ms = answer->response_ms,
                     .choices = answer->choices};
    answer_export_add(&answers->file, &row);
}

Str export_known_answers(const ExportKnown *known, bool is_json, Arena *arena)
{
    ProgressHead head = head_of(known);
    Answers answers = {.deck = known->deck};
    answer_export_begin(&answers.file, &head, is_json, arena);
    store_each_answer(known->store, known->player.id, head.deck_id, add_answer, &answers);
    return answer_export_end(&answers.file);
}
