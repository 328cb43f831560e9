#include "study/typed_prose.h"

#include <string.h>

#include "base/text.h"
#include "play/gist.h"

#define PROSE_LETTERS 4 /* at least, for each mark: as in gist_normalise, symbols counted as marks */
#define WORD_LETTERS  5 /* with fewer, brackets are likelier an operator than a remark */

static uint32_t look(Str text, size_t at)
{
    return at < text.size ? text_next(text, &at) : 0;
}

static bool is_letter(uint32_t c)
{
    TextKind kind = c ? text_kind(c) : TEXT_OTHER;
    return kind == TEXT_LETTER || kind == TEXT_UPPER || kind == TEXT_MARK;
}

/* Dots of "U.S." and "Dr.", the apostrophe of "it's", the end of "Go!" are dress in the shortest text. */
static bool is_dress(Str text, uint32_t c, uint32_t before, size_t after)
{
    if (!is_letter(before)) return false;
    uint32_t next = look(text, after);
    bool is_last = next == 0;
    if (c == '\'' || c == 0x2019) return is_letter(next);
    if (c == '!' || c == '?') return is_last && text.size > 2;
    if (c != '.') return false;
    if (is_last || next == ' ') return true;
    size_t beyond = after;
    text_next(text, &beyond);
    return is_letter(next) && look(text, beyond) == '.';
}

/* A pair of brackets counts once, or not at all where it stands apart among words. */
bool typed_is_prose(Str shown)
{
    size_t letters = 0, digits = 0, marks = 0, apart = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < shown.size;) {
        uint32_t c = text_next(shown, &at);
        TextKind kind = text_kind(c);
        letters += kind == TEXT_LETTER || kind == TEXT_UPPER;
        digits += kind == TEXT_DIGIT;
        bool is_open = c == '(' || c == '[', is_close = c == ')' || c == ']';
        bool is_mark = kind == TEXT_PUNCTUATION || kind == TEXT_SYMBOL;
        if (is_open && (before == 0 || before == ' '))
            apart++;
        else
            marks += is_mark && !is_close && !is_dress(shown, c, before, at);
        before = c;
    }
    if (letters < WORD_LETTERS) marks += apart;
    return letters > 0 && letters + digits >= PROSE_LETTERS * marks;
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_dash(uint32_t c)
{
    return is_hyphen(c) || (c >= 0x2012 && c <= 0x2015) || c == 0x2212;
}

bool typed_is_negative(Str plain)
{
    size_t at = 0;
    return plain.size > 0 && is_dash(text_next(plain, &at)) && text_kind(look(plain, at)) == TEXT_DIGIT;
}

bool typed_ends_in_a(Str plain)
{
    size_t end = plain.size;
    while (end > 0 && strchr(" .,;:!?", plain.data[end - 1])) end--;
    return end > 1 && plain.data[end - 1] == 'a' && plain.data[end - 2] == ' ';
}

static Str without_hyphens(Arena *arena, Str text)
{
    StrBuf buf;
    str_buf_init(&buf, arena);
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        if (!is_hyphen(text_next(text, &at))) str_buf_add(&buf, str_slice(text, from, at));
    }
    return str_buf_str(&buf);
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* The comma of "1,000". */
static bool groups_digits(Str text, size_t from, size_t to)
{
    if (from == 0 || text.data[from] != ',' || !is_digit((unsigned char)text.data[from - 1])) return false;
    size_t digits = 0;
    while (is_digit(look(text, to + digits))) digits++;
    return digits == 3;
}

/* Where marks are what a text says: spaces and the shape of dashes are not. */
static Str symbols_of(Arena *arena, Str text)
{
    StrBuf buf;
    str_buf_init(&buf, arena);
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t c = text_next(text, &at);
        if (c == ' ' || groups_digits(text, from, at)) continue;
        if (is_dash(c))
            str_buf_add(&buf, STR("-"));
        else if (c == 0x2019)
            str_buf_add(&buf, STR("'"));
        else
            str_buf_add(&buf, str_slice(text, from, at));
    }
    return str_buf_str(&buf);
}

TypedKey typed_key(Arena *arena, Str plain, bool is_prose)
{
    if (!is_prose) {
        Str symbols = symbols_of(arena, plain);
        return (TypedKey){symbols, symbols};
    }
    return (TypedKey){gist_normalise_prose(arena, plain),
                      gist_normalise_prose(arena, without_hyphens(arena, plain))};
}

typedef struct {
    const char *language;
    const char *articles[14];
} Articles;

static const Articles known[] = {
    {"de", {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"}},
    {"es", {"el", "la", "los", "las", "un", "una", "unos", "unas"}},
    {"fr", {"le", "la", "les", "l'", "l\xE2\x80\x99", "un", "une", "des"}},
    {"it", {"il", "lo", "la", "i", "gli", "le", "l'", "l\xE2\x80\x99", "un", "uno", "una", "un'"}},
    {"nl", {"de", "het", "een"}},
    {"pt", {"o", "a", "os", "as", "um", "uma", "uns", "umas"}},
};

/* An article that ends in an apostrophe has no space behind it. */
static size_t match_article(Str plain, Str article)
{
    if (!str_starts(plain, article) || plain.size <= article.size + 1) return 0;
    char last = article.data[article.size - 1];
    if (last == '\'' || (unsigned char)last == 0x99) return article.size;
    return plain.data[article.size] == ' ' ? article.size + 1 : 0;
}

size_t typed_article_size(Str plain, Str language)
{
    Str primary = {language.data, 0};
    while (primary.size < language.size && language.data[primary.size] != '-') primary.size++;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (!str_is(primary, str_of(known[i].language))) continue;
        for (int k = 0; k < 14 && known[i].articles[k]; k++) {
            size_t size = match_article(plain, str_of(known[i].articles[k]));
            if (size) return size;
        }
    }
    return 0;
}
