/* Rounds on the real app and the null platform: starting one, playing it by keys, looking at widgets. */
#ifndef MATCHWICK_TESTS_SCREENS_ROUND_FIXTURE_H
#define MATCHWICK_TESTS_SCREENS_ROUND_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app_fixture.h"
#include "screens/board.h"

static inline int round_setup(void **state)
{
    static AppFixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

static inline int round_teardown(void **state)
{
    fixture_close(*state);
    return 0;
}

#define ROUND_TEST(test) cmocka_unit_test_setup_teardown(test, round_setup, round_teardown)

/* In LIVE_WAITING. */
static inline void start_round(AppFixture *f, const char *deck, Setup setup, uint64_t seed)
{
    Err err = {0};
    if (!app_open_deck(f->app, str_of(deck), &err)) fail_msg("%s", err.text);
    fixture_run(f, 32);
    if (!app_start_round(f->app, &setup, seed, &err)) fail_msg("%s", err.text);
    fixture_run(f, 32);
}

static inline void press_go(AppFixture *f)
{
    fixture_press(f, KEY_ENTER);
    assert_int_not_equal(app_model(f->app)->round.live->phase, LIVE_WAITING);
}

static inline const MatchRound *match_of(const AppFixture *f)
{
    return &app_model(f->app)->round.live->round->as.match;
}

static inline const RushRound *rush_of(const AppFixture *f)
{
    return &app_model(f->app)->round.live->round->as.rush;
}

static inline int key_of(const AppFixture *f, Command command)
{
    return app_model(f->app)->settings.bindings.of[command].keys[0];
}

static inline int key_of_place(const AppFixture *f, uint32_t place)
{
    return key_of(f, board_command(match_places(match_of(f)), place));
}

/* Place of the skip-th term that lies open; UINT32_MAX if there is none. */
static inline uint32_t term_place(const MatchRound *match, uint32_t skip)
{
    for (uint32_t place = 0; place < match_places(match); place++) {
        const Tile *tile = match_at(match, place);
        if (tile && tile->state != TILE_GONE && tile->deal.side == SIDE_TERM && skip-- == 0) return place;
    }
    return UINT32_MAX;
}

static inline uint32_t partner_place(const MatchRound *match, uint32_t place)
{
    uint32_t partner = match_partner(match, match_tile_number(match, place));
    return match->tiles[partner].deal.place;
}

static inline void match_pair(AppFixture *f)
{
    uint32_t term = term_place(match_of(f), 0), other = partner_place(match_of(f), term);
    fixture_press(f, key_of_place(f, term));
    fixture_press(f, key_of_place(f, other));
}

/* Needs two open pairs. */
static inline void mismatch_pair(AppFixture *f)
{
    uint32_t term = term_place(match_of(f), 0);
    uint32_t other = partner_place(match_of(f), term_place(match_of(f), 1));
    fixture_press(f, key_of_place(f, term));
    fixture_press(f, key_of_place(f, other));
}

static inline void wait_saved(AppFixture *f)
{
    Err err = {0};
    store_flush(app_model(f->app)->store, &err);
    fixture_run(f, 64);
}

static inline const UiWidget *widget_labelled(const AppFixture *f, const char *label)
{
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(f->app), &count);
    for (int i = 0; i < count; i++)
        if (str_is(widgets[i].label, str_of(label))) return &widgets[i];
    return NULL;
}

static inline const UiWidget *widget_named(const AppFixture *f, const char *id)
{
    return ui_find_widget(app_ui(f->app), ui_id(id));
}

static inline bool says(const AppFixture *f, const char *id, const char *text)
{
    const UiWidget *widget = widget_named(f, id);
    if (!widget) return false;
    char label[1024];
    snprintf(label, sizeof label, "%.*s", STR_FMT(widget->label));
    if (strstr(label, text)) return true;
    print_message("\"%s\" says \"%s\"\n", id, label);
    return false;
}

