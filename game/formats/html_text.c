#include "formats/html_text.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <gumbo.h>

#include "base/text.h"
#include "formats/html_lines.h"
#include "formats/html_simple.h"
#include "formats/html_small.h"

#define MAX_DEPTH      200
#define MOST_MOVED_IN  6 /* lists within lists: deeper ones would be more space than text */
#define MAX_ATTRIBUTES 200
#define PARSE_BYTES    (32u << 20)
#define MARK_BYTES     1024

/* Where gumbo gets its memory, all of which goes at once: it frees by recursion, and cannot be told to stop
   otherwise. */
typedef struct {
    Arena arena;
    size_t left;
    jmp_buf spent;
} Parse;

static void *take(void *user, size_t size)
{
    Parse *parse = user;
    if (size > parse->left) longjmp(parse->spent, 1);
    parse->left -= size;
    return arena_alloc(&parse->arena, size);
}

static void leave(void *user, void *bytes)
{
    (void)user;
    (void)bytes;
}

static const GumboNode *parse_html(Parse *parse, Str html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take;
    options.deallocator = leave;
    options.userdata = parse;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_DIV;
    if (setjmp(parse->spent) != 0) return NULL;
    return gumbo_parse_with_options(&options, html.data, html.size)->root;
}

/* What a tag does to the text. */
typedef enum {
    DOES_NOTHING,
    DOES_BREAK,
    DOES_BLOCK,
    DOES_ITEM,
    DOES_CELL,
    DOES_READING, /* of ruby */
    DOES_SMALL,
    DOES_PICTURE, /* it and what is in it is no text */
    DOES_SOUND,
    DOES_HIDE
} Does;

static Does does(GumboTag tag)
{
    static const GumboTag blocks[] = {
        GUMBO_TAG_DIV,     GUMBO_TAG_P,          GUMBO_TAG_UL,     GUMBO_TAG_OL,     GUMBO_TAG_DL,
        GUMBO_TAG_DT,      GUMBO_TAG_DD,         GUMBO_TAG_TR,     GUMBO_TAG_TABLE,  GUMBO_TAG_CAPTION,
        GUMBO_TAG_H1,      GUMBO_TAG_H2,         GUMBO_TAG_H3,     GUMBO_TAG_H4,     GUMBO_TAG_H5,
        GUMBO_TAG_H6,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,    GUMBO_TAG_HR,     GUMBO_TAG_SECTION,
        GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER,     GUMBO_TAG_FOOTER, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION,
        GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,    GUMBO_TAG_CENTER, GUMBO_TAG_ASIDE,  GUMBO_TAG_ADDRESS,
        GUMBO_TAG_OPTION,  GUMBO_TAG_FIELDSET,
    };
    static const struct {
        GumboTag tag;
        Does does;
    } others[] = {
        {GUMBO_TAG_BR, DOES_BREAK},      {GUMBO_TAG_LI, DOES_ITEM},        {GUMBO_TAG_TD, DOES_CELL},
        {GUMBO_TAG_TH, DOES_CELL},       {GUMBO_TAG_RT, DOES_READING},     {GUMBO_TAG_SUB, DOES_SMALL},
        {GUMBO_TAG_SUP, DOES_SMALL},     {GUMBO_TAG_IMG, DOES_PICTURE},    {GUMBO_TAG_SVG, DOES_PICTURE},
        {GUMBO_TAG_VIDEO, DOES_PICTURE}, {GUMBO_TAG_CANVAS, DOES_PICTURE}, {GUMBO_TAG_OBJECT, DOES_PICTURE},
        {GUMBO_TAG_EMBED, DOES_PICTURE}, {GUMBO_TAG_AUDIO, DOES_SOUND},    {GUMBO_TAG_SCRIPT, DOES_HIDE},
        {GUMBO_TAG_STYLE, DOES_HIDE},    {GUMBO_TAG_TEMPLATE, DOES_HIDE},  {GUMBO_TAG_IFRAME, DOES_HIDE},
        {GUMBO_TAG_NOSCRIPT, DOES_HIDE}, {GUMBO_TAG_RP, DOES_HIDE},        {GUMBO_TAG_TITLE, DOES_HIDE},
    };
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if (blocks[i] == tag) return DOES_BLOCK;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].tag == tag) return others[i].does;
    return DOES_NOTHING;
}

typedef struct {
    const GumboNode *node;
    unsigned next;  /* child */
    bool is_hidden; /* what is in it is no text */
} Level;

