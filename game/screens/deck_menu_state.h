/* The dialogs behind the deck menu, for its files. */
#ifndef MATCHWICK_SCREENS_DECK_MENU_STATE_H
#define MATCHWICK_SCREENS_DECK_MENU_STATE_H

#include "screens/deck_menu.h"
#include "screens/deck_tool.h"

/* The deck that is meant; only while it is there. */
static inline const ShelfEntry *deck_menu_deck(const DeckMenu *menu)
{
    return &menu->decks[menu->deck];
}

/* Of a deck; `value` and the like are the caller's to add. */
static inline Intent deck_menu_tool(const DeckMenu *menu, DeckTool tool)
{
    return (Intent){.kind = INTENT_DECK_TOOL, .input = (int32_t)tool, .text = deck_menu_deck(menu)->path};
}

/* Opens a page that asks for a title, with one proposed. */
void deck_menu_ask_title(DeckMenu *menu, DeckMenuPage page, Arena *arena);
Intent deck_menu_title_put(Ui *ui, DeckMenu *menu);
/* The other decks, to be ticked. */
void deck_menu_partners_put(Ui *ui, DeckMenu *menu);

#endif
