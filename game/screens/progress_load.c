#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "screens/progress_state.h"

#define HARDEST_OVER_ALL 12 /* each may be of another deck, which is read for its words */
#define MOST_READ_CARDS  20000
#define MIXED_PER_DECK   5

/* --- decks --- */

/* All decks are counted together where they were answered. */
static void load_decks(ProgressState *progress, Arena *arena, const Model *model)
{
    ShelfEntry *entries;
    size_t count = shelf_list(model->shelf, arena, &entries);
    collect_load(&progress->collect, entries, (int)count);
    progress->decks = ARENA_NEW_N(arena, ProgressDeck, count + 1);
    progress->deck_count = 1;
    ProgressDeck *all = &progress->decks[0];
    *all = (ProgressDeck){.title = STR("All decks")};
    for (size_t i = 0; i < count; i++) {
        if (entries[i].is_bad) continue;
        ProgressDeck *deck = &progress->decks[progress->deck_count++];
        *deck = (ProgressDeck){.id = entries[i].id, .title = entries[i].title, .cards = entries[i].cards};
        deck->mastery = store_mastery(model->store, model->player.id, deck->id);
        deck->mastery.bars = fmin(deck->mastery.bars, deck->cards); /* cards may have left the deck since */
        if (deck->mastery.cards == 0) continue;
        all->cards += deck->cards;
        all->mastery.cards += deck->mastery.cards;
        all->mastery.bars += deck->mastery.bars;
        for (int level = 0; level < MASTERY_LEVELS; level++)
            all->mastery.levels[level] += deck->mastery.levels[level];
    }
}

static int find_deck(const ProgressState *progress, Str id)
{
    for (int i = 0; i < progress->deck_count; i++)
        if (str_is(progress->decks[i].id, id)) return i;
    return 0;
}

/* --- days --- */

static void clear_days(ProgressState *progress, Arena *arena, int32_t today)
{
    progress->today = today;
    progress->day_count = chart_calendar_days(today, PROGRESS_WEEKS);
    size_t count = (size_t)progress->day_count;
    progress->answers = ARENA_NEW_N(arena, int32_t, count);
    progress->right = ARENA_NEW_N(arena, int32_t, count);
    for (int level = 0; level < MASTERY_LEVELS; level++)
        progress->levels[level] = ARENA_NEW_N(arena, float, count);
    progress->answered = 0;
}

/* Levels stay as they are on days without answers; those before the first shown day count from it on. */
static void take_day(ProgressState *progress, const StoreProgressDay *day, int32_t first)
{
    int at = day->day < first ? 0 : day->day - first;
    if (at >= progress->day_count) return; /* the clock was set back */
    for (int level = 0; level < MASTERY_LEVELS; level++)
        for (int i = at; i < progress->day_count; i++) progress->levels[level][i] = (float)day->levels[level];
    if (day->day < first) return;
    progress->answers[at] = day->answers;
    progress->right[at] = day->right;
    progress->answered += day->answers;
}

static void load_days(ProgressState *progress, Arena *arena, const Model *model)
{
    clear_days(progress, arena, model->today);
    StoreProgressDay *days;
    const ProgressDeck *deck = progress_deck(progress);
    size_t count = store_progress_days(model->store, model->player.id, deck->id, INT32_MIN, arena, &days);
    int32_t first = chart_calendar_first(model->today, PROGRESS_WEEKS);
    for (size_t i = 0; i < count; i++) take_day(progress, &days[i], first);
    for (int level = 0; level < MASTERY_LEVELS && count > 0; level++)
        progress->levels[level][progress->day_count - 1] = (float)deck->mastery.levels[level];
    progress->cards = deck->cards;
    progress->mastery = deck->cards > 0 ? deck->mastery.bars / deck->cards : 0;
}

int32_t progress_level(const ProgressState *progress, MasteryLevel level)
{
    return (int32_t)progress->levels[level][progress->day_count - 1];
}

/* --- words of cards --- */

/* The deck read last for its words, as cards of one deck often follow each other. */
typedef struct {
    const Model *model;
    const ProgressState *progress;
    Arena *arena;
    Str id;
    const Deck *deck; /* NULL: it has gone, or is too large to be read here */
    Deck *held;
} Words;

static void open_words(Words *words, Str deck_id)
{
    if (str_is(words->id, deck_id)) return;
    const CurrentDeck *current = &words->model->deck;
    deck_release(words->held);
    words->held = NULL;
    words->id = deck_id;
    words->deck = NULL;
    if (current->state == DECK_READY && str_is(current->id, deck_id)) {
        words->deck = current->deck;
        return;
    }
    int at = find_deck(words->progress, deck_id);
    Err err = {0};
    if (at == 0 || words->progress->decks[at].cards > MOST_READ_CARDS) return;
    words->deck = words->held = shelf_find(words->model->shelf, deck_id, &err);
}

/* Empty: the card has gone, and with it its words. */
static Str term_of(Words *words, Str deck_id, Str card_id)
{
    open_words(words, deck_id);
    if (!words->deck) return str_format(words->arena, "Card %.*s", STR_FMT(card_id));
    uint32_t card = deck_find_card(words->deck, card_id);
    return card == DECK_NO_CARD ? (Str){0} : str_copy(words->arena, deck_term(words->deck, card));
}