typedef struct {
    HtmlText *out;
    Arena *arena; /* the parse's */
    HtmlLines lines;
    Level levels[MAX_DEPTH];
    int depth;
    long numbers[MAX_DEPTH]; /* of the next item, by list; -1: bullets */
    int lists, kept;         /* lists and <pre>s that are open */
} Walk;

static bool is_list(GumboTag tag)
{
    return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
}

static long first_number(const GumboElement *list)
{
    if (list->tag == GUMBO_TAG_UL) return -1;
    const GumboAttribute *start = gumbo_get_attribute(&list->attributes, "start");
    long number = start ? strtol(start->value, NULL, 10) : 1;
    return number < 0 || number > 1000000 ? 1 : number;
}

/* "  3. ": moved in by its level and, in a numbered list, its number. */
static Str bullet(Walk *walk)
{
    int level = walk->lists > 1 ? walk->lists - 1 : 0;
    if (level > MOST_MOVED_IN) level = MOST_MOVED_IN;
    long number = walk->lists > 0 ? walk->numbers[walk->lists - 1] : -1;
    if (number < 0) return str_format(walk->arena, "%*s• ", 2 * level, "");
    walk->numbers[walk->lists - 1]++;
    return str_format(walk->arena, "%*s%ld. ", 2 * level, "", number);
}

/* True: the small text is written, and what is in the tag is done. */
static bool add_small(Walk *walk, const GumboElement *element)
{
    if (element->children.length != 1) return false;
    const GumboNode *child = element->children.data[0];
    if (child->type != GUMBO_NODE_TEXT) return false;
    Str small = html_small(str_of(child->v.text.text), element->tag == GUMBO_TAG_SUP, walk->arena);
    html_lines_word(&walk->lines, small);
    return small.size > 0;
}

static void enter_list(Walk *walk, const GumboElement *list)
{
    walk->numbers[walk->lists++] = first_number(list);
}

/* False: what is in it is no text. */
static bool enter(Walk *walk, const GumboElement *element)
{
    Does does_it = does(element->tag);
    walk->out->pictures += does_it == DOES_PICTURE;
    walk->out->sounds += does_it == DOES_SOUND;
    if (does_it == DOES_PICTURE || does_it == DOES_SOUND || does_it == DOES_HIDE) return false;
    if (does_it == DOES_SMALL && add_small(walk, element)) return false;
    if (does_it == DOES_READING && element->children.length == 0) return true;
    if (is_list(element->tag)) enter_list(walk, element);
    walk->kept += element->tag == GUMBO_TAG_PRE;
    if (does_it == DOES_BREAK) html_lines_break(&walk->lines);
    if (does_it == DOES_BLOCK && walk->lines.before.size == 0) html_lines_block(&walk->lines);
    if (does_it == DOES_ITEM) html_lines_item(&walk->lines, bullet(walk));
    if (does_it == DOES_CELL) html_lines_cell(&walk->lines);
    if (does_it == DOES_READING) html_lines_join(&walk->lines, STR("["));
    return true;
}

static void leave_element(Walk *walk, const GumboElement *element)
{
    Does does_it = does(element->tag);
    walk->lists -= is_list(element->tag);
    walk->kept -= element->tag == GUMBO_TAG_PRE;
    if (does_it == DOES_BLOCK || does_it == DOES_ITEM) html_lines_block(&walk->lines);
    if (does_it == DOES_READING && element->children.length > 0) html_lines_join(&walk->lines, STR("]"));
}

