#include "play/match_board.h"

#include <assert.h>
#include <string.h>

static void put_tile(MatchRound *round, DealTile deal, bool is_decoy, EventList *events)
{
    if (round->tile_count == round->tile_capacity) {
        uint32_t capacity = round->tile_capacity ? 2 * round->tile_capacity : 48;
        Tile *tiles = ARENA_NEW_N(round->arena, Tile, capacity);
        if (round->tile_count) memcpy(tiles, round->tiles, round->tile_count * sizeof *tiles);
        round->tiles = tiles;
        round->tile_capacity = capacity;
    }
    round->at_place[deal.place] = round->tile_count;
    event_add(events, (Event){EVENT_TILE_DEALT, round->clock_ms, round->tile_count, deal.place, 0});
    round->tiles[round->tile_count++] =
        (Tile){.deal = deal, .is_decoy = is_decoy, .picked_ms = -2 * MATCH_REPICK_MS};
}

static bool is_same_card(const DealTile *a, const DealTile *b)
{
    return str_is(a->card_id, b->card_id);
}

/* How often a side of this tile's card is among the tiles. */
static uint32_t count_side(const DealTile *tiles, uint32_t count, const DealTile *tile, Side side)
{
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) found += tiles[i].side == side && is_same_card(&tiles[i], tile);
    return found;
}

/* A board's tiles lie on the places 0 .. count - 1, each card's sides are there once, each term has its
 * definition; pairs is set. */
static bool is_board(const DealTile *tiles, uint32_t count, uint32_t *pairs)
{
    uint32_t places = 0;
    *pairs = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (tiles[i].place >= count || (places >> tiles[i].place) & 1) return false;
        places |= UINT32_C(1) << tiles[i].place;
        if (count_side(tiles, count, &tiles[i], tiles[i].side) != 1) return false;
        if (tiles[i].side != SIDE_TERM) continue;
        if (count_side(tiles, count, &tiles[i], SIDE_DEFINITION) != 1) return false;
        (*pairs)++;
    }
    return *pairs > 0;
}

static uint32_t pairs_due(const MatchRound *round)
{
    const Setup *setup = &round->setup;
    uint32_t left = setup->variant == VARIANT_BLITZ ? setup->board : setup->pairs - round->dealer.pairs_dealt;
    return left < setup->board ? left : setup->board;
}

/* The most tiles from `from` on that make one board: a board is short only where cards clashed. */
static uint32_t record_board(MatchRound *round, DealTile *out)
{
    const Deal *record = round->record;
    uint32_t most_pairs = pairs_due(round), decoys = setup_decoys(&round->setup), pairs = 0;
    if (most_pairs == 0) return 0;
    uint32_t left = record->tile_count - round->tile_count, most = 2 * most_pairs + decoys;
    for (uint32_t count = most < left ? most : left; count >= 2; count--) {
        const DealTile *tiles = record->tiles + round->tile_count;
        if (!is_board(tiles, count, &pairs) || pairs > most_pairs || count - 2 * pairs > decoys) continue;
        memcpy(out, tiles, count * sizeof *out);
        round->dealer.pairs_dealt += pairs;
        return count;
    }
    round->is_record_bad = true;
    return 0;
}

bool match_board_deal(MatchRound *round, EventList *events)
{
    DealTile tiles[DEALER_MAX_TILES];
    uint32_t count = round->record ? record_board(round, tiles) : dealer_board(&round->dealer, tiles);
    if (count == 0) return false;
    round->board_first = round->tile_count;
    round->board_tiles = count;
    for (uint32_t i = 0; i < DEALER_MAX_TILES; i++) round->at_place[i] = MATCH_NO_TILE;
    for (uint32_t i = 0; i < count; i++) {
        bool is_decoy =
            tiles[i].side == SIDE_DEFINITION && count_side(tiles, count, &tiles[i], SIDE_TERM) == 0;
        put_tile(round, tiles[i], is_decoy, events);
    }
    return true;
}

static uint32_t shown_cards(const MatchRound *round, uint32_t *out)
{
    uint32_t count = 0;
    for (uint32_t place = 0; place < round->board_tiles; place++) {
        const Tile *tile = match_at(round, place);
        if (tile && tile->state != TILE_GONE && tile->deal.side == SIDE_TERM) out[count++] = tile->deal.card;
    }
    return count;
}

static bool is_free(const MatchRound *round, uint32_t place)
{
    const Tile *tile = match_at(round, place);
    return place < round->board_tiles && (!tile || tile->state == TILE_GONE);
}

static bool record_pair(MatchRound *round, DealTile out[2])
{
    const Deal *record = round->record;
    uint32_t left = record->tile_count - round->tile_count;
    if (left < 2) return false;
    memcpy(out, record->tiles + round->tile_count, 2 * sizeof *out);
    bool is_pair = out[0].side != out[1].side && is_same_card(&out[0], &out[1]) &&
                   out[0].place != out[1].place && is_free(round, out[0].place) &&
                   is_free(round, out[1].place);
    round->is_record_bad |= !is_pair;
    return is_pair;
}

static bool put_pair(MatchRound *round, const uint32_t places[2], EventList *events)
{
    DealTile pair[2];
    uint32_t shown[SETUP_MAX_BOARD];
    bool is_dealt = round->record
                        ? record_pair(round, pair)
                        : dealer_pair(&round->dealer, shown, shown_cards(round, shown), places, pair);
    if (!is_dealt) return false;
    put_tile(round, pair[0], false, events);
    put_tile(round, pair[1], false, events);
    return true;
}

void match_board_replace(MatchRound *round, uint32_t first_tile, uint32_t second_tile, EventList *events)
{
    uint32_t freed[2] = {round->tiles[first_tile].deal.place, round->tiles[second_tile].deal.place};
    if (!put_pair(round, freed, events)) return;
    for (uint32_t place = 0; place + 1 < round->board_tiles; place++) {
        if (!is_free(round, place)) continue;
        uint32_t other = place + 1;
        while (other < round->board_tiles && !is_free(round, other)) other++;
        if (other == round->board_tiles) return;
        if (!put_pair(round, (uint32_t[2]){place, other}, events)) return;
    }
}
