#include "screens/deck_title.h"

#include "base/text.h"

static bool is_taken(const ShelfEntry *decks, int count, Str title, Str except, Arena *arena)
{
    Str folded = text_fold(arena, title);
    for (int i = 0; i < count; i++) {
        if (except.size > 0 && str_is(decks[i].path, except)) continue;
        if (str_is(text_fold(arena, decks[i].title), folded)) return true;
    }
    return false;
}

Str deck_title_trouble(const ShelfEntry *decks, int count, Str title, Str except, Arena *arena)
{
    if (str_is_blank(title)) return STR("A deck needs a name.");
    if (is_taken(decks, count, title, except, arena)) return STR("There is a deck of that name already.");
    return (Str){0};
}

/* So much of the wish that a number fits behind it. */
static Str cut(Str wish)
{
    size_t end = 0;
    for (int i = 0; i < DECK_TITLE_GRAPHEMES - 4 && end < wish.size; i++) end = text_next_grapheme(wish, end);
    return str_trim(str_slice(wish, 0, end));
}

Str deck_title_free(const ShelfEntry *decks, int count, Str wish, Arena *arena)
{
    Str title = str_copy(arena, cut(wish));
    Str base = title;
    for (int number = 2; is_taken(decks, count, title, (Str){0}, arena); number++)
        title = str_format(arena, "%.*s %d", STR_FMT(base), number);
    return title;
}