/* Does the text stand on the screen or in the list of widgets? */
static inline bool is_shown(AppFixture *f, Str text)
{
    Arena arena;
    arena_init(&arena, 0);
    app_draw(f->app);
    char wanted[256], *all = calloc(1, 1 << 20);
    snprintf(wanted, sizeof wanted, "%.*s", STR_FMT(text));
    Str texts = platform_null_texts(&f->null, &arena);
    snprintf(all, 1 << 19, "%.*s", STR_FMT(texts));
    bool is_there = strstr(all, wanted) != NULL;
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(f->app), &count);
    for (int i = 0; i < count; i++) is_there = is_there || str_is(widgets[i].label, text);
    free(all);
    arena_deinit(&arena);
    return is_there;
}

static inline void press_pad(AppFixture *f, PadButton button)
{
    platform_null_press_pad(&f->null, button);
    fixture_run(f, 32);
}

static inline void press_at(AppFixture *f, Vec at)
{
    platform_null_push(&f->null, (InputEvent){.kind = INPUT_POINTER_DOWN,
                                              .device = DEVICE_MOUSE,
                                              .at = at,
                                              .pointer_button = 1,
                                              .time_ms = f->null.now_ms});
    fixture_run(f, 0);
}

static inline void set_setting(AppFixture *f, const char *key, const char *value)
{
    Intent intent = {.kind = INTENT_SET, .text = str_of(key), .value = str_of(value)};
    app_apply(f->app, &intent);
    fixture_run(f, 32);
}

static inline bool overlap(Rect a, Rect b)
{
    Rect both = rect_intersect(a, b);
    return both.w > 0.5f && both.h > 0.5f;
}

/* Controls lie on the canvas and apart from each other; those of a scroll area count as far as they are seen.
 */
static inline void assert_controls_are_apart(const AppFixture *f)
{
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(f->app), &count);
    Rect canvas = rect_inset(f->null.view.canvas, -0.5f);
    for (int i = 0; i < count; i++) {
        const UiWidget *a = &widgets[i];
        if (!(a->flags & (UI_FOCUSABLE | UI_POINTER)) || rect_is_empty(a->rect)) continue;
        Rect seen = rect_is_empty(a->clip) ? a->rect : rect_intersect(a->rect, a->clip);
        if (rect_is_empty(seen)) continue;
        bool is_inside = seen.x >= canvas.x && seen.y >= canvas.y && seen.x + seen.w <= canvas.x + canvas.w &&
                         seen.y + seen.h <= canvas.y + canvas.h;
        if (!is_inside)
            fail_msg("%.*s lies outside: %.0f,%.0f %.0fx%.0f", STR_FMT(a->label), (double)seen.x,
                     (double)seen.y, (double)seen.w, (double)seen.h);
        for (int j = 0; j < i; j++) {
            const UiWidget *b = &widgets[j];
            if (!(b->flags & (UI_FOCUSABLE | UI_POINTER)) || rect_is_empty(b->rect) || a->scope != b->scope)
                continue;
            Rect other = rect_is_empty(b->clip) ? b->rect : rect_intersect(b->rect, b->clip);
            if (overlap(seen, other)) fail_msg("%.*s lies on %.*s", STR_FMT(a->label), STR_FMT(b->label));
        }
    }
}

typedef struct {
    int width, height;
    const char *text;
} Shape;

static const Shape shapes[] = {{800, 600, "100"},   {1024, 768, "125"}, {1280, 720, "100"},
                               {1280, 720, "150"},  {1280, 720, "175"}, {1280, 720, "200"},
                               {1920, 1080, "125"}, {800, 600, "200"},  {3440, 1440, "100"}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static inline void take_shape(AppFixture *f, const Shape *shape)
{
    platform_null_resize(&f->null, shape->width, shape->height);
    set_setting(f, "text", shape->text);
    fixture_run(f, 32);
}

#endif
