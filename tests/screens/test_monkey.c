/* Somebody who presses anything at any time, on every screen, with every device, while the window changes its
   size, decks come and go, and settings change: nothing crashes (under the sanitizers), the focus is never
   lost, and every screen can be left by keys alone, by a pad alone and by a finger alone.
   With arguments: test_monkey STEPS SEED runs one such sitting of another length. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app_fixture.h"
#include "base/rng.h"
#include "screens/test_intent.h"

#define STEPS       2500
#define LEAVE_EVERY 40
#define MOST_LEAVES 60 /* presses until the title is there */

typedef struct {
    AppFixture fixture;
    Rng rng;
    uint64_t seed;
    int step;
    int seen[SCREEN_COUNT]; /* steps that began on each screen */
} Monkey;

static int below(Monkey *m, int n)
{
    return (int)rng_below(&m->rng, (uint64_t)n);
}

static bool is_one_in(Monkey *m, int n)
{
    return below(m, n) == 0;
}

static App *app_of(Monkey *m)
{
    return m->fixture.app;
}

static const char *place_of(Monkey *m)
{
    static char text[96];
    snprintf(text, sizeof text, "seed %llu, step %d, %s", (unsigned long long)m->seed, m->step,
             app_screen(app_of(m))->name);
    return text;
}

static bool is_home(Monkey *m)
{
    const Ui *ui = app_ui(app_of(m));
    const UiWidget *focused = ui_find_widget(ui, ui_focused(ui));
    return app_screen(app_of(m))->id == SCREEN_TITLE && (!focused || focused->scope == 0);
}

/* --- what the monkey does --- */

static void press_key(Monkey *m)
{
    static const int likely[] = {KEY_UP,    KEY_DOWN,   KEY_LEFT,  KEY_RIGHT,    KEY_ENTER, KEY_ENTER,
                                 KEY_ENTER, KEY_ESCAPE, KEY_SPACE, KEY_DELETE,   KEY_F5,    KEY_F10,
                                 KEY_F11,   KEY_1,      KEY_2,     KEY_BACKSPACE};
    int count = (int)(sizeof likely / sizeof *likely);
    int key = is_one_in(m, 2) ? likely[below(m, count)] : KEY_A + below(m, KEY_UP - KEY_A + 8);
    unsigned mods = is_one_in(m, 6) ? (unsigned)below(m, 16) : 0;
    platform_null_press_key(&m->fixture.null, key, mods);
    for (int i = is_one_in(m, 8) ? 5 : 0; i > 0; i--)
        platform_null_push(&m->fixture.null, (InputEvent){.kind = INPUT_KEY_DOWN,
                                                          .device = DEVICE_KEYBOARD,
                                                          .key = key,
                                                          .mods = mods,
                                                          .is_repeat = true});
}

static void press_pad(Monkey *m)
{
    PadButton button = (PadButton)(is_one_in(m, 3) ? PAD_A : below(m, PAD_BUTTON_COUNT));
    if (button == PAD_GUIDE) button = PAD_UP;
    platform_null_press_pad(&m->fixture.null, button);
}

static const UiWidget *any_widget(Monkey *m)
{
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(app_of(m)), &count);
    return count ? &widgets[below(m, count)] : NULL;
}

static Vec somewhere(Monkey *m)
{
    const UiWidget *widget = any_widget(m);
    if (widget && !is_one_in(m, 4)) return rect_center(widget->rect);
    Rect canvas = m->fixture.null.view.canvas;
    return (Vec){(float)below(m, (int)canvas.w + 200) - 100, (float)below(m, (int)canvas.h + 200) - 100};
}

static void point_at(Monkey *m, InputEventKind kind, Device device, Vec at)
{
    platform_null_push(&m->fixture.null, (InputEvent){.kind = kind,
                                                      .device = device,
                                                      .at = at,
                                                      .pointer_button = is_one_in(m, 12) ? 3 : 1,
                                                      .mods = is_one_in(m, 12) ? MOD_SHIFT : 0});
}

