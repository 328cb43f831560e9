#include <stdio.h>
#include <string.h>

#include "app/app_state.h"
#include "play/fit.h"

static void set_deck_id(App *app, Str id)
{
    size_t size = id.size < sizeof app->deck_id ? id.size : sizeof app->deck_id - 1;
    if (size > 0) memmove(app->deck_id, id.data, size);
    app->deck_id[size] = '\0';
    app->model.deck.id = str_of(app->deck_id);
}

void app_load_deck(App *app, Str id, bool plays_when_loaded)
{
    session_end(&app->session);
    app_test_close(app); /* saves it by the deck's id that is still there */
    app->model.round = (CurrentRound){0};
    app->model.outcome.is_there = false;
    app->model.tools.preview.is_there = false;
    app_cards_close(app);
    app_spaced_close(app);
    set_deck_id(app, id);
    app->model.deck = (CurrentDeck){.state = DECK_LOADING, .id = str_of(app->deck_id)};
    app->plays_when_loaded = plays_when_loaded;
    app->wants_renewal = app->is_renewal = false;
    app->wanted_count = 0;
    loader_ask(app->loader, app->model.deck.id, (Str){0});
    app_stale(app);
}

/* "setup:DECK" holds names and values, one a line: variant first, then the variant played last in each mode,
 * the options of both (0: by default) and each tag. */
static void setup_setting_key(const App *app, char *key, size_t room)
{
    snprintf(key, room, "setup:%s", app->deck_id);
}

/* A number from `low` to `high`, else what is there stays. */
static void read_number(Str value, uint32_t low, uint32_t high, uint32_t *out)
{
    uint32_t number = 0;
    if (value.size == 0 || value.size > 3) return;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9') return;
        number = number * 10 + (uint32_t)(value.data[i] - '0');
    }
    if (number >= low && number <= high) *out = number;
}

static void read_played(App *app, Mode mode, Str value)
{
    Variant variant;
    if (variant_find(value, &variant) && variant_mode(variant) == mode)
        app->model.deck.played_last[mode] = variant;
}

/* What no longer suits the deck or the rules is passed over. */
static void read_member(App *app, Setup *setup, Str name, Str value, Str *tags, uint32_t *tag_count)
{
    if (str_is(name, STR("board"))) read_number(value, SETUP_MIN_BOARD, SETUP_MAX_BOARD, &setup->board);
    if (str_is(name, STR("options")))
        read_number(value, SETUP_MIN_OPTIONS, SETUP_MAX_OPTIONS, &setup->options);
    for (int mode = MODE_MATCH; mode <= MODE_RUSH; mode++)
        if (str_is(name, mode_name((Mode)mode))) read_played(app, (Mode)mode, value);
    if (str_is(name, STR("ask")) && !ask_find(value, &setup->ask)) setup->ask = ASK_DEFINITION;
    if (str_is(name, STR("tags_match")) && !tags_match_find(value, &setup->tags_match))
        setup->tags_match = TAGS_ANY;
    bool is_known = deck_find_tag(app->deck->deck, value) != UINT32_MAX;
    if (str_is(name, STR("tag")) && is_known && *tag_count < deck_tag_count(app->deck->deck))
        tags[(*tag_count)++] = value;
}

static void read_line(App *app, Setup *setup, Str line, Str *tags, uint32_t *tag_count)
{
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] != '=') continue;
        read_member(app, setup, str_slice(line, 0, i), str_slice(line, i + 1, line.size), tags, tag_count);
        return;
    }
}

static Variant remembered_variant(Str text, Variant otherwise)
{
    Str prefix = STR("variant=");
    if (!str_starts(text, prefix)) return otherwise;
    size_t end = 0;
    while (end < text.size && text.data[end] != '\n') end++;
    Variant variant = otherwise;
    return variant_find(str_slice(text, prefix.size, end), &variant) ? variant : otherwise;
}

/* The setup that this player used last on this deck, else the default. */
static Setup remembered_setup(App *app)
{
    Arena *arena = &app->deck->arena;
    char key[300];
    setup_setting_key(app, key, sizeof key);
    Str text = store_get_setting(app->store, app->model.player.id, key, arena);
    Setup whole = setup_default(VARIANT_DECOY);
    Pool pool = pool_make(arena, app->deck->deck, &whole);
    Variant *played_last = app->model.deck.played_last;
    for (int mode = MODE_MATCH; mode <= MODE_RUSH; mode++)
        played_last[mode] = fit_default_variant(&pool, (Mode)mode);
    Setup setup = setup_default(remembered_variant(text, played_last[MODE_MATCH]));
    played_last[setup.mode] = setup.variant;
    setup.board = setup.options = 0;
    Str *tags = ARENA_NEW_N(arena, Str, deck_tag_count(app->deck->deck) + 1);
    uint32_t tag_count = 0;
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && text.data[end] != '\n') end++;
        read_line(app, &setup, str_slice(text, at, end), tags, &tag_count);
        at = end + 1;
    }
    setup_set_tags(&setup, arena, tags, tag_count);
    return setup;
}

