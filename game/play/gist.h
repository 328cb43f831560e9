/* What a text says, for comparing answers: normalised (NFKC case folding, punctuation and articles dropped),
   its trigrams, words, alternatives and kind. Lies in the arena it was made
   in. Punctuation is dropped from prose only: in "a += b" or Morse code it is what the text says. */
#ifndef MATCHWICK_PLAY_GIST_H
#define MATCHWICK_PLAY_GIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef enum { FORM_NUMBER, FORM_DATE, FORM_WORD, FORM_PHRASE, FORM_SENTENCE } GistForm;

/* A sorted set or list of hashes. */
typedef struct {
    uint64_t *items;
    uint32_t count;
} GistList;

typedef struct {
    Str text;              /* normalised */
    uint32_t length;       /* code points as shown */
    GistList grams;        /* each once */
    GistList words;        /* each as often as it is there */
    GistList content;      /* words that say something: 4 characters or more, no common function word */
    GistList alternatives; /* after splitting at , ; / */
    GistForm form;
    uint32_t script; /* of its first letter; 0: no letter */
    bool is_capital; /* its first letter */
} Gist;

Gist gist_make(Arena *arena, Str shown);
/* The normalised text alone. */
Str gist_normalise(Arena *arena, Str shown);
/* The same of a text that is known to be prose, however few its letters. */
Str gist_normalise_prose(Arena *arena, Str shown);
/* Hashes of the trigrams of a normalised text with a space before and behind, in order, with doubles; `out`
 * has room for `text.size + 1`. */
uint32_t gist_grams(Str text, uint32_t *out);
/* Shared trigrams in thousandths: 2 * both / (one + other). */
uint32_t gist_dice(const Gist *a, const Gist *b);
/* One could stand for the other: equal, the same words in another order, or an alternative of one is one of
 * the other's. */
bool gist_is_same(const Gist *a, const Gist *b);
/* So alike that both might be right: Dice of .8 or more, or one holds the other as whole words. */
bool gist_is_near(const Gist *a, const Gist *b);
bool gist_shares(const GistList *a, const GistList *b);
/* 0 to 150 for form, script and capital in common. */
int32_t gist_kind_in_common(const Gist *a, const Gist *b);

#endif