/* A press, sometimes a drag, sometimes one without an end or a beginning. */
static void point(Monkey *m)
{
    Device device = is_one_in(m, 2) ? DEVICE_MOUSE : DEVICE_TOUCH;
    Vec at = somewhere(m);
    point_at(m, INPUT_POINTER_MOVE, device, at);
    if (!is_one_in(m, 12)) point_at(m, INPUT_POINTER_DOWN, device, at);
    for (int i = is_one_in(m, 5) ? 4 : 0; i > 0; i--) {
        at.x += (float)below(m, 130) - 65;
        at.y += (float)below(m, 90) - 45;
        point_at(m, INPUT_POINTER_MOVE, device, at);
        fixture_run(&m->fixture, 16);
    }
    if (!is_one_in(m, 12)) point_at(m, INPUT_POINTER_UP, device, at);
}

static void turn_wheel(Monkey *m)
{
    platform_null_push(&m->fixture.null, (InputEvent){.kind = INPUT_WHEEL,
                                                      .device = DEVICE_MOUSE,
                                                      .at = somewhere(m),
                                                      .amount = (float)below(m, 9) - 4});
}

static void type(Monkey *m)
{
    static const char *const texts[] = {"a",         "ß", "Mira", "日本", "مرحبا", "👩‍👩‍👧",
                                        "e\xCC\x81", "",  "\xFF", " ",    "กำ",    "नमस्ते",
                                        "1",         "\n"};
    int count = (int)(sizeof texts / sizeof *texts);
    bool is_editing = is_one_in(m, 4);
    InputEvent event = {.kind = is_editing ? INPUT_TEXT_EDITING : INPUT_TEXT,
                        .device = DEVICE_KEYBOARD,
                        .cursor = is_editing ? below(m, 5) : 0};
    snprintf(event.text, sizeof event.text, "%s", texts[below(m, count)]);
    platform_null_push(&m->fixture.null, event);
}

static void resize(Monkey *m)
{
    static const int sizes[][2] = {{800, 600},   {1024, 768},  {1280, 720}, {1920, 1080},
                                   {3440, 1440}, {3840, 2160}, {800, 2160}, {3840, 600}};
    const int *size = sizes[below(m, (int)(sizeof sizes / sizeof *sizes))];
    platform_null_resize(&m->fixture.null, size[0], size[1]);
}

static void disturb(Monkey *m)
{
    static const InputEventKind kinds[] = {INPUT_FOCUS_LOST,     INPUT_FOCUS_GAINED, INPUT_EXPOSED,
                                           INPUT_LAYOUT_CHANGED, INPUT_PADS_CHANGED, INPUT_WAKE};
    InputEventKind kind = kinds[below(m, (int)(sizeof kinds / sizeof *kinds))];
    if (kind == INPUT_PADS_CHANGED) {
        m->fixture.null.pad_count = below(m, 3);
        m->fixture.null.pad_family = (PadFamily)below(m, 3);
    }
    platform_null_push(&m->fixture.null, (InputEvent){.kind = kind});
}

static void set(Monkey *m)
{
    static const char *const values[][2] = {
        {"theme", "night"},    {"theme", "paper"},    {"theme", "contrast"}, {"text", "100"},
        {"text", "150"},       {"text", "200"},       {"motion", "full"},    {"motion", "reduced"},
        {"timing", "normal"},  {"timing", "relaxed"}, {"timing", "off"},     {"countdown", "0"},
        {"countdown", "1"},    {"muted", "1"},        {"muted", "0"},        {"volume", "35"},
        {"lock-players", "1"}, {"lock-players", "0"}, {"retention", "70"},   {"retention", "97"},
        {"memory", "fsrs6"},   {"memory", "fsrs7"},   {"new-cards", "3"},    {"new-cards", "0"},
        {"reviews", "2"},      {"rollover", "23"}};
    const char *const *pair = values[below(m, (int)(sizeof values / sizeof *values))];
    Intent intent = {.kind = INTENT_SET, .text = str_of(pair[0]), .value = str_of(pair[1])};
    app_apply(app_of(m), &intent);
}

