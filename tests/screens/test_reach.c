/* Every control of every screen can be reached by keys alone and by a pad alone: walks the real app by its
   arrows and compares with the list of widgets. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import_fixture.h"
#include "screens/edit_intent.h"
#include "screens/test_intent.h"
#include "study_fixture.h"

#define MOST_CONTROLS 1024
#define MOST_STEPS    6000
#define WAYS          4
#define MOST_LINES    16 /* of a text in a field */
#define MOST_ROUNDS   3

static const int way_keys[WAYS] = {KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT};
static const PadButton way_buttons[WAYS] = {PAD_UP, PAD_DOWN, PAD_LEFT, PAD_RIGHT};

/* A control that was seen, and where each arrow led from it. */
typedef struct {
    UiId id;
    char label[64];
    bool is_reached, is_tried[WAYS];
    int to[WAYS];
} Control;

typedef struct {
    AppFixture *fixture;
    bool is_pad;
    Control controls[MOST_CONTROLS];
    int count, at;
} Walk;

static int find(Walk *walk, const UiWidget *widget)
{
    for (int i = 0; i < walk->count; i++)
        if (walk->controls[i].id == widget->id) return i;
    assert_true(walk->count < MOST_CONTROLS);
    Control *control = &walk->controls[walk->count];
    *control = (Control){.id = widget->id};
    snprintf(control->label, sizeof control->label, "%s %.*s", ui_role_name(widget->role),
             STR_FMT(widget->label));
    return walk->count++;
}

/* Adds what is on screen now; the focus is on one of them. Only the innermost dialog counts. */
static void look(Walk *walk)
{
    const Ui *ui = app_ui(walk->fixture->app);
    int count, focused = -1;
    const UiWidget *widgets = ui_widgets(ui, &count);
    UiId scope = 0;
    for (int i = 0; i < count; i++)
        if (widgets[i].id == ui_focused(ui)) scope = widgets[i].scope;
    for (int i = 0; i < count; i++) {
        if (!(widgets[i].flags & UI_FOCUSABLE) || widgets[i].scope != scope) continue;
        int control = find(walk, &widgets[i]);
        if (widgets[i].id == ui_focused(ui)) focused = control;
    }
    assert_true(focused >= 0);
    walk->controls[focused].is_reached = true;
    walk->at = focused;
}

/* Up and down go through the lines of a text before they leave its field. */
static bool is_within_text(const Walk *walk, int way)
{
    static const unsigned taking[WAYS] = {UI_TAKES_UP, UI_TAKES_DOWN, 0, 0};
    const Ui *ui = app_ui(walk->fixture->app);
    const UiWidget *focused = ui_find_widget(ui, ui_focused(ui));
    return !walk->is_pad && focused && focused->flags & taking[way];
}

static void press_way(const Walk *walk, int way)
{
    if (walk->is_pad)
        platform_null_press_pad(&walk->fixture->null, way_buttons[way]);
    else
        platform_null_press_key(&walk->fixture->null, way_keys[way], 0);
    fixture_run(walk->fixture, 320);
}

static void step(Walk *walk, int way)
{
    int from = walk->at;
    for (int i = 0; i < MOST_LINES && is_within_text(walk, way); i++) press_way(walk, way);
    press_way(walk, way);
    look(walk);
    walk->controls[from].is_tried[way] = true;
    walk->controls[from].to[way] = walk->at;
}

static bool has_untried(const Control *control)
{
    for (int way = 0; way < WAYS; way++)
        if (!control->is_tried[way]) return true;
    return false;
}

/* The first arrow of a shortest known way to a control with an arrow not tried yet; -1: none is left. */
static int way_on(const Walk *walk)
{
    static int queue[MOST_CONTROLS], first[MOST_CONTROLS];
    static bool is_seen[MOST_CONTROLS];
    memset(is_seen, 0, sizeof is_seen);
    int head = 0, tail = 0;
    queue[tail++] = walk->at;
    is_seen[walk->at] = true;
    first[walk->at] = -1;
    while (head < tail) {
        int at = queue[head++];
        const Control *control = &walk->controls[at];
        for (int way = 0; way < WAYS; way++) {
            if (!control->is_tried[way]) return first[at] >= 0 ? first[at] : way;
            int to = control->to[way];
            if (is_seen[to]) continue;
            is_seen[to] = true;
            first[to] = first[at] >= 0 ? first[at] : way;
            queue[tail++] = to;
        }
    }
    return -1;
}

