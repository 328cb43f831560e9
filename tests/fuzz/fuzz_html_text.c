/* Any bytes as HTML: no crash, no hang; what comes out is text of good UTF-8, trimmed, with at most one empty
   line at a time, and none of Anki's marks. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "formats/html_text.h"

#define CHECK(condition)                                                                                     \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                  \
            abort();                                                                                         \
        }                                                                                                    \
    } while (0)

static void check_text(Str html, HtmlText out)
{
    CHECK(out.state == HTML_TEXT_OK || out.text.size == 0);
    CHECK(out.pictures >= 0 && out.sounds >= 0);
    CHECK(str_is(out.text, str_trim(out.text)));
    CHECK(out.text.size <= 8 * html.size + 64);
    bool is_parsed = str_has(html, STR("<")) || str_has(html, STR("&"));
    if (is_parsed || text_find_invalid_utf8(html) == TEXT_NO_OFFSET)
        CHECK(text_find_invalid_utf8(out.text) == TEXT_NO_OFFSET);
    if (str_has(html, STR("<br>")) && !str_has(html, STR("<pre"))) CHECK(!str_has(out.text, STR("\n\n\n")));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Str html = {(const char *)data, size};
    html_text_is_html(html);
    check_text(html, html_text(html, &arena));
    arena_deinit(&arena);
    return 0;
}
