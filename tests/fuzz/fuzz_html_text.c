/* Any bytes as HTML: no crash, no hang; what comes out is text of good UTF-8, trimmed, with at most one empty
   line at a time, and none of Anki's marks. */
#include <strings.h>

#include "base/text.h"
#include "formats/html_simple.h"
#include "formats/html_text.h"
#include "fuzz/check.h"

static bool has_markup(Str html)
{
    return str_has(html, STR("<")) || str_has(html, STR("&"));
}

/* Marks of Anki, with which a tag goes that stands within: the rest may be no HTML, whose lines stay. */
static bool has_marks(Str html)
{
    return str_has(html, STR("[sound:")) || str_has(html, STR("[[type:"));
}

/* Text that is laid out already keeps its empty lines; tags are of any case. */
static bool has_pre(Str html)
{
    for (size_t i = 0; i + 4 <= html.size; i++)
        if (strncasecmp(html.data + i, "<pre", 4) == 0) return true;
    return false;
}

static void check_text(Str html, HtmlText out)
{
    CHECK(out.state == HTML_TEXT_OK || out.text.size == 0);
    CHECK(out.pictures >= 0 && out.sounds >= 0);
    CHECK(str_is(out.text, str_trim(out.text)));
    CHECK(out.text.size <= 8 * html.size + 64);
    if (text_find_invalid_utf8(html) == TEXT_NO_OFFSET)
        CHECK(text_find_invalid_utf8(out.text) == TEXT_NO_OFFSET);
    bool is_laid_out = str_has(html, STR("<br>")) && !has_pre(html) && !has_marks(html);
    if (is_laid_out) CHECK(!str_has(out.text, STR("\n\n\n")));
}

/* What needs no parser gives the text that the parser gives: a tag of no meaning calls it. */
static void check_simple(Str html, HtmlText out, Arena *arena)
{
    if (has_marks(html)) return;
    if (!html_simple_is(html) || text_find_invalid_utf8(html) != TEXT_NO_OFFSET) return;
    HtmlText parsed = html_text(str_format(arena, "%.*s<wbr>", STR_FMT(html)), arena);
    if (parsed.state != HTML_TEXT_OK || str_has(parsed.text, STR("\xEF\xBF\xBD"))) return;
    CHECK(str_is(parsed.text, out.text) || !has_markup(html));
    CHECK(parsed.pictures == out.pictures && parsed.sounds == out.sounds);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Str html = {(const char *)data, size};
    html_text_is_html(html);
    HtmlText out = html_text(html, &arena);
    check_text(html, out);
    check_simple(html, out, &arena);
    arena_deinit(&arena);
    return 0;
}