static int count_lost(const Walk *walk)
{
    int lost = 0;
    for (int i = 0; i < walk->count; i++) lost += !walk->controls[i].is_reached;
    return lost;
}

static void try_again(Walk *walk)
{
    for (int i = 0; i < walk->count; i++)
        memset(walk->controls[i].is_tried, 0, sizeof walk->controls[i].is_tried);
}

/* `least`: as many controls as the screen must have. */
static void walk_screen(AppFixture *fixture, const char *name, bool is_pad, int least)
{
    static Walk walk;
    memset(&walk, 0, sizeof walk);
    walk.fixture = fixture;
    walk.is_pad = is_pad;
    look(&walk);
    int rounds = 0;
    for (int i = 0; i < MOST_STEPS; i++) {
        if (count_lost(&walk) == 0 && !has_untried(&walk.controls[walk.at]) && i > 4 * walk.count) break;
        int way = way_on(&walk);
        if (way < 0 && (count_lost(&walk) == 0 || ++rounds == MOST_ROUNDS)) break;
        if (way < 0) { /* where an arrow leads may have changed: the form of another card is shown */
            try_again(&walk);
            continue;
        }
        step(&walk, way);
    }
    for (int i = 0; i < walk.count; i++)
        if (!walk.controls[i].is_reached)
            fail_msg("%s, by %s: \"%s\" is reached by no arrow", name, is_pad ? "pad" : "keys",
                     walk.controls[i].label);
    if (walk.count < least) fail_msg("%s has %d controls, fewer than %d", name, walk.count, least);
}

static void open_screen(AppFixture *fixture, ScreenId screen)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    Intent open = {.kind = INTENT_OPEN, .screen = screen};
    bool is_study = screen == SCREEN_CARDS,
         is_of_deck = screen == SCREEN_VARIANTS || screen == SCREEN_SESSIONS;
    if (screen == SCREEN_DECK || is_study || is_of_deck)
        open = (Intent){.kind = INTENT_OPEN_DECK, .text = STR("world-capitals")};
    if (screen != SCREEN_TITLE) app_apply(fixture->app, &open);
    fixture_wait_deck(fixture);
    if (is_study) app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_CARDS});
    if (is_of_deck) app_apply(fixture->app, &(Intent){.kind = INTENT_OPEN, .screen = screen});
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, screen);
}

/* A class that has studied, so that lists scroll. */
static void add_players(AppFixture *fixture)
{
    char text[512] = "";
    for (int i = 2; i <= 14; i++) snprintf(text + strlen(text), 32, "Player %d\n", i);
    app_apply(fixture->app, &(Intent){.kind = INTENT_ADD_PLAYERS, .text = str_of(text)});
    study_open_hub(fixture);
    const Model *model = app_model(fixture->app);
    for (size_t i = 0; i < model->player_count; i++) study_answer(fixture, model->players[i].id, 0, true);
    study_settle(fixture);
}

/* A round can be walked over, paused, and come to its results. */
static void start_match(AppFixture *fixture)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    app_apply(fixture->app, &(Intent){.kind = INTENT_QUICK_PLAY, .text = STR("world-capitals")});
    fixture_wait_deck(fixture);
    fixture_run(fixture, 32);
    app_apply(fixture->app, &(Intent){.kind = INTENT_GO, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 800);
    assert_int_equal(app_model(fixture->app)->round.live->phase, LIVE_OPEN);
}

static void pick(AppFixture *fixture, uint32_t tile)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_PICK, .number = tile, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 96);
}

static void finish_match(AppFixture *fixture)
{
    const Model *model = app_model(fixture->app);
    while (model->round.live && !round_is_over(model->round.live->round)) {
        const MatchRound *match = &model->round.live->round->as.match;
        uint32_t place = 0;
        while (match_at(match, place)->state == TILE_GONE || match_at(match, place)->is_decoy) place++;
        uint32_t tile = match_tile_number(match, place);
        uint32_t partner = match_partner(match, tile);
        pick(fixture, tile);
        pick(fixture, partner);
    }
    fixture_run(fixture, 3000);
}

