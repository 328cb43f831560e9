/* What the screen of cards remembers between passes, and its parts. */
#ifndef MATCHWICK_SCREENS_CARDS_PARTS_H
#define MATCHWICK_SCREENS_CARDS_PARTS_H

#include "screens/screen.h"
#include "screens/tag_chooser.h"
#include "ui/field.h"

typedef enum { CARDS_NO_DIALOG, CARDS_OPTIONS, CARDS_JUMPING, CARDS_READING } CardsDialog;

/* What is painted on a card that lies there. */
typedef struct {
    Rect rect; /* without its edge */
    uint32_t card;
    Side side; /* on top; of both, the first */
    bool is_both;
} CardsFace;

/* For the look alone: what was seen last, so that what changes can move. */
typedef struct {
    bool is_there;
    CardsFace before;
    uint32_t at;
    int64_t flipped_ms, moved_ms;
    int moved_by; /* -1: back, 1: on */
} CardsMotion;

/* A finger or mouse that takes the card aside. */
typedef struct {
    bool is_down;
    float from_x, by;
} CardsSwipe;

typedef struct {
    CardsDialog dialog;
    TagChooser tags;
    CardsMotion motion;
    CardsSwipe swipe;
    float wheel; /* lines turned and not used yet */
    bool wants_focus;
    /* Jumping to a card: what is typed, and the places in the order that it finds. */
    TextEdit wanted;
    Keyboard keyboard;
    const uint32_t *hits; /* NULL: nothing is typed, all of them */
    uint32_t hit_count;
} CardsScreen;

/* The intent of one input of study/cards.h. */
Intent cards_input(CardsInputKind kind, int64_t number);
UiId cards_card_id(void);

/* --- cards_face.c --- */
/* Paints the card on the open layer. False: some text did not fit whole. */
bool cards_face_paint(Ui *ui, const Model *model, const CardsFace *face);
Rect cards_face_star(const Ui *ui, Rect card);
/* All of what the face says, however long. */
Str cards_face_text(Arena *arena, const Deck *deck, const CardsFace *face);

/* --- cards_stack.c --- */
/* The card, those behind it, and the ways to turn it. `is_whole`: nothing on it was cut. */
Intent cards_stack_put(Ui *ui, CardsScreen *screen, const Model *model, Rect area, bool *is_whole);

/* --- cards_tools.c --- */
void cards_progress_draw(Ui *ui, const Cards *cards, Rect bar);
Intent cards_tools_put(Ui *ui, CardsScreen *screen, const Model *model, Rect line);
/* In place of the card where the stack is empty. */
Intent cards_empty_put(Ui *ui, const Model *model, Rect area);

/* --- cards_dialogs.c --- */
Intent cards_options_put(Ui *ui, CardsScreen *screen, const Model *model);
void cards_reading_put(Ui *ui, CardsScreen *screen, const Model *model);

/* --- cards_jump.c --- */
void cards_jump_load(CardsScreen *screen, Arena *arena, const Model *model);
Intent cards_jump_open(CardsScreen *screen);
Intent cards_jump_put(Ui *ui, CardsScreen *screen, const Model *model);

#endif