static void load_hardest(ProgressState *progress, Words *words)
{
    const Model *model = words->model;
    const ProgressDeck *deck = progress_deck(progress);
    Memory memory = memory_make(model->settings.memory_model);
    Learner learner = {0}; /* asked for new cards alone */
    StoreHardCard *cards;
    size_t limit = deck->id.size ? PROGRESS_HARDEST : HARDEST_OVER_ALL;
    size_t count = store_hardest(model->store, model->player.id, deck->id, limit, words->arena, &cards);
    progress->hard = ARENA_NEW_N(words->arena, ProgressHard, count + 1);
    progress->hard_count = 0;
    for (size_t i = 0; i < count; i++) {
        Str term = term_of(words, cards[i].deck_id, cards[i].card_id);
        if (term.size == 0) continue;
        progress->hard[progress->hard_count++] =
            (ProgressHard){.deck_id = cards[i].deck_id,
                           .deck_title = progress->decks[find_deck(progress, cards[i].deck_id)].title,
                           .card_id = cards[i].card_id,
                           .term = term,
                           .memory = cards[i].memory,
                           .recall = card_memory_recall(&memory, &learner, &cards[i].memory, model->wall_ms)};
    }
}

/* --- what is mixed up --- */

static int by_count(const void *a, const void *b)
{
    const ProgressPair *x = a, *y = b;
    return (y->count > x->count) - (y->count < x->count);
}

/* A pair counts in both directions: which was asked matters to nobody who has to tell them apart. */
static bool joins(ProgressState *progress, Str deck_id, const StoreConfusion *confusion)
{
    for (int i = 0; i < progress->pair_count; i++) {
        ProgressPair *pair = &progress->pairs[i];
        if (!str_is(pair->deck_id, deck_id) || !str_is(pair->asked_id, confusion->chosen)) continue;
        if (!str_is(pair->chosen_id, confusion->asked)) continue;
        pair->count += confusion->count;
        return true;
    }
    return false;
}

static void add_mixed(ProgressState *progress, Words *words, Str deck_id, size_t limit)
{
    const Model *model = words->model;
    StoreConfusion *found;
    size_t count = store_confusions(model->store, model->player.id, deck_id, limit, words->arena, &found);
    for (size_t i = 0; i < count; i++) {
        if (joins(progress, deck_id, &found[i])) continue;
        Str asked = term_of(words, deck_id, found[i].asked),
            chosen = term_of(words, deck_id, found[i].chosen);
        if (asked.size == 0 || chosen.size == 0) continue;
        progress->pairs[progress->pair_count++] = (ProgressPair){.deck_id = deck_id,
                                                                 .asked_id = found[i].asked,
                                                                 .chosen_id = found[i].chosen,
                                                                 .asked = asked,
                                                                 .chosen = chosen,
                                                                 .count = found[i].count};
    }
}

static void load_mixed(ProgressState *progress, Words *words)
{
    const ProgressDeck *deck = progress_deck(progress);
    size_t decks = deck->id.size ? 1 : (size_t)progress->deck_count;
    size_t limit = deck->id.size ? PROGRESS_MIXED : MIXED_PER_DECK;
    progress->pairs = ARENA_NEW_N(words->arena, ProgressPair, decks * limit);
    progress->pair_count = 0;
    for (int i = 1; i < progress->deck_count; i++) {
        bool is_wanted = deck->id.size ? i == progress->deck : progress->decks[i].mastery.cards > 0;
        if (is_wanted) add_mixed(progress, words, progress->decks[i].id, limit);
    }
    qsort(progress->pairs, (size_t)progress->pair_count, sizeof *progress->pairs, by_count);
}

/* --- response times and predictions --- */

static int by_number(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static void load_times(ProgressState *progress, Arena *arena, const Model *model)
{
    int32_t *times;
    size_t count = store_response_times(model->store, model->player.id, progress_deck(progress)->id,
                                        PROGRESS_TIMES, arena, &times);
    memset(progress->times, 0, sizeof progress->times);
    for (size_t i = 0; i < count; i++) {
        int32_t second = times[i] < 0 ? 0 : times[i] / 1000;
        progress->times[second < PROGRESS_SECONDS ? second : PROGRESS_SECONDS - 1] += 1;
    }
    progress->time_count = (int32_t)count;
    if (count > 0) qsort(times, count, sizeof *times, by_number);
    progress->median_ms = count > 0 ? times[count / 2] : 0;
}

static void load_calibration(ProgressState *progress, const Model *model)
{
    store_calibration(model->store, model->player.id, progress_deck(progress)->id, progress->bins);
    progress->predictions = 0;
    for (int i = 0; i < STORE_CALIBRATION_BINS; i++) progress->predictions += progress->bins[i].count;
}

int progress_predicted(const ProgressState *progress)
{
    double sum = 0;
    for (int i = 0; i < STORE_CALIBRATION_BINS; i++) sum += progress->bins[i].predicted;
    return progress->predictions > 0 ? (int)(100 * sum / progress->predictions + 0.5) : 0;
}

int progress_measured(const ProgressState *progress)
{
    int32_t right = 0;
    for (int i = 0; i < STORE_CALIBRATION_BINS; i++) right += progress->bins[i].right;
    return progress->predictions > 0 ? (int)(100.0 * right / progress->predictions + 0.5) : 0;
}

static void begin(ProgressState *progress, Str argument)
{
    if (progress->is_begun) return;
    progress->is_begun = true;
    size_t size = argument.size < sizeof progress->deck_id ? argument.size : sizeof progress->deck_id - 1;
    if (size > 0) memcpy(progress->deck_id, argument.data, size);
}

void progress_load(void *state, Arena *arena, const Model *model, Str argument)
{
    ProgressState *progress = state;
    begin(progress, argument);
    load_decks(progress, arena, model);
    progress->deck = find_deck(progress, str_of(progress->deck_id));
    load_days(progress, arena, model);
    Words words = {.model = model, .progress = progress, .arena = arena};
    load_hardest(progress, &words);
    load_mixed(progress, &words);
    deck_release(words.held);
    load_times(progress, arena, model);
    load_calibration(progress, model);
}
