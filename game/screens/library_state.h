/* What the library knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_LIBRARY_STATE_H
#define MATCHWICK_SCREENS_LIBRARY_STATE_H

#include "screens/deck_menu.h"
#include "screens/screen.h"
#include "ui/text_edit.h"
#include "ui/widgets.h"

typedef struct {
    ShelfEntry entry;
    Str folded;      /* title, id and tags, folded, to be searched */
    int64_t last_ms; /* when the player last played it; 0: never */
} LibraryDeck;

typedef struct {
    LibraryDeck *decks; /* all, in the chosen order */
    int *shown;         /* those that the filter lets through */
    int count, shown_count;
    bool is_read; /* the shelf has been looked through */
    int order;    /* 0 by title, 1 by the last played */
    bool has_filter_edit;
    TextEdit filter;
    Keyboard keyboard;
    int selected; /* index into `shown` whose details stand beside */
    char selected_id[256];
    int32_t seen_made; /* of the model's decks that were made */
    DeckMenu menu;
} LibraryState;

/* The deck whose details stand beside; only where one is shown. */
static inline const ShelfEntry *library_selected(const LibraryState *library)
{
    return &library->decks[library->shown[library->selected]].entry;
}

/* One deck as a card on the shelf. True when it was activated. */
bool library_card_put(Ui *ui, LibraryState *library, const Model *model, int index, UiId list, Rect rect);
/* The details of the selected deck. */
Intent library_details_put(Ui *ui, LibraryState *library, const Model *model, Rect area);
/* A quiet picture for a deck, always the same for the same id. */
void library_picture_draw(Ui *ui, Str id, Rect box);

#endif
