#include "base/text.h"
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

static bool is_prose(Str text)
{
    size_t letters = 0, marks = 0;
    for (size_t at = 0; at < text.size;) {
        char kind = kind_of(next(text, &at));
        letters += kind == 'l';
        marks += kind == 'p';
    }
    return letters > 0 && letters >= PROSE_LETTERS * marks;
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

Str gist_normalise(Arena *arena, Str shown)
{
    Str folded = text_fold(arena, shown);
    if (!is_prose(folded)) return folded;
    char *out = arena_alloc(arena, folded.size + 1);
    size_t size = drop_marks(folded, out);
    out[size] = '\0';
    return size ? (Str){out, size} : folded;
}