/* A deck of the player comes, changes, spoils or goes. */
static void touch_deck(Monkey *m)
{
    char path[256], text[1024], *at = text;
    snprintf(path, sizeof path, "%s/monkey-%d.json", m->fixture.decks, below(m, 3));
    if (is_one_in(m, 3)) {
        remove(path);
        return;
    }
    at += snprintf(at, 200, "{\"format\": 1, \"title\": \"Monkey %d\", \"cards\": [", below(m, 1000));
    int cards = below(m, 9);
    for (int i = 0; i < cards; i++)
        at += snprintf(at, 100, "%s{\"term\": \"t%d\", \"definition\": \"d%d %d\", \"tags\": [\"x%d\"]}",
                       i ? "," : "", i, i, below(m, 50), i % 2);
    snprintf(at, 8, "%s", is_one_in(m, 3) ? "" : "]}");
    Err err = {0};
    assert_true(file_write(path, str_of(text), &err));
}

/* Opens a deck by chance, so that rounds are played often enough. */
static void go_to_deck(Monkey *m)
{
    static const char *const ids[] = {"world-capitals", "morse-code", "japanese-kana", "no-such-deck",
                                      "monkey-1",       "",           "c-operators"};
    const char *id = ids[below(m, (int)(sizeof ids / sizeof *ids))];
    IntentKind kind = is_one_in(m, 2) ? INTENT_QUICK_PLAY : INTENT_OPEN_DECK;
    ScreenId on = app_screen(app_of(m))->id;
    if (on != SCREEN_TITLE && on != SCREEN_LIBRARY) return;
    app_apply(app_of(m), &(Intent){.kind = kind, .text = str_of(id)});
    fixture_wait_deck(&m->fixture);
}

static void play_variant(Monkey *m)
{
    const Model *model = app_model(app_of(m));
    ScreenId on = app_screen(app_of(m))->id;
    bool is_hub = on == SCREEN_DECK || on == SCREEN_VARIANTS;
    if (!is_hub || model->deck.state != DECK_READY) return;
    Setup setup = setup_default((Variant)below(m, VARIANT_MARATHON + 1));
    if (setup.mode == MODE_RUSH) setup.options = (uint32_t)(SETUP_MIN_OPTIONS + below(m, 5));
    app_apply(app_of(m), &(Intent){.kind = INTENT_PLAY, .setup = setup});
}

static void study(Monkey *m)
{
    const Model *model = app_model(app_of(m));
    if (app_screen(app_of(m))->id != SCREEN_DECK || model->deck.state != DECK_READY) return;
    Intent intent = {.kind = INTENT_STUDY_OPEN, .study = (StudyMode)below(m, STUDY_MODES)};
    if (is_one_in(m, 6))
        intent = (Intent){.kind = INTENT_DECK_TOOL, .input = TOOL_EXPORT_OPEN, .text = model->deck.id};
    app_apply(app_of(m), &intent);
}

/* Days go by, forward as a rule. */
static void pass_days(Monkey *m)
{
    m->fixture.null.wall_ms += (int64_t)(below(m, 100) - 10) * 86400000 / 4;
}

/* A test that is set up is begun, and at times handed in: else its report would hardly be seen. */
static void take_test(Monkey *m)
{
    const Model *model = app_model(app_of(m));
    ScreenId on = app_screen(app_of(m))->id;
    Intent intent = test_intent(TEST_RETAKE, 0);
    if (on == SCREEN_TEST_SETUP) intent = test_intent(TEST_SET_KINDS, 1 + below(m, TEST_ALL_KINDS));
    if (on == SCREEN_TEST_SETUP && is_one_in(m, 2)) intent = test_intent(TEST_BEGIN, 0);
    if (on == SCREEN_TEST_PAPER) intent = test_intent(is_one_in(m, 3) ? TEST_HAND_IN : TEST_GO, below(m, 20));
    intent.at_ms = m->fixture.null.now_ms;
    if (model->deck.state == DECK_READY) app_apply(app_of(m), &intent);
}

