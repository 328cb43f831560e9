#include "ui/focus.h"

#include <assert.h>
#include <math.h>

/* The rectangle turned so that "right" is the way: one rule serves all four. */
static Rect turned(Rect r, FocusWay way)
{
    switch (way) {
    case FOCUS_LEFT: return (Rect){-r.x - r.w, r.y, r.w, r.h};
    case FOCUS_DOWN: return (Rect){r.y, r.x, r.h, r.w};
    case FOCUS_UP: return (Rect){-r.y - r.h, r.x, r.h, r.w};
    case FOCUS_RIGHT:
    case FOCUS_WAYS: break;
    }
    return r;
}

static float overlap(Rect a, Rect b)
{
    float top = fmaxf(a.y, b.y), bottom = fminf(a.y + a.h, b.y + b.h);
    return bottom - top;
}

enum { OUT_OF_BEAM = 3, ASTRIDE = 400 };

/* How far `b` lies to the right of `a`; infinite if it doesn't. */
static float cost_right(Rect a, Rect b)
{
    Vec ca = rect_center(a), cb = rect_center(b);
    if (cb.x <= ca.x || b.x + b.w <= a.x + a.w) return INFINITY;
    float gap = fmaxf(0, b.x - (a.x + a.w));
    float shared = overlap(a, b);
    float aside = fabsf(cb.y - ca.y);
    if (shared > 0) return gap + 0.2f * aside;
    if (cb.x - ca.x < 0.5f * aside) return INFINITY;      /* rather above or below */
    float astride = b.x < a.x + a.w ? (float)ASTRIDE : 0; /* a wide one above or below that reaches further */
    return 200 + astride + OUT_OF_BEAM * (gap + aside - shared);
}

/* Wrapping: the farthest back in the same row. */
static float cost_wrap(Rect a, Rect b)
{
    if (overlap(a, b) <= 0.5f * fminf(a.h, b.h)) return INFINITY;
    if (rect_center(b).x >= rect_center(a).x) return INFINITY;
    return b.x + 0.2f * fabsf(rect_center(b).y - rect_center(a).y);
}

typedef float CostFn(Rect a, Rect b);

static int best(const FocusSpot *spots, int count, int from, FocusWay way, CostFn *cost)
{
    Rect a = turned(spots[from].rect, way);
    int found = -1;
    float least = INFINITY;
    for (int i = 0; i < count; i++) {
        if (i == from) continue;
        float c = cost(a, turned(spots[i].rect, way));
        if (c < least) {
            least = c;
            found = i;
        }
    }
    return found;
}

static bool takes(const FocusSpot *spot, FocusWay way)
{
    return way == FOCUS_LEFT || way == FOCUS_RIGHT ? spot->takes_x : spot->takes_y;
}

static FocusLinks links_of(const FocusSpot *spots, int count, int from)
{
    FocusLinks links;
    for (int way = 0; way < FOCUS_WAYS; way++) {
        links.to[way] = from;
        links.is_wrap[way] = false;
        if (takes(&spots[from], (FocusWay)way)) continue;
        int to = best(spots, count, from, (FocusWay)way, cost_right);
        if (to < 0) {
            to = best(spots, count, from, (FocusWay)way, cost_wrap);
            links.is_wrap[way] = to >= 0;
        }
        if (to >= 0) links.to[way] = to;
    }
    return links;
}

/* Search over the links: what can be reached from spot 0, or (backwards) what can reach it. A link is
 * used if it was the one by which a spot was found. */
typedef struct {
    const FocusSpot *spots;
    FocusLinks *links;
    int count;
    int *queue;
    bool *is_found, *is_used; /* by spot; by link */
} Search;

static void search(Search *s, bool is_backwards)
{
    int head = 0, tail = 0;
    for (int i = 0; i < s->count; i++) s->is_found[i] = false;
    for (int i = 0; i < s->count * FOCUS_WAYS; i++) s->is_used[i] = false;
    s->queue[tail++] = 0;
    s->is_found[0] = true;
    while (head < tail) {
        int at = s->queue[head++];
        for (int link = 0; link < s->count * FOCUS_WAYS; link++) {
            int from = link / FOCUS_WAYS, to = s->links[from].to[link % FOCUS_WAYS];
            int here = is_backwards ? to : from, there = is_backwards ? from : to;
            if (here != at || s->is_found[there]) continue;
            s->is_found[there] = true;
            s->is_used[link] = true;
            s->queue[tail++] = there;
        }
    }
}

