/* One option of a question (rush, test) as it looks at a moment. Draws only. */
#ifndef MATCHWICK_SCREENS_RUSH_OPTION_H
#define MATCHWICK_SCREENS_RUSH_OPTION_H

#include "play/trigram.h"
#include "ui/ui.h"

#define OPTION_RADIUS 16.0f

typedef enum {
    OPTION_OPEN,
    OPTION_RIGHT, /* the answer, shown */
    OPTION_WRONG, /* chosen, and wrong */
    OPTION_DIM,   /* the others, once it is decided */
    OPTION_CHOSEN /* taken, and nobody says yet whether it is right */
} OptionLook;

typedef struct {
    Rect rect;
    Str text;
    Side side;
    OptionLook look;
    UiTrigger cap;      /* what its prompt shows */
    int64_t decided_ms; /* when the look came */
    bool has_no_badge;  /* nothing will stand at its right end: the text may */
    bool has_no_mark;   /* a word of no side: "True" */
    bool is_hovered, is_pressed;
} OptionView;

/* True if the text is cut: the reader carries it whole. */
bool rush_option_draw(Ui *ui, const OptionView *view);

#endif
