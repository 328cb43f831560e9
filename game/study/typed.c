#include "study/typed.h"

#include "base/text.h"
#include "study/typed_answers.h"
#include "study/typed_prose.h"
#include "study/typo.h"

#define LETTERS_FOR_ONE 5
#define LETTERS_FOR_TWO 9
#define MAX_SLIPS       2
#define FAR             12 /* slips beyond which two texts have nothing to do with each other */

typedef struct {
    Arena *arena;
    const Deck *deck;
    uint32_t card;
    Side side;
    Str language;
    TypedAnswers answers;
} Grading;

static uint32_t count_letters(Str key)
{
    uint32_t count = 0;
    for (size_t at = 0; at < key.size;) {
        TextKind kind = text_kind(text_next(key, &at));
        count += kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_DIGIT;
    }
    return count;
}

static uint32_t allowed_slips(Str key)
{
    uint32_t letters = count_letters(key);
    return letters >= LETTERS_FOR_TWO ? MAX_SLIPS : letters >= LETTERS_FOR_ONE;
}

/* --- what a slip must not change: digits, single letters, Roman numerals --- */

static bool is_roman(Str word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] != 'i' && word.data[i] != 'v' && word.data[i] != 'x') return false;
    return true;
}

/* Each digit, and each word that names one of a series ("vitamin C", "World War II"). */
static Str next_code(Str key, size_t *at)
{
    while (*at < key.size) {
        size_t from = *at, end = from;
        while (end < key.size && key.data[end] != ' ') end++;
        bool is_start = from == 0 || key.data[from - 1] == ' ';
        Str word = str_slice(key, from, end);
        if (is_start && end > from && (text_length(word) == 1 || is_roman(word))) {
            *at = end;
            return word;
        }
        if (text_kind(text_next(key, at)) == TEXT_DIGIT) return str_slice(key, from, *at);
    }
    return (Str){0};
}

static bool has_same_codes(Str a, Str b)
{
    for (size_t i = 0, k = 0;;) {
        Str x = next_code(a, &i), y = next_code(b, &k);
        if (!str_is(x, y)) return false;
        if (x.size == 0) return true;
    }
}

/* --- one right text --- */

typedef struct {
    uint32_t slips; /* FAR + 1: more than that */
    bool is_forgiven;
} Distance;

static Distance measure(Grading *grading, Str wanted, Str typed)
{
    uint32_t slips = str_is(wanted, typed) ? 0 : typo_count(grading->arena, wanted, typed, FAR);
    bool is_forgiven = slips <= allowed_slips(wanted) && has_same_codes(wanted, typed);
    return (Distance){slips, slips == 0 || is_forgiven};
}

/* An article may be left out, but another one is no slip. */
static Distance compare(Grading *grading, Str shown, Str typed)
{
    bool is_prose = typed_is_prose(shown);
    Str wanted = text_plain(grading->arena, shown);
    Str given = text_plain(grading->arena, typed);
    size_t a = typed_article_size(wanted, grading->language);
    size_t b = typed_article_size(given, grading->language);
    bool is_other_article = a && b && !str_is(str_slice(wanted, 0, a), str_slice(given, 0, b));
    bool is_other_thing = typed_is_negative(wanted) != typed_is_negative(given) ||
                          typed_ends_in_a(wanted) != typed_ends_in_a(given);
    if (is_prose && (is_other_article || is_other_thing))
        return (Distance){typo_count(grading->arena, wanted, given, FAR), false};
    if (is_prose) {
        wanted = str_slice(wanted, a, wanted.size);
        given = str_slice(given, b, given.size);
    }
    TypedKey x = typed_key(grading->arena, wanted, is_prose), y = typed_key(grading->arena, given, is_prose);
    if (!is_prose) return str_is(x.spaced, y.spaced) ? (Distance){0, true} : (Distance){FAR + 1, false};
    Distance spaced = measure(grading, x.spaced, y.spaced), joined = measure(grading, x.joined, y.joined);
    return joined.slips < spaced.slips ? joined : spaced;
}

static TypedVerdict grade_one(Grading *grading, Str typed)
{
    TypedVerdict best = {TYPED_WRONG, grading->answers.items[0], FAR + 1};
    for (uint32_t i = 0; i < grading->answers.count; i++) {
        Str shown = grading->answers.items[i];
        Distance distance = compare(grading, shown, typed);
        TypedMatch match = !distance.is_forgiven ? TYPED_WRONG : distance.slips ? TYPED_NEAR : TYPED_RIGHT;
        bool is_close = match != TYPED_WRONG || distance.slips <= count_letters(shown) / 2;
        bool is_better = match > best.match || (match == best.match && distance.slips < best.slips);
        if (is_close && is_better) best = (TypedVerdict){match, shown, distance.slips};
    }
    return best;
}

/* --- what another card answers is no slip --- */

static bool reads(Arena *arena, Str shown, Str key)
{
    if (shown.size < key.size / 2 || shown.size > 2 * key.size + 16) return false;
    return str_is(typed_key(arena, text_plain(arena, shown), true).spaced, key);
}

static bool is_of_another(const Grading *grading, Str typed)
{
    Str key = typed_key(grading->arena, text_plain(grading->arena, typed), true).spaced;
    Arena scratch;
    arena_init(&scratch, 0);
    bool is_found = false;
    for (uint32_t card = 0; card < deck_count(grading->deck) && !is_found; card++) {
        if (card == grading->card) continue;
        is_found = reads(&scratch, side_text(grading->deck, grading->side, (SideText){card, 0}), key);
        arena_reset(&scratch);
    }
    arena_deinit(&scratch);
    return is_found;
}

/* "large, big" for "big; large": each part must be right. */
static TypedVerdict grade_parts(Grading *grading, Str typed)
{
    TypedVerdict all = {TYPED_RIGHT, grading->answers.items[0], 0};
    Str part;
    uint32_t count = 0;
    for (size_t at = 0; typed_next_part(typed, &at, &part); count++) {
        TypedVerdict one = grade_one(grading, part);
        if (one.match < all.match) all.match = one.match;
        all.slips += one.match == TYPED_NEAR ? one.slips : 0;
    }
    if (count < 2) all.match = TYPED_WRONG;
    return all;
}

TypedVerdict typed_grade(Arena *arena, const Deck *deck, uint32_t card, Side side, Str typed)
{
    Grading grading = {.arena = arena, .deck = deck, .card = card, .side = side};
    grading.language = side == SIDE_TERM ? deck_term_language(deck) : deck_definition_language(deck);
    typed_answers_find(&grading.answers, arena, deck, card, side);
    TypedVerdict verdict = {TYPED_WRONG, grading.answers.items[0], 0};
    if (str_is_blank(typed)) return verdict;
    verdict = grade_one(&grading, typed);
    if (verdict.match == TYPED_WRONG && grading.answers.count > 1) {
        TypedVerdict parts = grade_parts(&grading, typed);
        if (parts.match != TYPED_WRONG) verdict = parts;
    }
    if (verdict.match == TYPED_NEAR && is_of_another(&grading, typed)) verdict.match = TYPED_WRONG;
    if (verdict.match != TYPED_NEAR) verdict.slips = 0;
    return verdict;
}
