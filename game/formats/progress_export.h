/* What a player knows of a deck, and every answer that was given to it, as CSV and JSON for other programs.
 */
#ifndef MATCHWICK_FORMATS_PROGRESS_EXPORT_H
#define MATCHWICK_FORMATS_PROGRESS_EXPORT_H

#include "base/arena.h"
#include "base/str.h"
#include "memory/mastery.h"

/* Of whom, of what and when. */
typedef struct {
    Str deck_id, deck_title, fingerprint, player;
    int64_t now_ms;
} ProgressHead;

typedef struct {
    Str card_id, term; /* term empty: no longer in the deck */
    MasteryLevel level;
    double recall;   /* now; not looked at for a new card, as are the next ones */
    double s90;      /* days from its last answer until recall falls to .9 */
    int64_t due_ms;  /* INT64_MAX: never */
    int64_t last_ms; /* 0: never answered */
    int32_t answers; /* all that are kept */
    int32_t right;   /* of those */
    int32_t lapses;
    bool is_starred, is_suspended, is_learned;
} ProgressRow;

/* An answer as plain facts. */
typedef struct {
    int64_t at_ms;
    Str card_id, term;
    Str mode, variant, format;
    Str shown, chosen, chosen_card;
    bool is_right, is_near, is_practice, is_autoplay, lost_focus;
    int32_t grade; /* 0: none */
    int32_t response_ms, choices;
} AnswerRow;

Str progress_export_csv(const ProgressRow *rows, size_t count, Arena *arena);
Str progress_export_json(const ProgressHead *head, const ProgressRow *rows, size_t count, Arena *arena);

/* Answers are many: each is written as it comes, and forgotten. */
typedef struct {
    StrBuf out;
    bool is_json;
    size_t count;
} AnswerExport;

void answer_export_begin(AnswerExport *answers, const ProgressHead *head, bool is_json, Arena *arena);
void answer_export_add(AnswerExport *answers, const AnswerRow *row);
Str answer_export_end(AnswerExport *answers);

#endif
