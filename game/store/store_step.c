#include "store/store_step.h"

#include "store/store_learner.h"
#include "store/store_rows.h"

#define DAY_MS     INT64_C(86400000)
#define MILLION    1000000
#define RECOUNT_MS (7 * DAY_MS)

static int64_t millionths(double value)
{
    return (int64_t)(value * MILLION + 0.5);
}

/* --- levels and bars --- */

static int64_t bar_of(const BookCard *card)
{
    const CardMemory *memory = &card->kept.memory;
    const BookStudy *study = card->study;
    int64_t at_ms = memory->last_ms > study->recounted_ms ? memory->last_ms : study->recounted_ms;
    double recall = card_memory_recall(&study->player->memory, &study->player->learner, memory, at_ms);
    return millionths(mastery_bar(memory, recall));
}

static void add_to_sums(BookCard *card)
{
    if (card_memory_is_new(&card->kept.memory)) return;
    card->bar = bar_of(card);
    card->has_bar = true;
    card->study->levels[mastery_level(&card->kept.memory)]++;
    card->study->bars += card->bar;
    card->study->is_dirty = true;
}

static void take_from_sums(BookCard *card)
{
    if (card_memory_is_new(&card->kept.memory)) return;
    card->study->levels[mastery_level(&card->kept.memory)]--;
    card->study->bars -= card->has_bar ? card->bar : bar_of(card);
    card->study->is_dirty = true;
}

void store_step_set_memory(StoreBook *book, BookCard *card, const CardMemory *memory)
{
    take_from_sums(card);
    card->kept.memory = *memory;
    card->is_due_behind = true;
    add_to_sums(card);
    store_book_touch(book, card);
}

int store_step_recount(StoreBook *book, BookStudy *study, int64_t now_ms)
{
    int code = store_book_all_cards(book, study);
    if (code != SQLITE_OK) return code;
    for (int level = 0; level < MASTERY_LEVELS; level++) study->levels[level] = 0;
    study->bars = 0;
    study->recounted_ms = now_ms;
    study->is_dirty = true;
    for (BookCard *card = study->cards; card != NULL; card = card->next) add_to_sums(card);
    return code;
}

/* So that what is kept of days shows what was forgotten too, also where nobody has the deck recounted. Each
   day would be dear: ten years of a deck of 10,000 cards are 36 million bars. */
static int recount_at_times(StoreBook *book, BookStudy *study, const StoreAnswer *answer)
{
    if (answer->at_ms < study->recounted_ms + RECOUNT_MS) return SQLITE_OK;
    return store_step_recount(book, study, answer->at_ms);
}

/* --- sessions --- */

static bool has_word(Str words, Str word)
{
    for (size_t from = 0; from < words.size;) {
        size_t to = from;
        while (to < words.size && words.data[to] != ' ') to++;
        if (str_is(str_slice(words, from, to), word)) return true;
        from = to + 1;
    }
    return false;
}

static bool is_gone_on(const BookSession *session, int64_t at_ms)
{
    return session->answers > 0 && at_ms <= session->end_ms + STORE_SESSION_GAP_MS &&
           at_ms >= session->start_ms - STORE_SESSION_GAP_MS;
}

static int add_to_session(StoreBook *book, BookStudy *study, const StoreAnswer *answer)
{
    BookSession *session = &study->session;
    if (!is_gone_on(session, answer->at_ms)) {
        int code = store_rows_write_session(book->db, study);
        if (code != SQLITE_OK) return code;
        *session = (BookSession){.start_ms = answer->at_ms, .end_ms = answer->at_ms, .modes = STR("")};
    }
    if (answer->at_ms < session->start_ms) session->start_ms = answer->at_ms;
    if (answer->at_ms > session->end_ms) session->end_ms = answer->at_ms;
    session->answers++;
    session->right += answer->is_right;
    if (!has_word(session->modes, answer->mode))
        session->modes = str_format(&book->arena, "%.*s%s%.*s", STR_FMT(session->modes),
                                    session->modes.size > 0 ? " " : "", STR_FMT(answer->mode));
    session->is_dirty = true;
    return SQLITE_OK;
}

/* --- what is counted --- */

static bool is_free_recall(const StoreAnswer *answer)
{
    return str_is(answer->format, evidence_format_name(EVIDENCE_CARD)) ||
           str_is(answer->format, evidence_format_name(EVIDENCE_TYPED));
}

static void calibrate(BookStudy *study, const StoreAnswer *answer, const Judgement *judgement, int sign)
{
    if (!judgement->is_judged || judgement->was_new || !is_free_recall(answer)) return;
    int bin = (int)(judgement->recall * STORE_CALIBRATION_BINS);
    if (bin >= STORE_CALIBRATION_BINS) bin = STORE_CALIBRATION_BINS - 1;
    BookCalibration *calibration = &study->calibration[bin];
    calibration->count += sign;
    if (answer->is_right) calibration->right += sign;
    calibration->predicted += sign * millionths(judgement->recall);
}