/* The way a person learns: else the monkey would hardly see a group done. */
static void learn_on(Monkey *m)
{
    const Learn *learn = app_model(app_of(m))->learn.learn;
    if (app_screen(app_of(m))->id != SCREEN_LEARN || !learn) return;
    for (int i = 0; i < 12; i++) {
        Intent intent = {.kind = INTENT_STUDY, .study = STUDY_LEARN, .input = LEARN_INPUT_NEXT};
        if (learn->phase == LEARN_ASKING && learn->question.form == LEARN_FORM_CHOICE) {
            intent.input = LEARN_INPUT_CHOOSE;
            intent.number = learn->question.deal.right;
        } else if (learn->phase == LEARN_ASKING) {
            intent.input = LEARN_INPUT_TYPE;
            intent.text = learn->question.answer;
        }
        app_apply(app_of(m), &intent);
        fixture_run(&m->fixture, 32);
    }
}

/* A menu screen by chance: those deep in others would hardly be seen. */
static void go_to_screen(Monkey *m)
{
    static const ScreenId screens[] = {SCREEN_LIBRARY,  SCREEN_LEADERBOARD,  SCREEN_PLAYERS,  SCREEN_SETTINGS,
                                       SCREEN_BINDINGS, SCREEN_HELP,         SCREEN_PROGRESS, SCREEN_SESSIONS,
                                       SCREEN_VARIANTS, SCREEN_IMPORT_FILES, SCREEN_IMPORT,   SCREEN_BACKUP};
    if (!is_home(m)) return;
    ScreenId screen = screens[below(m, (int)(sizeof screens / sizeof *screens))];
    app_apply(app_of(m), &(Intent){.kind = INTENT_OPEN, .screen = screen});
}

/* Files and texts that make sense, and such as do not, dropped whatever the screen. */
static void drop(Monkey *m)
{
    static const char *const texts[] = {"a\tb\nc\td\n",
                                        "x,y,z\n\"1\",\"2\n3\",4\n",
                                        "",
                                        "Q: why\nA: so\n",
                                        "\xFF\xFE\x01",
                                        "[{\"front\": \"a\", \"back\": \"b\"}]",
                                        "word\n"};
    const char *text = texts[below(m, (int)(sizeof texts / sizeof *texts))];
    char path[256];
    const char *paths[3] = {path, path, "/nowhere"};
    Err err = {0};
    snprintf(path, sizeof path, "%s/monkey-%d.txt", m->fixture.files, below(m, 3));
    assert_true(file_write(path, str_of(text), &err));
    snprintf(m->fixture.null.clipboard, sizeof m->fixture.null.clipboard, "%s", text);
    platform_null_drop(&m->fixture.null, paths, (size_t)below(m, 4), is_one_in(m, 3) ? text : NULL);
}

/* Beyond its own folder lies the machine, which is none of the test's business. */
static void stay_in_folder(Monkey *m)
{
    const UiWidget *folder = ui_find_widget(app_ui(app_of(m)), ui_id("file-folder"));
    if (folder && !str_starts(folder->label, STR("~"))) app_apply(app_of(m), &(Intent){.kind = INTENT_HOME});
    fixture_run(&m->fixture, 0);
}

/* The way a person ends a round: else the monkey would hardly see results. */
static void play_on(Monkey *m)
{
    const LiveRound *live = app_model(app_of(m))->round.live;
    for (int i = 0; i < 200 && live && live->phase != LIVE_OVER && live->phase != LIVE_PAUSED; i++) {
        IntentKind kind = live->round->setup.mode == MODE_MATCH ? INTENT_PICK : INTENT_ANSWER;
        uint32_t tiles = kind == INTENT_PICK ? live->round->as.match.tile_count : 4;
        int number = below(m, (int)(tiles ? tiles : 1));
        if (kind == INTENT_PICK && live->round->as.match.selected != MATCH_NO_TILE)
            number = (int)match_partner(&live->round->as.match, live->round->as.match.selected);
        Intent intent = {.kind = kind, .number = number, .at_ms = m->fixture.null.now_ms};
        if (live->phase == LIVE_WAITING) intent.kind = INTENT_GO;
        app_apply(app_of(m), &intent);
        fixture_run(&m->fixture, 64);
        live = app_model(app_of(m))->round.live;
    }
}

/* --- what must be so --- */

/* The dialog opened last takes all input; 0: there is none. */
static UiId innermost(const UiWidget *widgets, int count)
{
    UiId scope = 0;
    for (int i = 0; i < count; i++)
        if (widgets[i].scope != 0) scope = widgets[i].scope;
    return scope;
}