/* Some months of answers, so that the calendar's days are there to be reached. */
static void add_answers(AppFixture *fixture)
{
    const Model *model = app_model(fixture->app);
    Err err = {0};
    Deck *deck = shelf_find(model->shelf, STR("world-capitals"), &err);
    for (int i = 0; i < 90; i++) {
        int64_t days_ago = (90 - i) * 2;
        StoreAnswer answer = {.player = model->player.id,
                              .at_ms = fixture->null.wall_ms - days_ago * 86400000,
                              .day = model->today - (int32_t)days_ago,
                              .deck_id = deck_id(deck),
                              .fingerprint = deck_fingerprint(deck),
                              .card_id = deck_card_id(deck, (uint32_t)i % 9),
                              .mode = STR("learn"),
                              .format = i % 2 ? STR("typed") : STR("choice"),
                              .is_right = i % 5 != 0,
                              .response_ms = 2000,
                              .choices = 4};
        if (!answer.is_right && i % 2 == 0) answer.chosen_card = deck_card_id(deck, 9);
        store_add_answer(model->store, &answer);
    }
    deck_release(deck);
    assert_true(store_flush(model->store, &err));
}

/* Both pages, or each of the panels where they are pages of their own. */
static void walk_progress(AppFixture *fixture, bool is_pad, int pages)
{
    add_answers(fixture);
    open_screen(fixture, SCREEN_PROGRESS);
    for (int page = 0; page < pages; page++) {
        walk_screen(fixture, "progress with answers", is_pad, 3);
        fixture_press(fixture, KEY_PAGE_DOWN);
        fixture_run(fixture, 320);
    }
}

static void walk_match(AppFixture *fixture, bool is_pad)
{
    start_match(fixture);
    walk_screen(fixture, "match", is_pad, 7); /* decoy at 200 %: three pairs and a decoy */
    app_apply(fixture->app, &(Intent){.kind = INTENT_PAUSE, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 400);
    walk_screen(fixture, "pause", is_pad, 3);
    app_apply(fixture->app, &(Intent){.kind = INTENT_RESUME, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 400);
    finish_match(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_RESULTS);
    walk_screen(fixture, "results", is_pad, 2);
}

/* Without limits nothing happens while the focus walks. With up to four options a pad answers by place. */
static void walk_rush(AppFixture *fixture, bool is_pad)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET, .text = STR("timing"), .value = STR("off")});
    open_screen(fixture, SCREEN_DECK);
    Setup setup = setup_default(VARIANT_CLASSIC);
    setup.options = 6;
    app_apply(fixture->app, &(Intent){.kind = INTENT_PLAY, .setup = setup});
    fixture_run(fixture, 32);
    app_apply(fixture->app, &(Intent){.kind = INTENT_GO, .at_ms = fixture->null.now_ms});
    fixture_run(fixture, 800);
    walk_screen(fixture, "rush", is_pad, 6);
}

static void finish_spaced(AppFixture *fixture)
{
    const Model *model = app_model(fixture->app);
    while (model->spaced.sitting->at.card != DECK_NO_CARD) {
        Intent intent = {.kind = INTENT_STUDY, .study = STUDY_SPACED, .input = SPACED_SHOW};
        app_apply(fixture->app, &intent);
        intent.input = SPACED_GRADE;
        intent.number = GRADE_GOOD;
        app_apply(fixture->app, &intent);
    }
    fixture_run(fixture, 400);
}

/* The card, its grades, the end, and the options of both. */
static void walk_spaced(AppFixture *fixture, bool is_pad)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_SET, .text = STR("new-cards"), .value = STR("2")});
    open_screen(fixture, SCREEN_DECK);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_SPACED});
    fixture_run(fixture, 400);
    walk_screen(fixture, "spaced", is_pad, 1);
    fixture_press(fixture, KEY_SPACE);
    fixture_run(fixture, 400);
    walk_screen(fixture, "spaced, shown", is_pad, 4);
    fixture_press(fixture, KEY_O);
    fixture_run(fixture, 400);
    walk_screen(fixture, "spaced options", is_pad, 11);
    fixture_press(fixture, KEY_ESCAPE);
    finish_spaced(fixture);
    walk_screen(fixture, "spaced, done", is_pad, 2);
}

