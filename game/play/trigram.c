#include "play/trigram.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "play/fold.h"
#include "play/gist.h"

/* A document is one text of the side, in deck order. A bucket is a group of
   trigrams that share the upper bits of their hash. Of a bucket with too many documents every 2^n-th is kept.
 */
struct TrigramIndex {
    const Deck *deck;
    Side side;
    uint32_t documents;
    SideText *texts;  /* of the documents */
    uint32_t *length; /* of a document, in code points as shown */
    uint32_t bits;
    uint32_t *frequency; /* of a bucket: documents that have it */
    uint32_t *start;     /* of a bucket in the postings; one more at the end */
    uint32_t *postings;
};

/* While counting: documents so far, and the one counted last, plus one. While posting: where the next goes,
   and how many documents are still to be passed over before it. */
typedef struct {
    uint32_t count, last;
} Bucket;

/* The documents' trigrams while an index is made: a bucket's number for each, each once a document. */
typedef struct {
    Arena *arena;
    uint16_t *buckets;
    uint64_t capacity;
    uint64_t *ends; /* of each document in `buckets` */
    Bucket *tallies;
} Making;

Str side_text(const Deck *deck, Side side, SideText which)
{
    return side == SIDE_TERM ? deck_term(deck, which.card) : deck_wording(deck, which.card, which.wording);
}

static uint32_t texts_of(const TrigramIndex *index, uint32_t card)
{
    return index->side == SIDE_TERM ? 1 : deck_wording_count(index->deck, card);
}

static void add_documents(TrigramIndex *index, Arena *arena)
{
    uint32_t cards = deck_count(index->deck), all = 0, seen = 0;
    for (uint32_t card = 0; card < cards; card++) all += texts_of(index, card);
    uint32_t step = (all + TRIGRAM_MAX_TEXTS - 1) / TRIGRAM_MAX_TEXTS;
    index->texts = ARENA_NEW_N(arena, SideText, all / (step ? step : 1) + 1);
    for (uint32_t card = 0; card < cards; card++)
        for (uint32_t i = 0; i < texts_of(index, card); i++)
            if (seen++ % step == 0) index->texts[index->documents++] = (SideText){card, i};
    index->length = ARENA_NEW_N(arena, uint32_t, index->documents);
}

#define MAX_BITS 16

static uint32_t bits_for(uint32_t documents)
{
    uint32_t bits = 12;
    while (bits < MAX_BITS && (UINT32_C(1) << bits) < 8 * documents) bits++;
    return bits;
}

static uint32_t bucket_of(const TrigramIndex *index, uint32_t gram)
{
    return gram >> (32 - index->bits);
}

static void reserve(Making *making, uint64_t used, uint64_t more)
{
    if (used + more <= making->capacity) return;
    making->capacity = 2 * (used + more);
    uint16_t *buckets = ARENA_NEW_N(making->arena, uint16_t, making->capacity);
    if (used) memcpy(buckets, making->buckets, used * sizeof *buckets);
    making->buckets = buckets;
}

static uint64_t add_grams(const TrigramIndex *index, Making *making, uint32_t document, Str text,
                          uint32_t *grams)
{
    uint64_t at = document ? making->ends[document - 1] : 0;
    uint32_t count = gist_grams(text, grams);
    reserve(making, at, count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t bucket = bucket_of(index, grams[i]);
        Bucket *tally = &making->tallies[bucket];
        if (tally->last == document + 1) continue;
        tally->last = document + 1;
        tally->count++;
        making->buckets[at++] = (uint16_t)bucket;
    }
    return at;
}

static void read_texts(TrigramIndex *index, Making *making)
{
    Arena texts;
    arena_init(&texts, 0);
    for (uint32_t i = 0; i < index->documents; i++) {
        Str shown = side_text(index->deck, index->side, index->texts[i]);
        index->length[i] = (uint32_t)(fold_is_ascii(shown) ? shown.size : text_length(shown));
        Str text = gist_normalise(&texts, shown);
        uint32_t *grams = ARENA_NEW_N(&texts, uint32_t, text.size + 1);
        making->ends[i] = add_grams(index, making, i, text, grams);
        arena_reset(&texts);
    }
    arena_deinit(&texts);
}

static uint32_t thinning(uint32_t frequency)
{
    uint32_t shift = 0;
    while (((frequency - 1) >> shift) + 1 > TRIGRAM_MAX_POSTINGS) shift++;
    return shift;
}

static void lay_out(TrigramIndex *index, Arena *arena, Bucket *tallies)
{
    uint32_t count = UINT32_C(1) << index->bits, total = 0;
    index->frequency = ARENA_NEW_N(arena, uint32_t, count);
    index->start = ARENA_NEW_N(arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t frequency = tallies[i].count;
        index->frequency[i] = frequency;
        index->start[i] = total;
        tallies[i] = (Bucket){total, 0};
        if (frequency) total += ((frequency - 1) >> thinning(frequency)) + 1;
    }
    index->start[count] = total;
    index->postings = ARENA_NEW_N(arena, uint32_t, total);
}

