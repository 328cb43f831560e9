#include "formats/html_small.h"

static const struct {
    Str normal, above, below;
} SMALL[] = {
    {STR_INIT("0"), STR_INIT("⁰"), STR_INIT("₀")}, {STR_INIT("1"), STR_INIT("¹"), STR_INIT("₁")},
    {STR_INIT("2"), STR_INIT("²"), STR_INIT("₂")}, {STR_INIT("3"), STR_INIT("³"), STR_INIT("₃")},
    {STR_INIT("4"), STR_INIT("⁴"), STR_INIT("₄")}, {STR_INIT("5"), STR_INIT("⁵"), STR_INIT("₅")},
    {STR_INIT("6"), STR_INIT("⁶"), STR_INIT("₆")}, {STR_INIT("7"), STR_INIT("⁷"), STR_INIT("₇")},
    {STR_INIT("8"), STR_INIT("⁸"), STR_INIT("₈")}, {STR_INIT("9"), STR_INIT("⁹"), STR_INIT("₉")},
    {STR_INIT("+"), STR_INIT("⁺"), STR_INIT("₊")}, {STR_INIT("-"), STR_INIT("⁻"), STR_INIT("₋")},
    {STR_INIT("−"), STR_INIT("⁻"), STR_INIT("₋")}, {STR_INIT("="), STR_INIT("⁼"), STR_INIT("₌")},
    {STR_INIT("("), STR_INIT("⁽"), STR_INIT("₍")}, {STR_INIT(")"), STR_INIT("⁾"), STR_INIT("₎")},
    {STR_INIT("n"), STR_INIT("ⁿ"), STR_INIT("ₙ")}, {STR_INIT("i"), STR_INIT("ⁱ"), STR_INIT("ᵢ")},
};

Str html_small(Str text, bool is_above, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    for (size_t at = 0; at < text.size;) {
        size_t i = 0, count = sizeof SMALL / sizeof *SMALL;
        while (i < count && !str_starts(str_slice(text, at, text.size), SMALL[i].normal)) i++;
        if (i == count) return STR("");
        str_buf_add(&out, is_above ? SMALL[i].above : SMALL[i].below);
        at += SMALL[i].normal.size;
    }
    return str_buf_str(&out);
}