static void ask_test(AppFixture *fixture, int32_t input, int64_t number)
{
    Intent intent = test_intent(input, number);
    intent.at_ms = fixture->null.now_ms;
    app_apply(fixture->app, &intent);
    fixture_run(fixture, 400);
}

/* Each kind of question has a page of its own; `least`: its answers, and the way on. */
static void walk_test(AppFixture *fixture, bool is_pad)
{
    static const struct {
        TestKind kind;
        int least;
    } pages[] = {{TEST_TRUE_FALSE, 4}, {TEST_CHOICE, 6}, {TEST_MATCHING, 12}, {TEST_TYPED, 3}};
    open_screen(fixture, SCREEN_DECK);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_TEST});
    fixture_run(fixture, 400);
    walk_screen(fixture, "test-setup", is_pad, 5);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        ask_test(fixture, TEST_SET_KINDS, 1 << pages[i].kind);
        ask_test(fixture, TEST_SET_QUESTIONS, 50);
        ask_test(fixture, TEST_BEGIN, 0);
        walk_screen(fixture, "test-paper", is_pad, pages[i].least);
        ask_test(fixture, TEST_LEAVE, 0);
    }
    ask_test(fixture, TEST_GO_ON, 0);
    ask_test(fixture, TEST_HAND_IN, 0);
    fixture_run(fixture, 1200);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_TEST_REPORT);
    walk_screen(fixture, "test-report", is_pad, 3); /* large text: one page at a time */
}

static void learn_input(AppFixture *fixture, LearnInputKind kind, int64_t number, Str text)
{
    Intent intent = {
        .kind = INTENT_STUDY, .study = STUDY_LEARN, .input = (int32_t)kind, .number = number, .text = text};
    app_apply(fixture->app, &intent);
    fixture_run(fixture, 400);
}

/* A question with options, one to be typed, its answer judged, the group done. A pad has no field to walk to.
 */
static void walk_learn(AppFixture *fixture, bool is_pad)
{
    open_screen(fixture, SCREEN_DECK);
    app_apply(fixture->app, &(Intent){.kind = INTENT_STUDY_OPEN, .study = STUDY_LEARN});
    fixture_run(fixture, 400);
    const Learn *learn = app_model(fixture->app)->learn.learn;
    walk_screen(fixture, "learn: options", is_pad, 5);
    for (bool is_walked = false; learn->phase != LEARN_GROUP_DONE; is_walked = true) {
        if (learn->question.form == LEARN_FORM_CHOICE) {
            learn_input(fixture, LEARN_INPUT_CHOOSE, learn->question.deal.right, (Str){0});
            learn_input(fixture, LEARN_INPUT_NEXT, 0, (Str){0});
            is_walked = false;
            continue;
        }
        if (!is_walked) walk_screen(fixture, "learn: typing", is_pad, is_pad ? 2 : 4);
        learn_input(fixture, LEARN_INPUT_TYPE, 0, is_walked ? learn->question.answer : STR("nothing"));
        if (!is_walked) walk_screen(fixture, "learn: judged", is_pad, 3);
        learn_input(fixture, LEARN_INPUT_NEXT, 0, (Str){0});
    }
    walk_screen(fixture, "learn: group done", is_pad, 2);
}

/* Of text for Quizlet: their buttons, the list of one, the dialog for one's own. */
static void walk_separators(AppFixture *fixture, bool is_pad, bool is_large)
{
    if (is_large) fixture_press(fixture, KEY_PAGE_UP);
    if (is_large) fixture_run(fixture, 320);
    menu_click(fixture, export_format_label(EXPORT_QUIZLET));
    if (is_large) fixture_press(fixture, KEY_PAGE_DOWN);
    fixture_wait_tools(fixture);
    walk_screen(fixture, "export: separators", is_pad, is_large ? 8 : 16);
    menu_click(fixture, "Between cards");
    walk_screen(fixture, "export: between cards", is_pad, 6);
    menu_click(fixture, "Another…");
    walk_screen(fixture, "export: between cards, another", is_pad, 3);
    fixture_press(fixture, KEY_ESCAPE);
}

