#include "formats/html_escape.h"

static Str entity_of(char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    default: return (Str){0};
    }
}

void html_escape(StrBuf *out, Str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        Str entity = entity_of(text.data[i]);
        if (entity.size == 0) continue;
        str_buf_add(out, str_slice(text, from, i));
        str_buf_add(out, entity);
        from = i + 1;
    }
    str_buf_add(out, str_slice(text, from, text.size));
}
