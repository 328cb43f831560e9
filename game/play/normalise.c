#include "base/text.h"
#include "play/gist.h"

/* Fewer letters than this for each mark of punctuation: not prose, the marks are what the text says. */
#define PROSE_LETTERS 4

static TextKind kind_of(uint32_t c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return TEXT_LETTER;
    return c == ' ' ? TEXT_SPACE : text_kind(c);
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
        TextKind kind = kind_of(next(text, &at));
        letters += kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_DIGIT;
        marks += kind == TEXT_PUNCTUATION;
    }
    return letters > 0 && letters >= PROSE_LETTERS * marks;
}

/* "don't" and "U.S." stay one word. */
static bool joins_letters(uint32_t c)
{
    return c == '\'' || c == '.' || c == 0x2019;
}

static bool is_article(Str word)
{
    return str_is(word, STR("a")) || str_is(word, STR("an")) || str_is(word, STR("the"));
}

/* Drops what was written since `from` if it is an article. */
static size_t end_word(char *out, size_t from, size_t size)
{
    return is_article((Str){out + from, size - from}) ? from : size;
}

static size_t drop_marks(Str text, char *out)
{
    size_t size = 0, word = 0;
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t c = next(text, &at);
        TextKind kind = kind_of(c);
        if (kind == TEXT_PUNCTUATION && joins_letters(c)) continue;
        if (kind == TEXT_PUNCTUATION || kind == TEXT_SPACE) {
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
    return size ? (Str){out, size} : folded;
}