/* The menu of a deck, which decks to merge it with, the bin with something in it, the export. */
static void walk_tools(AppFixture *fixture, bool is_pad, bool is_large)
{
    Err err = {0};
    char path[256];
    for (int i = 0; i < 12; i++) {
        snprintf(path, sizeof path, "%s/bin-%d.json", fixture->decks, i);
        assert_true(file_write(path,
                               STR("{\"format\": 1, \"title\": \"One\", \"cards\": [{\"term\": \"a\", "
                                   "\"definition\": \"b\"}]}"),
                               &err));
        Intent discard = {.kind = INTENT_DECK_TOOL, .input = TOOL_DISCARD, .text = str_of(path)};
        app_apply(fixture->app, &discard);
    }
    fixture_wait_tools(fixture);
    open_screen(fixture, SCREEN_BIN);
    fixture_wait_tools(fixture);
    walk_screen(fixture, "bin", is_pad, 13);
    open_screen(fixture, SCREEN_DECK);
    fixture_press(fixture, KEY_D);
    fixture_run(fixture, 400);
    walk_screen(fixture, "deck menu", is_pad, 9);
    fixture_press(fixture, KEY_M);
    fixture_run(fixture, 400);
    walk_screen(fixture, "partners", is_pad, 7);
    fixture_press(fixture, KEY_ESCAPE);
    Intent open = {.kind = INTENT_DECK_TOOL, .input = TOOL_EXPORT_OPEN, .text = STR("world-capitals")};
    app_apply(fixture->app, &open);
    fixture_wait_tools(fixture);
    walk_screen(fixture, "export", is_pad, is_large ? 9 : 14);
    for (int page = 0; is_large && page < 1; page++) {
        fixture_press(fixture, KEY_PAGE_DOWN);
        fixture_run(fixture, 320);
        walk_screen(fixture, "export: cards and file", is_pad, 6);
    }
    walk_separators(fixture, is_pad, is_large);
}

/* Three columns, so that there is something to choose, and a line that is left out. */
static void open_import(AppFixture *fixture)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_HOME});
    import_open(fixture, import_file(fixture, "words.tsv", "chat\tcat\tpet\nnothing\nchien\tdog\tpet\n"));
}

/* The files, and the preview of one, on large text page by page. */
static void walk_import(AppFixture *fixture, bool is_pad, bool has_pages)
{
    import_file(fixture, "other.csv", "a,b\n");
    open_import(fixture);
    open_screen(fixture, SCREEN_IMPORT_FILES);
    walk_screen(fixture, "import-files", is_pad, 7);
    open_import(fixture);
    walk_screen(fixture, "import", is_pad, has_pages ? 4 : 14);
    fixture_press(fixture, KEY_PAGE_DOWN);
    fixture_run(fixture, 320);
    if (has_pages) walk_screen(fixture, "import: choices", is_pad, 10);
}

/* The editor on a deck of its own: list and form, all that can be done, tags. */
static void open_editor(AppFixture *fixture)
{
    static const char deck[] =
        "{\"format\": 1, \"id\": \"few\", \"title\": \"Few\", \"cards\": [\n"
        "{\"term\": \"One\", \"definition\": \"Uno\\nUn\", \"tags\": [\"a\"]},\n"
        "{\"term\": \"Two\", \"definition\": \"Dos\", \"wordings\": [\"Deux\"], \"hint\": \"Zwei\"}]}\n";
    char path[256];
    Err err = {0};
    const Model *model = app_model(fixture->app);
    snprintf(path, sizeof path, "%s/few.json", fixture->decks);
    assert_true(file_write(path, str_of(deck), &err));
    shelf_refresh(model->shelf);
    shelf_wait(model->shelf);
    fixture_run(fixture, 32);
    app_apply(fixture->app, &(Intent){.kind = INTENT_EDIT_DECK, .text = STR("few")});
    while (model->draft.state == EDITING_LOADING) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_run(fixture, 400);
}

