#include "formats/html_simple.h"

#include <string.h>

typedef enum {
    TOKEN_NONE,
    TOKEN_NOTHING,
    TOKEN_TEXT,
    TOKEN_BREAK,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_PICTURE
} TokenKind;

typedef struct {
    Str name;
    TokenKind kind;
    Str text;
} Token;

#define FIRST_ENTITY 15

static const Token tokens[] = {
    {STR_INIT("<br>"), TOKEN_BREAK, STR_INIT("")},        {STR_INIT("<br />"), TOKEN_BREAK, STR_INIT("")},
    {STR_INIT("<br/>"), TOKEN_BREAK, STR_INIT("")},       {STR_INIT("<div>"), TOKEN_OPEN, STR_INIT("")},
    {STR_INIT("</div>"), TOKEN_CLOSE, STR_INIT("")},      {STR_INIT("<b>"), TOKEN_NOTHING, STR_INIT("")},
    {STR_INIT("</b>"), TOKEN_NOTHING, STR_INIT("")},      {STR_INIT("<i>"), TOKEN_NOTHING, STR_INIT("")},
    {STR_INIT("</i>"), TOKEN_NOTHING, STR_INIT("")},      {STR_INIT("<u>"), TOKEN_NOTHING, STR_INIT("")},
    {STR_INIT("</u>"), TOKEN_NOTHING, STR_INIT("")},      {STR_INIT("<em>"), TOKEN_NOTHING, STR_INIT("")},
    {STR_INIT("</em>"), TOKEN_NOTHING, STR_INIT("")},     {STR_INIT("<strong>"), TOKEN_NOTHING, STR_INIT("")},
    {STR_INIT("</strong>"), TOKEN_NOTHING, STR_INIT("")}, {STR_INIT("&nbsp;"), TOKEN_TEXT, STR_INIT(" ")},
    {STR_INIT("&lt;"), TOKEN_TEXT, STR_INIT("<")},        {STR_INIT("&gt;"), TOKEN_TEXT, STR_INIT(">")},
    {STR_INIT("&amp;"), TOKEN_TEXT, STR_INIT("&")},       {STR_INIT("&quot;"), TOKEN_TEXT, STR_INIT("\"")},
    {STR_INIT("&#39;"), TOKEN_TEXT, STR_INIT("'")},
};

/* Bytes of <img src="name">. */
static size_t picture_size(Str rest)
{
    Str front = STR("<img src=\"");
    if (!str_starts(rest, front)) return 0;
    size_t at = front.size;
    while (at < rest.size && !strchr("\"<>&", rest.data[at])) at++;
    bool is_closed = str_starts(str_slice(rest, at, rest.size), STR("\">"));
    return is_closed ? at + 2 : 0;
}

/* What stands at the front, which is a "<" or a "&", and how many bytes it has. */
static TokenKind read_token(Str rest, size_t *size, Str *text)
{
    bool is_tag = *rest.data == '<';
    size_t end = is_tag ? FIRST_ENTITY : sizeof tokens / sizeof *tokens;
    for (size_t i = is_tag ? 0 : FIRST_ENTITY; rest.size > 2 && i < end; i++) {
        Str name = tokens[i].name;
        if (rest.data[1] != name.data[1] || rest.data[2] != name.data[2] || !str_starts(rest, name)) continue;
        *size = tokens[i].name.size;
        *text = tokens[i].text;
        return tokens[i].kind;
    }
    *size = picture_size(rest);
    return *size ? TOKEN_PICTURE : TOKEN_NONE;
}

static size_t next_token(Str html, size_t from)
{
    while (from < html.size && html.data[from] != '<' && html.data[from] != '&') from++;
    return from;
}

/* The parser replaces controls that are no white space. */
static bool is_control(char c)
{
    return c == 0x7f || ((unsigned char)c < ' ' && c != '\n' && c != '\t' && c != '\r');
}

bool html_simple_is(Str html)
{
    int depth = 0;
    for (size_t at = 0; at < html.size;) {
        char c = html.data[at];
        size_t size = 1;
        Str text;
        if ((unsigned char)c > '>' && c != 0x7f)
            ; /* most are letters */
        else if (c == '<' || c == '&') {
            TokenKind kind = read_token(str_slice(html, at, html.size), &size, &text);
            depth += (kind == TOKEN_OPEN) - (kind == TOKEN_CLOSE);
            if (kind == TOKEN_NONE || depth < 0) return false;
        } else if (is_control(c))
            return false;
        at += size;
    }
    return true;
}

static void add_token(HtmlLines *lines, TokenKind kind, Str text)
{
    if (kind == TOKEN_TEXT) html_lines_word(lines, text);
    if (kind == TOKEN_BREAK) html_lines_break(lines);
    if (kind == TOKEN_OPEN || kind == TOKEN_CLOSE) html_lines_block(lines);
}

void html_simple_read(Str html, HtmlLines *lines, int32_t *pictures)
{
    for (size_t at = 0; at < html.size;) {
        size_t end = next_token(html, at), size;
        html_lines_text(lines, str_slice(html, at, end), false);
        if (end == html.size) break;
        Str text = STR("");
        TokenKind kind = read_token(str_slice(html, end, html.size), &size, &text);
        *pictures += kind == TOKEN_PICTURE;
        add_token(lines, kind, text);
        at = end + size;
    }
}
