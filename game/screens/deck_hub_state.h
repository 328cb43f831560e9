/* What the hub knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_DECK_HUB_STATE_H
#define MATCHWICK_SCREENS_DECK_HUB_STATE_H

#include "screens/deck_menu.h"
#include "screens/mastery_bar.h"
#include "screens/study_table.h"
#include "screens/tag_chooser.h"
#include "screens/variant_choice.h"

typedef enum { TILE_MATCH, TILE_RUSH, TILE_LEARN, TILE_TEST, TILE_CARDS, TILE_SPACED } HubTile;
#define HUB_TILES    6
#define HUB_TILE_GAP 16 /* between two lines of them */

typedef struct {
    bool is_ready;           /* the deck has been read */
    bool wants_focus;        /* it has just been: the tiles take the focus from the head */
    VariantChoice played[2]; /* by mode: the variant played last */
    TagChooser tags;
    MasteryParts mastery; /* of the whole deck */
    int32_t due;
    int64_t starred;
    StudyTable table;
    DeckMenu menu;
} HubState;

/* The mastery bar with its counts; `height` is what it needs in a width. A flat one has the bar and the
   percent in one line. */
float hub_mastery_height(Ui *ui, const HubState *hub, float width, bool is_flat);
void hub_mastery_draw(Ui *ui, const HubState *hub, Rect area, bool is_flat);
/* The tiles of the modes that there are: how many lines of them, and what the one activated wants. */
int hub_tile_lines(const Ui *ui, const Model *model, float width);
Intent hub_tiles_put(Ui *ui, const HubState *hub, const Model *model, Rect area);
/* A line of tag chips. */
Intent hub_tags_put(Ui *ui, HubState *hub, const Model *model, Rect line);

#endif