static bool is_in_spaced(const StoreAnswer *answer)
{
    return str_is(answer->mode, STR("spaced"));
}

void store_step_count(BookStudy *study, const StoreAnswer *answer, const Judgement *judgement, int sign)
{
    study->answers += sign;
    study->is_dirty = true;
    if (answer->is_autoplay) study->autoplay += sign;
    study->day.day = answer->day;
    study->day.answers += sign;
    if (answer->is_right) study->day.right += sign;
    calibrate(study, answer, judgement, sign);
    if (!is_in_spaced(answer) || judgement->was_new) return;
    study->reviews += sign;
    if (answer->at_ms <= judgement->due_ms + DAY_MS) study->reviews_in_time += sign;
}

static bool is_confused(const StoreAnswer *answer)
{
    return !answer->is_right && answer->chosen_card.size > 0 && !str_is(answer->chosen_card, answer->card_id);
}

int store_step_confuse(StoreBook *book, const BookStudy *study, const StoreAnswer *answer, int sign)
{
    if (!is_confused(answer)) return SQLITE_OK;
    Binder binder =
        store_db_bind(book->db, SQL_COUNT_CONFUSION,
                      "INSERT INTO confusion VALUES (?, ?, ?, ?) ON CONFLICT (study, asked, chosen)"
                      " DO UPDATE SET count = count + excluded.count");
    bind_integer(&binder, study->id);
    bind_text(&binder, answer->card_id);
    bind_text(&binder, answer->chosen_card);
    bind_integer(&binder, sign);
    return store_db_finish(book->db, &binder);
}

/* --- the answer --- */

bool store_step_has_other(const StoreAnswer *answer)
{
    return is_confused(answer) && str_is(answer->format, evidence_format_name(EVIDENCE_MATCH));
}

static void step_card(StoreBook *book, BookCard *card, const Evidence *evidence, Moment moment,
                      Verdict *verdict)
{
    BookPlayer *player = card->study->player;
    CardMemory memory = card->kept.memory;
    *verdict = card_memory_apply(&player->memory, &player->learner, &memory, evidence, moment);
    if (verdict->says_nothing) return;
    store_step_set_memory(book, card, &memory);
    player->is_dirty = true;
}

static void judge(StoreBook *book, BookCard *card, BookCard *other, const StoreAnswer *answer,
                  Judgement *judgement)
{
    Evidence evidence;
    Moment moment = {answer->at_ms, answer->day};
    if (!store_learner_evidence(answer, &evidence)) return;
    step_card(book, card, &evidence, moment, &judgement->verdict);
    judgement->recall = judgement->verdict.recall;
    judgement->is_judged = !judgement->verdict.says_nothing;
    if (other == NULL) return;
    evidence.is_other = true;
    step_card(book, other, &evidence, moment, &judgement->other);
    judgement->is_other_judged = !judgement->other.says_nothing;
}

/* How the card was before. */
static void look_at(BookCard *card, const StoreAnswer *answer, Judgement *judgement)
{
    int64_t known_due_ms = judgement->due_ms;
    *judgement = (Judgement){.was_new = card_memory_is_new(&card->kept.memory)};
    if (judgement->was_new || !is_in_spaced(answer)) return;
    judgement->due_ms = known_due_ms != 0 ? known_due_ms : store_book_due_ms(card);
}

static bool is_review(const StoreAnswer *answer)
{
    return str_is(answer->mode, STR(STORE_REVIEW_MODE));
}

static int step_review(StoreBook *book, BookStudy *study, const StoreAnswer *answer, Judgement *judgement)
{
    BookCard *card;
    int code = store_book_card(book, study, answer->card_id, &card);
    if (code != SQLITE_OK) return code;
    look_at(card, answer, judgement);
    judge(book, card, NULL, answer, judgement);
    return code;
}

int store_step_apply(StoreBook *book, BookStudy *study, const StoreAnswer *answer, Judgement *judgement)
{
    BookCard *card, *other = NULL;
    int code = SQLITE_OK;
    if (answer->day != study->day.day) code = store_rows_write_day(book->db, study);
    if (code == SQLITE_OK && is_review(answer)) return step_review(book, study, answer, judgement);
    if (code == SQLITE_OK) code = recount_at_times(book, study, answer);
    if (code == SQLITE_OK) code = store_book_card(book, study, answer->card_id, &card);
    if (code == SQLITE_OK && store_step_has_other(answer))
        code = store_book_card(book, study, answer->chosen_card, &other);
    if (code == SQLITE_OK) code = add_to_session(book, study, answer);
    if (code == SQLITE_OK) code = store_step_confuse(book, study, answer, 1);
    if (code != SQLITE_OK) return code;
    look_at(card, answer, judgement);
    judge(book, card, other, answer, judgement);
    store_step_count(study, answer, judgement, 1);
    if (answer->at_ms > study->last_ms) study->last_ms = answer->at_ms;
    return SQLITE_OK;
}