/* With the deck's own words for its tags, which live as long as it: a tag is chosen and put back any number
 * of times. */
static void take_setup(App *app, const Setup *setup)
{
    Setup *own = &app->model.deck.setup;
    const Deck *deck = app->model.deck.deck;
    uint32_t count = 0;
    for (uint32_t i = 0; i < setup->tag_count && deck; i++) {
        uint32_t tag = deck_find_tag(deck, setup->tags[i]);
        if (tag != UINT32_MAX) app->deck_tags[count++] = deck_tag(deck, tag);
    }
    *own = *setup;
    own->tags = app->deck_tags;
    own->tag_count = count;
}

void app_save_setup(App *app, const Setup *setup)
{
    Variant *played_last = app->model.deck.played_last;
    played_last[setup->mode] = setup->variant;
    StrBuf text;
    str_buf_init(&text, &app->scratch);
    str_buf_addf(&text, "variant=%.*s\n", STR_FMT(variant_name(setup->variant)));
    str_buf_addf(&text, "match=%.*s\nrush=%.*s\n", STR_FMT(variant_name(played_last[MODE_MATCH])),
                 STR_FMT(variant_name(played_last[MODE_RUSH])));
    str_buf_addf(&text, "tags_match=%.*s\n", STR_FMT(tags_match_name(setup->tags_match)));
    str_buf_addf(&text, "ask=%.*s\noptions=%u\nboard=%u\n", STR_FMT(ask_name(setup->ask)), setup->options,
                 setup->board);
    for (uint32_t i = 0; i < setup->tag_count; i++)
        str_buf_addf(&text, "tag=%.*s\n", STR_FMT(setup->tags[i]));
    char key[300];
    setup_setting_key(app, key, sizeof key);
    store_set_setting(app->store, app->model.player.id, key, str_buf_str(&text));
    take_setup(app, setup);
}

void app_recall_setup(App *app)
{
    if (app->model.deck.state != DECK_READY) return;
    Setup setup = remembered_setup(app);
    take_setup(app, &setup);
}

void app_install_deck(App *app, LoadedDeck *loaded)
{
    CurrentDeck *current = &app->model.deck;
    app_learn_close(app);
    app_study_forget(app);
    loaded_deck_free(app->deck);
    app->deck = loaded;
    if (!loaded->deck) {
        current->state = DECK_FAILED;
        snprintf(current->error, sizeof current->error, "%s", loaded->err.text);
        return;
    }
    current->deck = loaded->deck;
    current->index = loaded->index;
    set_deck_id(app, deck_id(loaded->deck));
    app->deck_tags = ARENA_NEW_N(&loaded->arena, Str, deck_tag_count(loaded->deck) + 1);
    current->setup = remembered_setup(app);
    current->state = DECK_READY;
    app_recount(app);
}

static void practise(App *app, const Str *ids, size_t count)
{
    Err err = {0};
    if (!app_begin_practice(app, ids, count, &err)) app_toast(app, "%s", err.text);
}

void app_play_cards(App *app, const Intent *intent)
{
    bool is_there = app->model.deck.state == DECK_READY && str_is(app->model.deck.id, intent->text);
    if (is_there) {
        practise(app, intent->cards, intent->card_count);
        return;
    }
    app_load_deck(app, intent->text, true);
    arena_reset(&app->wanted);
    app->wanted_count = intent->card_count;
    app->wanted_cards = ARENA_NEW_N(&app->wanted, Str, intent->card_count + 1);
    for (size_t i = 0; i < intent->card_count; i++)
        app->wanted_cards[i] = str_copy(&app->wanted, intent->cards[i]);
}

/* The cards that were wanted; else the variant that was played last, in its plain form. */
static void play_at_once(App *app)
{
    Err err = {0};
    if (app->model.deck.state == DECK_FAILED) {
        app_toast(app, "%s", app->model.deck.error);
    } else if (app->wanted_count > 0) {
        practise(app, app->wanted_cards, app->wanted_count);
    } else {
        Setup setup = setup_default(app->model.deck.setup.variant);
        setup.tags = app->model.deck.setup.tags;
        setup.tag_count = app->model.deck.setup.tag_count;
        setup.tags_match = app->model.deck.setup.tags_match;
        setup.timing = app_timing(app, &setup);
        if (!app_begin_round(app, &setup, app_seed(app), &err)) app_toast(app, "%s", err.text);
    }
}

bool app_take_deck(App *app)
{
    LoadedDeck *loaded = loader_take(app->loader);
    if (!loaded) return false;
    if (app->is_renewal) {
        app_install_renewed(app, loaded);
        return true;
    }
    app_install_deck(app, loaded);
    app_stale(app);
    if (app->plays_when_loaded) play_at_once(app);
    app->plays_when_loaded = false;
    return true;
}
