/* What the model says of days to come: when cards fall due, what of the deck will be known. */
#ifndef MATCHWICK_STUDY_OUTLOOK_H
#define MATCHWICK_STUDY_OUTLOOK_H

#include "play/pool.h"
#include "study/study.h"
#include "study/study_day.h"

/* A card with an interval of a day or more is due from the morning of its day on, a shorter one at its time.
   Suspended cards are never due, buried ones not until then. */
bool study_is_due(const StudyCard *card, const StudyDay *day);
/* When that comes: INT64_MAX for a new or suspended card. */
int64_t study_next_ms(const StudyCard *card);

#define STUDY_FORECAST_DAYS 30

/* How many of the pool's cards fall due on each study day, today (with all that is overdue) first. */
void study_forecast(const StudyDeck *deck, const Pool *pool, const StudyDay *today,
                    uint32_t out[STUDY_FORECAST_DAYS]);

/* "Known now": the mean chance of recall, new cards by the learner's prior; 0 of no cards. */
double study_known_now(const StudyDeck *deck, const Pool *pool, int64_t now_ms);

#define STUDY_READY_DAYS 21 /* ahead, where there is no exam */
#define STUDY_NO_EXAM    INT32_MIN

/* The day on which "ready" is judged: the exam's if one is set and not over, else 21 days ahead. */
int32_t study_ready_day(int32_t exam_day, const StudyDay *today);
/* "Ready": the same mean at that day's start, if nothing more is learned. */
double study_ready(const StudyDeck *deck, const Pool *pool, int32_t exam_day, const StudyDay *today);

#endif