/* Where anything takes the focus, something has it. */
static void check_focus(Monkey *m)
{
    const Ui *ui = app_ui(app_of(m));
    int count, focusable = 0;
    const UiWidget *widgets = ui_widgets(ui, &count);
    UiId scope = innermost(widgets, count);
    for (int i = 0; i < count; i++) {
        if (!(widgets[i].flags & UI_FOCUSABLE) || widgets[i].scope != scope) continue;
        if (widgets[i].id == ui_focused(ui)) return;
        focusable++;
    }
    if (focusable > 0) fail_msg("%s: nothing has the focus", place_of(m));
}

static bool touch_widget(Monkey *m, const char *label)
{
    int count;
    const UiWidget *widgets = ui_widgets(app_ui(app_of(m)), &count), *found = NULL;
    UiId scope = innermost(widgets, count);
    for (int i = 0; i < count; i++) {
        bool is_live = widgets[i].scope == scope && widgets[i].role != ROLE_ROW &&
                       widgets[i].flags & (UI_FOCUSABLE | UI_POINTER);
        bool is_found = found && str_is(found->label, str_of(label)); /* "Back", not "Backup" */
        if (is_live && !is_found && str_starts(widgets[i].label, str_of(label))) found = &widgets[i];
    }
    if (!found) return false;
    Vec at = rect_center(found->rect);
    InputEvent event = {.kind = INPUT_POINTER_MOVE, .device = DEVICE_TOUCH, .at = at, .pointer_button = 1};
    platform_null_push(&m->fixture.null, event);
    event.kind = INPUT_POINTER_DOWN;
    platform_null_push(&m->fixture.null, event);
    event.kind = INPUT_POINTER_UP;
    platform_null_push(&m->fixture.null, event);
    return true;
}

