#include "formats/anki_deck_name.h"

static bool is_level(Str name, size_t at)
{
    return str_starts(str_slice(name, at, name.size), ANKI_DECK_LEVEL);
}

Str anki_deck_level(Str name)
{
    size_t from = name.size;
    while (from > 0 && !(from >= 2 && is_level(name, from - 2))) from--;
    return str_slice(name, from, name.size);
}

Str anki_deck_root(Str a, Str b)
{
    size_t end = 0;
    for (size_t at = 0;; at++) {
        if ((at == a.size || is_level(a, at)) && (at == b.size || is_level(b, at))) end = at;
        if (at == a.size || at == b.size || a.data[at] != b.data[at]) return str_slice(a, 0, end);
    }
}

Str anki_deck_below(Str root, Str name)
{
    size_t from = root.size ? root.size + ANKI_DECK_LEVEL.size : 0;
    return from < name.size ? str_slice(name, from, name.size) : STR("");
}