/* Each card, the deck's own texts and the order in two versions. */
static void walk_conflict(AppFixture *fixture, bool is_pad)
{
    char path[256];
    open_editor(fixture);
    app_apply(fixture->app, &(Intent){.kind = INTENT_EDIT, .input = EDIT_TYPE, .text = STR("Eins")});
    snprintf(path, sizeof path, "%s/few.json", fixture->decks);
    assert_true(file_write(path,
                           STR("{\"format\": 1, \"id\": \"few\", \"title\": \"Fewer\", \"cards\": [\n"
                               "{\"term\": \"Two\", \"definition\": \"Dos\"},\n"
                               "{\"term\": \"One\", \"definition\": \"Uno\\nUn\"}]}\n"),
                           NULL));
    app_apply(fixture->app, &(Intent){.kind = INTENT_EDIT, .input = EDIT_SAVE});
    fixture_run(fixture, 400);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_CONFLICT);
    walk_screen(fixture, "conflict", is_pad, 11);
}

static void walk_editor(AppFixture *fixture, bool is_pad, bool is_large)
{
    open_editor(fixture);
    walk_screen(fixture, "editor", is_pad, is_large ? 6 : 9);
    platform_null_press_key(&fixture->null, KEY_F2, 0);
    fixture_run(fixture, 400);
    walk_screen(fixture, "editor: more", is_pad, 12);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_ESCAPE);
    open_editor(fixture);
    platform_null_press_key(&fixture->null, KEY_T, MOD_CTRL);
    fixture_run(fixture, 400);
    walk_screen(fixture, "editor: tags", is_pad, 3);
    fixture_press(fixture, KEY_ESCAPE);
    fixture_press(fixture, KEY_ENTER); /* the form, which large text shows alone */
    fixture_run(fixture, 400);
    walk_screen(fixture, "editor: form", is_pad, is_large ? 4 : 9);
    walk_conflict(fixture, is_pad);
}

static void walk_all(void **state, int width, int height, const char *text, bool is_pad)
{
    AppFixture *fixture = *state;
    static const struct {
        ScreenId screen;
        int least; /* controls */
    } screens[] = {{SCREEN_TITLE, 8},     {SCREEN_PLAYERS, 18},  {SCREEN_LIBRARY, 11},
                   {SCREEN_DECK, 6},      {SCREEN_VARIANTS, 4},  {SCREEN_SESSIONS, 4},
                   {SCREEN_SETTINGS, 16}, {SCREEN_BINDINGS, 46}, {SCREEN_LEADERBOARD, 9},
                   {SCREEN_HELP, 10},     {SCREEN_CARDS, 4},     {SCREEN_PROGRESS, 3},
                   {SCREEN_BACKUP, 7}};
    fixture->null.pad_count = is_pad;
    platform_null_resize(&fixture->null, width, height);
    add_players(fixture);
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        /* walking over the settings changes them */
        app_apply(fixture->app, &(Intent){.kind = INTENT_SET, .text = STR("text"), .value = str_of(text)});
        app_apply(fixture->app,
                  &(Intent){.kind = INTENT_SET, .text = STR("motion"), .value = STR("reduced")});
        open_screen(fixture, screens[i].screen);
        walk_screen(fixture, app_screen(fixture->app)->name, is_pad, screens[i].least);
    }
    walk_progress(fixture, is_pad, strcmp(text, "100") == 0 ? 2 : 7);
    walk_match(fixture, is_pad);
    walk_rush(fixture, is_pad);
    walk_spaced(fixture, is_pad);
    walk_learn(fixture, is_pad);
    walk_test(fixture, is_pad);
    walk_tools(fixture, is_pad, strcmp(text, "100") != 0);
    walk_import(fixture, is_pad, strcmp(text, "200") == 0);
    walk_editor(fixture, is_pad, strcmp(text, "200") == 0);
}

/* Presses a key on a screen and walks over the dialog that it opens. */
static void walk_dialog(AppFixture *fixture, ScreenId screen, int key, const char *name)
{
    open_screen(fixture, screen);
    fixture_press(fixture, key);
    fixture_run(fixture, 400);
    const Ui *ui = app_ui(fixture->app);
    const UiWidget *focused = ui_find_widget(ui, ui_focused(ui));
    assert_non_null(focused);
    assert_true(focused->scope != 0);
    walk_screen(fixture, name, false, 2);
}

