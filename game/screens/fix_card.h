/* "Fix this card", from wherever a card is seen: opens the editor on it; Back leads to where one was. */
#ifndef MATCHWICK_SCREENS_FIX_CARD_H
#define MATCHWICK_SCREENS_FIX_CARD_H

#include "screens/intent.h"
#include "ui/keys.h"
#include "ui/prompt.h"

static inline UiTrigger fix_card_trigger(void)
{
    return ui_on_key_button(KEY_F6, PAD_RIGHT_STICK);
}

static inline Hint fix_card_hint(void)
{
    return hint_do(fix_card_trigger(), STR("Fix this card"));
}

static inline Intent fix_card(Str deck_id, Str card_id)
{
    return (Intent){.kind = INTENT_EDIT_DECK, .text = deck_id, .value = card_id};
}

#endif
