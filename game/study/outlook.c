#include "study/outlook.h"

#include "base/calendar.h"

static bool is_by_days(const StudyCard *card)
{
    return card->due_ms - card->memory.last_ms >= CALENDAR_DAY_MS;
}

int64_t study_next_ms(const StudyCard *card)
{
    if (card_memory_is_new(&card->memory) || card->is_suspended) return INT64_MAX;
    return card->due_ms > card->buried_until_ms ? card->due_ms : card->buried_until_ms;
}

bool study_is_due(const StudyCard *card, const StudyDay *day)
{
    if (card_memory_is_new(&card->memory) || card->is_suspended) return false;
    if (card->buried_until_ms > day->now.at_ms) return false;
    return is_by_days(card) ? card->due_ms < day->end_ms : card->due_ms <= day->now.at_ms;
}

void study_forecast(const StudyDeck *deck, const Pool *pool, const StudyDay *today,
                    uint32_t out[STUDY_FORECAST_DAYS])
{
    for (int i = 0; i < STUDY_FORECAST_DAYS; i++) out[i] = 0;
    for (uint32_t i = 0; i < pool->count; i++) {
        int64_t next_ms = study_next_ms(&deck->cards[pool->cards[i]]);
        int64_t last_ms = today->start_ms + STUDY_FORECAST_DAYS * CALENDAR_DAY_MS;
        if (next_ms >= last_ms) continue;
        int64_t ahead = next_ms < today->end_ms ? 0 : (next_ms - today->start_ms) / CALENDAR_DAY_MS;
        out[ahead]++;
    }
}

double study_known_now(const StudyDeck *deck, const Pool *pool, int64_t now_ms)
{
    double sum = 0;
    for (uint32_t i = 0; i < pool->count; i++) sum += study_recall(deck, pool->cards[i], now_ms);
    return pool->count > 0 ? sum / pool->count : 0;
}

int32_t study_ready_day(int32_t exam_day, const StudyDay *today)
{
    return exam_day >= today->number ? exam_day : today->number + STUDY_READY_DAYS;
}

double study_ready(const StudyDeck *deck, const Pool *pool, int32_t exam_day, const StudyDay *today)
{
    int64_t ahead = study_ready_day(exam_day, today) - today->number;
    int64_t at_ms = ahead > 0 ? today->start_ms + ahead * CALENDAR_DAY_MS : today->now.at_ms;
    return study_known_now(deck, pool, at_ms);
}