/* A link that may be bent without loss leads nowhere or wraps; bending others costs more. */
static float bend_cost(const Search *s, int from, int to, int way)
{
    Rect a = turned(s->spots[from].rect, (FocusWay)way), b = turned(s->spots[to].rect, (FocusWay)way);
    float distance = fabsf(rect_center(a).x - rect_center(b).x) + fabsf(rect_center(a).y - rect_center(b).y);
    bool is_ahead = rect_center(b).x > rect_center(a).x;
    const FocusLinks *links = &s->links[from];
    float cost = distance + (is_ahead ? 0 : 20000);
    if (links->to[way] != from) cost += links->is_wrap[way] ? 5000 : 100000;
    return cost;
}

/* Bends the cheapest spare link between a found and a lost spot (forwards found to lost, backwards lost to
 * found). Spare: not of `keep`, the links that the search needed. */
static bool bend_one(Search *s, const bool *keep, bool is_backwards)
{
    float least = INFINITY;
    int best_from = -1, best_to = -1, best_way = 0;
    for (int from = 0; from < s->count; from++) {
        if (s->is_found[from] == is_backwards) continue;
        for (int way = 0; way < FOCUS_WAYS; way++) {
            if (keep[from * FOCUS_WAYS + way] || takes(&s->spots[from], (FocusWay)way)) continue;
            for (int to = 0; to < s->count; to++) {
                if (s->is_found[to] != is_backwards || to == from) continue;
                float cost = bend_cost(s, from, to, way);
                if (cost >= least) continue;
                least = cost;
                best_from = from;
                best_to = to;
                best_way = way;
            }
        }
    }
    if (best_from < 0) return false;
    s->links[best_from].to[best_way] = best_to;
    s->links[best_from].is_wrap[best_way] = false;
    return true;
}

static bool is_whole(const Search *s)
{
    for (int i = 0; i < s->count; i++) {
        if (!s->is_found[i]) return false;
    }
    return true;
}

/* First every spot is made reachable from spot 0; the links by which it is are then kept while every spot is
 * made to reach spot 0. A spot that takes two of its arrows still has two: enough to be part of both. */
static void connect(Search *s, Arena *arena)
{
    for (search(s, false); !is_whole(s); search(s, false)) {
        if (!bend_one(s, s->is_used, false)) return;
    }
    bool *keep = ARENA_NEW_N(arena, bool, (size_t)(s->count * FOCUS_WAYS));
    for (int i = 0; i < s->count * FOCUS_WAYS; i++) keep[i] = s->is_used[i];
    for (search(s, true); !is_whole(s); search(s, true)) {
        if (!bend_one(s, keep, true)) return;
    }
}

const FocusLinks *focus_links(const FocusSpot *spots, int count, Arena *arena)
{
    assert(count > 0);
    FocusLinks *links = ARENA_NEW_N(arena, FocusLinks, (size_t)count);
    for (int i = 0; i < count; i++) links[i] = links_of(spots, count, i);
    Search s = {.spots = spots, .links = links, .count = count};
    s.queue = ARENA_NEW_N(arena, int, (size_t)count);
    s.is_found = ARENA_NEW_N(arena, bool, (size_t)count);
    s.is_used = ARENA_NEW_N(arena, bool, (size_t)(count * FOCUS_WAYS));
    connect(&s, arena);
    return links;
}

int focus_nearest(const FocusSpot *spots, int count, Rect place)
{
    int found = -1;
    float least = INFINITY;
    Vec c = rect_center(place);
    for (int i = 0; i < count; i++) {
        Vec o = rect_center(spots[i].rect);
        float d = (o.x - c.x) * (o.x - c.x) + (o.y - c.y) * (o.y - c.y);
        if (d < least) {
            least = d;
            found = i;
        }
    }
    return found;
}
