/* Chips (filters, tabs) and pills (states). */
#ifndef MATCHWICK_UI_CHIP_H
#define MATCHWICK_UI_CHIP_H

#include "ui/icons.h"
#include "ui/ui.h"

typedef struct {
    UiId id;
    Vec at;          /* left top; the chip is as wide as its text */
    float height;    /* 0: 36 at 100 % */
    float max_width; /* 0: none; longer text ends in an ellipsis */
    Str label;
    Str count; /* after the label, muted; may be empty */
    Icon icon;
    UiTrigger trigger;
    UiRole role; /* ROLE_CHIP or ROLE_TAB; others of the same row share `group` */
    UiId group;
    bool is_on;
    bool is_disabled;
    bool is_default;
} Chip;

float chip_height(const Ui *ui);
float chip_width(Ui *ui, const Chip *chip);
bool chip_put(Ui *ui, const Chip *chip);

/* A row of chips of which one is on; left and right wrap inside it by focus, activation picks. With
   `previous` and `next` (say, COMMAND_PAGE_PREVIOUS and _NEXT) prompts at both ends and picking from
   anywhere. Chips that don't fit the area go to the next line. True when the choice changed. */
typedef struct {
    UiId id;
    Rect area;
    const Str *labels;
    int count;
    UiTrigger previous, next;
    bool has_ends;
    bool is_right; /* aligned to the area's right */
} ChipRow;
bool chip_row_put(Ui *ui, const ChipRow *row, int *selected);
float chip_row_height(Ui *ui, const ChipRow *row);

/* A pill: `fill` and `ink` of a pair of tokens (TOKEN_DEF, TOKEN_DEF_INK). At its left top; returns the
 * width.
 */
float pill_draw(Ui *ui, Vec at, Str text, Icon icon, Token fill, Token ink);
float pill_width(Ui *ui, Str text, Icon icon);
float pill_height(const Ui *ui);

#endif