static bool has_children(const GumboNode *node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* False: it is tangled. */
static bool step_in(Walk *walk, const GumboNode *node)
{
    bool is_hidden = walk->depth > 0 && walk->levels[walk->depth - 1].is_hidden;
    if (!has_children(node)) {
        bool is_text = node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT;
        if (is_text && !is_hidden) html_lines_text(&walk->lines, str_of(node->v.text.text), walk->kept > 0);
        return true;
    }
    if (walk->depth == MAX_DEPTH || node->v.element.attributes.length > MAX_ATTRIBUTES) return false;
    is_hidden = is_hidden || !enter(walk, &node->v.element);
    walk->levels[walk->depth++] = (Level){.node = node, .is_hidden = is_hidden};
    return true;
}

static void step_out(Walk *walk)
{
    const Level *level = &walk->levels[--walk->depth];
    if (!level->is_hidden) leave_element(walk, &level->node->v.element);
}

static bool walk_all(Walk *walk, const GumboNode *root)
{
    if (!step_in(walk, root)) return false;
    while (walk->depth > 0) {
        Level *level = &walk->levels[walk->depth - 1];
        const GumboVector *children = &level->node->v.element.children;
        if (level->next == children->length)
            step_out(walk);
        else if (!step_in(walk, children->data[level->next++]))
            return false;
    }
    return true;
}

static void read_tags(Str html, Arena *arena, HtmlText *out)
{
    Parse parse = {.left = PARSE_BYTES};
    arena_init(&parse.arena, 0);
    const GumboNode *root = parse_html(&parse, html);
    Walk walk = {.out = out, .arena = &parse.arena};
    html_lines_init(&walk.lines, arena, html.size);
    if (root && walk_all(&walk, root)) {
        /* gumbo overflows at numbers of very many digits */
        out->text = text_repair(arena, str_trim(str_buf_str(&walk.lines.out)));
    } else
        *out = (HtmlText){.state = HTML_TEXT_TANGLED, .text = STR("")};
    arena_deinit(&parse.arena);
}

static bool has_byte(Str text, char byte)
{
    return text.size > 0 && memchr(text.data, byte, text.size) != NULL;
}

static void read_plain(Str text, Arena *arena, HtmlText *out)
{
    HtmlLines lines;
    html_lines_init(&lines, arena, text.size);
    html_lines_text(&lines, text, true);
    out->text = str_trim(str_buf_str(&lines.out));
}

static void read_simple(Str html, Arena *arena, HtmlText *out)
{
    HtmlLines lines;
    html_lines_init(&lines, arena, html.size);
    html_simple_read(html, &lines, &out->pictures);
    out->text = str_trim(str_buf_str(&lines.out));
}

static size_t find_end(Str text, Str end)
{
    for (size_t i = 0; i + end.size <= text.size && i < MARK_BYTES; i++)
        if (str_starts(str_slice(text, i, text.size), end)) return i + end.size;
    return 0;
}

/* Anki takes them out of a field before it is HTML: with an entity in them they are text. */
static Str take_marks(Str html, Arena *arena, int32_t *sounds)
{
    StrBuf rest;
    str_buf_init(&rest, arena);
    size_t from = 0, at = 0;
    for (const char *open; (open = memchr(html.data + at, '[', html.size - at)) != NULL;) {
        at = (size_t)(open - html.data);
        Str here = str_slice(html, at, html.size);
        bool is_sound = str_starts(here, STR("[sound:")), is_typing = str_starts(here, STR("[[type:"));
        size_t size = is_sound ? find_end(here, STR("]")) : is_typing ? find_end(here, STR("]]")) : 0;
        if (size) {
            *sounds += is_sound;
            str_buf_add(&rest, str_slice(html, from, at));
            from = at + size;
        }
        at += size ? size : 1;
    }
    if (from == 0) return html;
    str_buf_add(&rest, str_slice(html, from, html.size));
    return str_buf_str(&rest);
}

HtmlText html_text(Str html, Arena *arena)
{
    HtmlText out = {.text = STR("")};
    if (has_byte(html, '[')) html = take_marks(html, arena, &out.sounds);
    bool has_tags = has_byte(html, '<') || has_byte(html, '&');
    if (has_tags && html.size > HTML_TEXT_MAX_BYTES)
        out = (HtmlText){.state = HTML_TEXT_TOO_BIG, .text = STR("")};
    else if (has_tags && html_simple_is(html))
        read_simple(html, arena, &out);
    else if (has_tags)
        read_tags(html, arena, &out);
    else if (has_byte(html, '\xC2'))
        read_plain(html, arena, &out);
    else
        out.text = str_trim(html);
    return out;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "<b", "</b", "<!--". */
static bool is_tag(Str rest)
{
    size_t at = rest.size > 1 && rest.data[1] == '/' ? 2 : 1;
    return rest.size > at && (is_letter(rest.data[at]) || rest.data[at] == '!');
}

/* "&amp;", "&#39;", "&#x27;". */
static bool is_entity(Str rest)
{
    size_t at = 1;
    if (rest.size > at && rest.data[at] == '#') at++;
    size_t start = at;
    while (at < rest.size && at < 32 && (is_letter(rest.data[at]) || is_digit(rest.data[at]))) at++;
    return at > start && at < rest.size && rest.data[at] == ';';
}

bool html_text_is_html(Str text)
{
    size_t last = text.size; /* behind it no tag can end */
    while (last > 0 && text.data[last - 1] != '>') last--;
    for (size_t i = 0; i < text.size; i++) {
        Str rest = str_slice(text, i, text.size);
        if (*rest.data == '&' && is_entity(rest)) return true;
        if (*rest.data == '<' && i < last && is_tag(rest)) return true;
    }
    return false;
}