/* One step towards the title, by words that are on screen. */
static void leave_by_finger(Monkey *m)
{
    static const char *const ways[] = {"Give up", "Pause", "Leave", "Quit without", "Cancel",
                                       "Keep",    "Use",   "Close", "Done",         "Back"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (touch_widget(m, ways[i])) return;
}

/* The editor asks what becomes of what is not saved: from the harmless answer to that which leaves. */
static void answer_editor(Monkey *m, Device device)
{
    static const int keys[] = {KEY_DOWN, KEY_RIGHT, KEY_ENTER};
    static const PadButton buttons[] = {PAD_DOWN, PAD_RIGHT, PAD_A};
    for (int i = 0; i < 3; i++) {
        if (device == DEVICE_PAD)
            platform_null_press_pad(&m->fixture.null, buttons[i]);
        else
            platform_null_press_key(&m->fixture.null, keys[i], 0);
        fixture_run(&m->fixture, 200);
    }
}

static void leave_once(Monkey *m, Device device)
{
    PlatformNull *null = &m->fixture.null;
    const LiveRound *live = app_model(app_of(m))->round.live;
    ScreenId on = app_screen(app_of(m))->id;
    bool is_round = on == SCREEN_MATCH || on == SCREEN_RUSH;
    bool is_paused = is_round && live && live->phase == LIVE_PAUSED;
    bool is_playing = is_round && live && live->phase != LIVE_WAITING && !is_paused;
    if (device == DEVICE_TOUCH)
        leave_by_finger(m);
    else if (on == SCREEN_EDITOR && app_model(app_of(m))->draft.is_leaving)
        answer_editor(m, device);
    else if (device == DEVICE_PAD)
        platform_null_press_pad(null, is_paused ? PAD_Y : is_playing ? PAD_START : PAD_B);
    else
        platform_null_press_key(null, is_paused ? KEY_G : KEY_ESCAPE, 0);
}

static void check_leaving(Monkey *m)
{
    static const Device devices[] = {DEVICE_KEYBOARD, DEVICE_PAD, DEVICE_TOUCH};
    Device device = devices[below(m, 3)];
    const char *from = app_screen(app_of(m))->name;
    /* where a key is waited for, any is an answer: the wait ends by itself */
    if (app_screen(app_of(m))->id == SCREEN_BINDINGS) fixture_run(&m->fixture, 20000);
    app_apply(app_of(m), &(Intent){.kind = INTENT_RESET_BINDINGS});
    platform_null_push(&m->fixture.null, (InputEvent){.kind = INPUT_FOCUS_GAINED});
    /* an input method gives up what it composes before it lets a key through */
    platform_null_push(&m->fixture.null, (InputEvent){.kind = INPUT_TEXT_EDITING});
    fixture_run(&m->fixture, 500);
    for (int i = 0; i < MOST_LEAVES && !is_home(m); i++) {
        leave_once(m, device);
        fixture_wait_backup(&m->fixture);
        fixture_run(&m->fixture, 500);
    }
    if (!is_home(m)) fail_msg("%s: device %d does not lead from %s to the title", place_of(m), device, from);
}

/* A card of a shipped deck, or one that no deck has; another program may write the deck meanwhile. */
static void edit(Monkey *m)
{
    static const char *const cards[] = {"", "france", "nobody"};
    Intent intent = {.kind = INTENT_EDIT_DECK,
                     .text = is_one_in(m, 2) ? STR("monkey-1") : STR("world-capitals"),
                     .value = str_of(cards[below(m, 3)])};
    app_apply(app_of(m), &intent);
}

/* --- a sitting --- */

static void act(Monkey *m)
{
    int what = below(m, 100);
    bool is_round = app_model(app_of(m))->round.live != NULL;
    ScreenId on = app_screen(app_of(m))->id;
    bool is_hub = on == SCREEN_DECK;
    bool is_test = on == SCREEN_TEST_SETUP || on == SCREEN_TEST_PAPER || on == SCREEN_TEST_REPORT;
    if (is_round && is_one_in(m, 12))
        play_on(m);
    else if (is_hub && is_one_in(m, 4))
        study(m);
    else if (is_hub && is_one_in(m, 5))
        edit(m);
    else if (is_test && is_one_in(m, 8))
        take_test(m);
    else if (is_one_in(m, 12))
        learn_on(m);
    else if (is_one_in(m, 150))
        drop(m);
    else if (what < 36)
        press_key(m);
    else if (what < 56)
        press_pad(m);
    else if (what < 74)
        point(m);
    else if (what < 77)
        turn_wheel(m);
    else if (what < 81)
        type(m);
    else if (what < 83)
        resize(m);
    else if (what < 87)
        disturb(m);
    else if (what < 89)
        is_one_in(m, 4) ? pass_days(m) : set(m);
    else if (what < 91)
        touch_deck(m);
    else if (what < 94)
        go_to_deck(m);
    else if (what < 96)
        play_variant(m);
    else
        go_to_screen(m);
}

/* Leaving the program is a thing that a monkey does; the next sitting opens the same folder. */
static void start_again(Monkey *m)
{
    app_close(app_of(m));
    fixture_start(&m->fixture);
}

static void sit(uint64_t seed, int steps)
{
    static Monkey monkey;
    memset(&monkey, 0, sizeof monkey);
    Monkey *m = &monkey;
    m->seed = seed;
    rng_seed(&m->rng, seed);
    fixture_open(&m->fixture);
    for (m->step = 0; m->step < steps; m->step++) {
        m->seen[app_screen(app_of(m))->id]++;
        act(m);
        fixture_wait_backup(&m->fixture);
        fixture_run(&m->fixture, is_one_in(m, 25) ? 3000 : below(m, 120));
        if (app_is_done(app_of(m))) start_again(m);
        stay_in_folder(m);
        check_focus(m);
        if (m->step % LEAVE_EVERY == LEAVE_EVERY - 1) check_leaving(m);
    }
    for (int i = 0; i < SCREEN_COUNT; i++)
        print_message("%s %d  ", screen_kind((ScreenId)i)->name, m->seen[i]);
    print_message("\n");
    fixture_close(&m->fixture);
}

static void nothing_that_a_monkey_does_loses_the_focus_or_the_way_out(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) sit(seed, STEPS);
}

int main(int argc, char **argv)
{
    if (argc == 3) {
        sit(strtoull(argv[2], NULL, 10), atoi(argv[1]));
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_that_a_monkey_does_loses_the_focus_or_the_way_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
