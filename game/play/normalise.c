#include "base/text.h"
#include "play/fold.h"
#include "play/gist.h"

/* Fewer letters than this for each mark of punctuation: not prose, the marks are what the text says. */
#define PROSE_LETTERS 4

/* Kinds of ASCII as text_kind has them: l letter or digit, p punctuation, y symbol, s space, o other. */
static const char ascii_kinds[] = "ooooooooossssso"
                                  "ooooooooooooooooospppypppppp"
                                  "ypppp"
                                  "llllllllll"
                                  "ppyyypp"
                                  "llllllllllllllllllllllllll"
                                  "pppypy"
                                  "llllllllllllllllllllllllll"
                                  "pypyo";

_Static_assert(sizeof ascii_kinds == 128 + 1, "one kind for each ASCII character");

static char kind_of(uint32_t c)
{
    if (c < 0x80) return ascii_kinds[c];
    switch (text_kind(c)) {
    case TEXT_LETTER:
    case TEXT_UPPER:
    case TEXT_DIGIT: return 'l';
    case TEXT_PUNCTUATION: return 'p';
    case TEXT_SYMBOL: return 'y';
    case TEXT_SPACE: return 's';
    case TEXT_MARK:
    case TEXT_OTHER: break;
    }
    return 'o';
}

static uint32_t next(Str text, size_t *at)
{
    unsigned char c = (unsigned char)text.data[*at];
    if (c >= 0x80) return text_next(text, at);
    (*at)++;
    return c;
}

typedef struct {
    size_t letters, marks;
} Tally;

static void count(Tally *tally, char kind)
{
    tally->letters += kind == 'l';
    tally->marks += kind == 'p';
}

static bool is_prose(Tally tally)
{
    return tally.letters > 0 && tally.letters >= PROSE_LETTERS * tally.marks;
}

/* "don't" and "U.S." stay one word. */
static bool joins_letters(uint32_t c)
{
    return c == '\'' || c == '.' || c == 0x2019;
}

/* Drops what was written since `from` if it is an article. */
static size_t end_word(const char *out, size_t from, size_t size)
{
    const char *word = out + from;
    bool is_article = false;
    if (size - from == 1)
        is_article = word[0] == 'a';
    else if (size - from == 2)
        is_article = word[0] == 'a' && word[1] == 'n';
    else if (size - from == 3)
        is_article = word[0] == 't' && word[1] == 'h' && word[2] == 'e';
    return is_article ? from : size;
}

/* `out` may be where the text is: nothing grows. */
static size_t drop_marks(Str text, char *out)
{
    size_t size = 0, word = 0;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t c = next(text, &at);
        char kind = kind_of(c);
        if (kind == 'p' && joins_letters(c)) continue;
        if (kind == 'p' || kind == 's') {
            size = end_word(out, word, size);
            if (size > 0 && out[size - 1] != ' ') out[size++] = ' ';
            word = size;
            continue;
        }
        while (from < at) out[size++] = text.data[from++];
    }
    size = end_word(out, word, size);
    while (size > 0 && out[size - 1] == ' ') size--;
    return size;
}

/* As text_fold, counting on the way: most texts are ASCII, and an index is made of all of a deck. */
static size_t fold_ascii(Str shown, char *out, Tally *tally)
{
    size_t size = 0;
    bool is_space_due = false;
    for (size_t i = 0; i < shown.size; i++) {
        char c = shown.data[i], kind = ascii_kinds[(unsigned char)c];
        if (kind == 's') {
            is_space_due = size > 0;
            continue;
        }
        if (is_space_due) out[size++] = ' ';
        is_space_due = false;
        count(tally, kind);
        out[size++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return size;
}

static Str normalise_ascii(Arena *arena, Str shown)
{
    char *out = arena_alloc(arena, shown.size + 1);
    Tally tally = {0};
    size_t size = fold_ascii(shown, out, &tally);
    if (is_prose(tally)) size = drop_marks((Str){out, size}, out);
    if (size == 0) return text_fold(arena, shown); /* nothing but articles */
    out[size] = '\0';
    return (Str){out, size};
}

static Str without_marks(Arena *arena, Str folded)
{
    char *out = arena_alloc(arena, folded.size + 1);
    size_t size = drop_marks(folded, out);
    out[size] = '\0';
    return size ? (Str){out, size} : folded; /* nothing but articles */
}

Str gist_normalise_prose(Arena *arena, Str shown)
{
    return without_marks(arena, text_fold(arena, shown));
}

Str gist_normalise(Arena *arena, Str shown)
{
    if (fold_is_ascii(shown)) return normalise_ascii(arena, shown);
    Str folded = text_fold(arena, shown);
    Tally tally = {0};
    for (size_t at = 0; at < folded.size;) count(&tally, kind_of(next(folded, &at)));
    return is_prose(tally) ? without_marks(arena, folded) : folded;
}