static void post(TrigramIndex *index, const Making *making)
{
    uint32_t count = UINT32_C(1) << index->bits;
    unsigned char *shifts = ARENA_NEW_N(making->arena, unsigned char, count);
    for (uint32_t i = 0; i < count; i++)
        if (index->frequency[i]) shifts[i] = (unsigned char)thinning(index->frequency[i]);
    uint64_t at = 0;
    for (uint32_t document = 0; document < index->documents; document++)
        for (; at < making->ends[document]; at++) {
            Bucket *tally = &making->tallies[making->buckets[at]];
            if (tally->last-- > 0) continue;
            index->postings[tally->count++] = document;
            tally->last = (UINT32_C(1) << shifts[making->buckets[at]]) - 1;
        }
}

TrigramIndex *trigram_index_make(Arena *arena, const Deck *deck, Side side)
{
    TrigramIndex *index = ARENA_NEW(arena, TrigramIndex);
    index->deck = deck;
    index->side = side;
    add_documents(index, arena);
    index->bits = bits_for(index->documents);
    Arena scratch;
    arena_init(&scratch, 0);
    Making making = {.arena = &scratch,
                     .ends = ARENA_NEW_N(&scratch, uint64_t, index->documents),
                     .tallies = ARENA_NEW_N(&scratch, Bucket, UINT32_C(1) << index->bits)};
    read_texts(index, &making);
    lay_out(index, arena, making.tallies);
    post(index, &making);
    arena_deinit(&scratch);
    return index;
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The text's rarest buckets that any document has, into `out`. */
static uint32_t find_rarest(const TrigramIndex *index, Arena *scratch, Str text, uint32_t out[TRIGRAM_RAREST])
{
    uint32_t *grams = ARENA_NEW_N(scratch, uint32_t, text.size + 1);
    uint32_t count = gist_grams(text, grams), kept = 0, found = 0;
    uint64_t *keys = ARENA_NEW_N(scratch, uint64_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t bucket = bucket_of(index, grams[i]);
        if (index->frequency[bucket]) keys[kept++] = (uint64_t)index->frequency[bucket] << 32 | bucket;
    }
    qsort(keys, kept, sizeof *keys, compare);
    for (uint32_t i = 0; i < kept && found < TRIGRAM_RAREST; i++)
        if (i == 0 || keys[i] != keys[i - 1]) out[found++] = (uint32_t)keys[i];
    return found;
}

/* Documents by how many of the buckets they share, the most first: `starts[n]` to `starts[n - 1]` share n. */
typedef struct {
    uint32_t *documents;
    uint32_t starts[TRIGRAM_RAREST + 1];
} Shares;

static void sort_by_share(Shares *shares, Arena *scratch, const uint32_t *touched, uint32_t count,
                          const unsigned char *share)
{
    uint32_t counts[TRIGRAM_RAREST + 1] = {0}, at = 0;
    for (uint32_t i = 0; i < count; i++) counts[share[touched[i]]]++;
    for (uint32_t n = TRIGRAM_RAREST; n > 0; n--) {
        shares->starts[n] = at;
        at += counts[n];
    }
    shares->starts[0] = at;
    shares->documents = ARENA_NEW_N(scratch, uint32_t, count);
    uint32_t next[TRIGRAM_RAREST + 1];
    memcpy(next, shares->starts, sizeof next);
    for (uint32_t i = 0; i < count; i++) shares->documents[next[share[touched[i]]]++] = touched[i];
}

static void find_shares(const TrigramIndex *index, Arena *scratch, Str text, Shares *shares)
{
    uint32_t buckets[TRIGRAM_RAREST], postings = 0, touched_count = 0;
    uint32_t count = find_rarest(index, scratch, text, buckets);
    for (uint32_t i = 0; i < count; i++) postings += index->start[buckets[i] + 1] - index->start[buckets[i]];
    unsigned char *share = ARENA_NEW_N(scratch, unsigned char, index->documents);
    uint32_t *touched = ARENA_NEW_N(scratch, uint32_t, postings);
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t at = index->start[buckets[i]]; at < index->start[buckets[i] + 1]; at++) {
            uint32_t document = index->postings[at];
            if (share[document]++ == 0) touched[touched_count++] = document;
        }
    sort_by_share(shares, scratch, touched, touched_count, share);
}

uint32_t trigram_find(const TrigramIndex *index, Arena *scratch, Str text, SideText *out, uint32_t max,
                      bool (*is_wanted)(const void *self, SideText candidate), const void *self)
{
    Shares shares = {0};
    find_shares(index, scratch, gist_normalise(scratch, text), &shares);
    uint32_t length = (uint32_t)text_length(text), found = 0;
    uint64_t turn = fold_mix(str_hash(text, index->documents));
    for (uint32_t n = TRIGRAM_RAREST; n > 0; n--) {
        uint32_t from = shares.starts[n], size = shares.starts[n - 1] - from;
        for (uint32_t i = 0; i < size; i++) { /* not always from the deck's beginning */
            uint32_t document = shares.documents[from + (uint32_t)((turn + i) % size)];
            uint32_t other = index->length[document];
            if (2 * (uint64_t)other < length || other > 2 * (uint64_t)length) continue;
            SideText candidate = index->texts[document];
            if (!is_wanted(self, candidate)) continue;
            out[found++] = candidate;
            if (found == max) return found;
        }
    }
    return found;
}