static void every_control_is_reached_by_keys(void **state)
{
    walk_all(state, 1280, 720, "100", false);
}

static void every_control_is_reached_by_keys_in_a_small_window_with_large_text(void **state)
{
    walk_all(state, 800, 600, "200", false);
}

static void every_control_is_reached_by_pad(void **state)
{
    walk_all(state, 800, 600, "100", true);
}

static void every_control_is_reached_by_pad_with_large_text(void **state)
{
    walk_all(state, 1280, 720, "200", true);
}

static void every_control_of_the_dialogs_is_reached(void **state)
{
    AppFixture *fixture = *state;
    add_players(fixture);
    walk_dialog(fixture, SCREEN_PLAYERS, KEY_P, "paste a class");
    walk_dialog(fixture, SCREEN_PLAYERS, KEY_DELETE, "remove a player");
    walk_dialog(fixture, SCREEN_DECK, KEY_T, "tags");
    walk_dialog(fixture, SCREEN_LIBRARY, KEY_N, "new deck");
    walk_dialog(fixture, SCREEN_LIBRARY, KEY_D, "deck menu");
    walk_dialog(fixture, SCREEN_VARIANTS, KEY_O, "options");
    walk_dialog(fixture, SCREEN_PROGRESS, KEY_D, "which deck");
    walk_dialog(fixture, SCREEN_BINDINGS, KEY_DELETE, "reset keys");
    walk_dialog(fixture, SCREEN_CARDS, KEY_T, "tags of cards");
    walk_dialog(fixture, SCREEN_CARDS, KEY_O, "options of cards");
    walk_dialog(fixture, SCREEN_CARDS, KEY_J, "jump to a card");
}

/* Of the preview, each with the control that opens it. */
static void every_control_of_the_import_s_dialogs_is_reached(void **state)
{
    AppFixture *fixture = *state;
    static const char *const openers[] = {"Read as", "Letters", "Between sides", "Tags", "chat"};
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        open_import(fixture);
        menu_click(fixture, openers[i]);
        walk_screen(fixture, openers[i], false, 1);
    }
    open_import(fixture);
    fixture_press(fixture, KEY_N);
    fixture_run(fixture, 320);
    walk_screen(fixture, "what is left out", false, 2);
    open_import(fixture);
    menu_click(fixture, "Between sides");
    menu_click(fixture, "Another…");
    walk_screen(fixture, "a separator of one's own", false, 3);
}

static void a_still_screen_draws_nothing(void **state)
{
    AppFixture *fixture = *state;
    for (ScreenId screen = SCREEN_TITLE; screen < SCREEN_COUNT; screen++) {
        bool is_round = screen == SCREEN_MATCH || screen == SCREEN_RUSH || screen == SCREEN_RESULTS;
        if (is_round) continue;
        open_screen(fixture, screen);
        fixture_wait_tools(fixture); /* the preview of an export draws when it is done */
        fixture_run(fixture, 3000);
        int presents = fixture->null.presents;
        fixture_run(fixture, 10000);
        if (fixture->null.presents != presents)
            fail_msg("%s drew %d frames", app_screen(fixture->app)->name, fixture->null.presents - presents);
    }
}

static int start(void **state)
{
    static AppFixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

static int stop(void **state)
{
    fixture_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_control_is_reached_by_keys, start, stop),
        cmocka_unit_test_setup_teardown(every_control_is_reached_by_keys_in_a_small_window_with_large_text,
                                        start, stop),
        cmocka_unit_test_setup_teardown(every_control_is_reached_by_pad, start, stop),
        cmocka_unit_test_setup_teardown(every_control_is_reached_by_pad_with_large_text, start, stop),
        cmocka_unit_test_setup_teardown(every_control_of_the_dialogs_is_reached, start, stop),
        cmocka_unit_test_setup_teardown(every_control_of_the_import_s_dialogs_is_reached, start, stop),
        cmocka_unit_test_setup_teardown(a_still_screen_draws_nothing, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
