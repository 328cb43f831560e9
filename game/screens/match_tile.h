/* One tile of a match board as it looks at a moment: at rest, picked, wrong, on its way in or out; and the
   slot that it leaves. Draws only. */
#ifndef MATCHWICK_SCREENS_MATCH_TILE_H
#define MATCHWICK_SCREENS_MATCH_TILE_H

#include "screens/model.h"
#include "ui/ui.h"

#define TILE_RADIUS   16.0f
#define TILE_POP_MS   260
#define TILE_WRONG_MS 600

typedef struct {
    Rect rect;
    const Tile *tile;
    const TileLook *look;
    Command command; /* whose key it has */
    int64_t deal_ms; /* when it begins to come in */
    bool is_hovered;
} TileView;

/* A side of a card as a tile at rest, without a key. */
void match_tile_draw_side(Ui *ui, Rect rect, Side side, Str text);
/* On the board. */
void match_tile_draw(Ui *ui, const TileView *view);
/* Shakes: to be drawn after its neighbours. */
bool match_tile_is_wrong(const Ui *ui, const TileLook *look);
/* Taken by a match, or cleared away with its board at `since_ms`; nothing once that is over. */
void match_tile_draw_gone(Ui *ui, const TileView *view, int64_t since_ms, bool is_matched);
void match_slot_draw(Ui *ui, Rect rect, bool has_tick);
/* "+360" over the slot; nothing once that is over. */
void match_points_draw(Ui *ui, const TileView *view);

#endif
