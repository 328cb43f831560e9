/* What an answer says about memory. FSRS was fitted on free recall; a pick among four is weaker evidence, and
   a slow right answer weaker than a quick one. So an answer becomes the chance p that the player knew it, and
   the memory goes to what is expected of a success and a lapse weighed by p. Nothing here reads a clock. */
#ifndef MATCHWICK_MEMORY_EVIDENCE_H
#define MATCHWICK_MEMORY_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "memory/memory.h"

typedef enum {
    EVIDENCE_CARD, /* a flashcard that the player graded */
    EVIDENCE_TYPED,
    EVIDENCE_CHOICE,
    EVIDENCE_TRUE_FALSE,
    EVIDENCE_MATCH
} EvidenceFormat;
#define EVIDENCE_FORMATS 5

Str evidence_format_name(EvidenceFormat format); /* "card", "typed", "choice", "truefalse", "match" */
bool evidence_format_find(Str name, EvidenceFormat *out);

/* One answer as plain facts. */
typedef struct {
    EvidenceFormat format;
    bool is_right;
    bool is_near;    /* typed, right but for a slip of the keys */
    bool is_forced;  /* the last pair of a board: says nothing, changes nothing (as does a choice of one) */
    bool is_other;   /* the card whose text was taken wrongly for the asked one's: weaker evidence */
    bool lost_focus; /* the window was left meanwhile: the time says nothing */
    Grade grade;     /* EVIDENCE_CARD: as the player graded it; else not looked at */
    int32_t choices; /* choice: options; match: definitions on the board, decoys counted */
    int32_t response_ms;
    int32_t read_characters; /* that had to be read before answering */
} Evidence;

/* The player's last right answers in one format, as the logarithm of seconds beyond reading, the oldest
 * first. */
#define PACE_SIZE  50
#define PACE_LEAST 20 /* fewer say nothing about speed */

typedef struct {
    double x[PACE_SIZE], sorted[PACE_SIZE];
    int32_t count, next; /* `next`: where the next goes once it is full */
} LearnerPace;

/* What is known of the player beyond the cards. Made of plain facts of the log alone: the last PACE_SIZE
   right answers of each format that have a pace, and how the first answers to cards went in free recall. */
typedef struct {
    LearnerPace pace[EVIDENCE_FORMATS];
    int32_t first_right, first_wrong; /* free recall (card, typed) of cards never answered before */
} Learner;

/* Logarithm of the seconds beyond reading. False where there is none: wrong, too quick or too long to tell,
   the window was left, or an answer that says nothing. Such answers take no place among the PACE_SIZE. */
bool evidence_pace(const Evidence *evidence, double *x);
/* Whether the player knew it, as far as the answer goes: a flashcard by its grade. */
bool evidence_is_right(const Evidence *evidence);

/* The chance that a card never answered is known: the mean of Beta(2, 8) updated by those first answers. */
double learner_prior(const Learner *learner);
/* Takes a right answer's pace, a first answer's outcome. `is_first`: the card had no answer before. */
void learner_apply(Learner *learner, const Evidence *evidence, bool is_first);

typedef struct {
    double p; /* that the player knew it; exactly 1 or 0 for flashcards and typed answers */
    double guess, slip;
    Grade grade; /* of the success branch */
    bool says_nothing;
    double recall; /* that was predicted */
} Verdict;

/* `recall`: the model's chance of recall just before the answer (a new card: the learner's prior). */
Verdict evidence_judge(const Learner *learner, double recall, const Evidence *evidence);
/* The state after an answer that was known with chance verdict->p, `days` since the one before. With p of
   exactly 1 or 0 this is memory_step, bit for bit. */
MemoryState evidence_step(const Memory *memory, MemoryState before, double days, const Verdict *verdict);
/* The same for the first answer to a card. */
MemoryState evidence_first(const Memory *memory, const Verdict *verdict);

#endif
