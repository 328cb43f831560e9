#include <stdio.h>
#include <string.h>

#include "app/app_state.h"
#include "base/file.h"

static int64_t find_player(const App *app, Str name)
{
    for (size_t i = 0; i < app->model.player_count; i++)
        if (str_is(app->model.players[i].name, name)) return app->model.players[i].id;
    return 0;
}

static int64_t remembered_player(App *app)
{
    const StorePlayer *last =
        store_last_player(app->store, app->model.players, app->model.player_count, &app->scratch);
    return last ? last->id : 0;
}

/* The first start makes "Player 1", so that a round is two presses away. */
void app_open_player(App *app, const char *wanted)
{
    Err err = {0};
    app_refresh(app);
    int64_t id = wanted ? find_player(app, str_of(wanted)) : remembered_player(app);
    if (id == 0) {
        Str name = wanted ? str_of(wanted) : STR("Player 1");
        if (!store_add_player(app->store, name, 0, app->model.wall_ms, &id, &err))
            app_toast(app, "%s", err.text);
        app_refresh(app);
        if (id == 0) id = remembered_player(app);
    }
    app->model.settings = settings_default();
    app_choose_player(app, id);
}

/* One name a line: a class pasted at once. Blank lines and doubles are passed over. */
static int add_lines(App *app, const Intent *intent, Err *err)
{
    int added = 0, color = intent->color;
    Str text = intent->text;
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && text.data[end] != '\n' && text.data[end] != '\r') end++;
        Str name = str_trim(str_slice(text, at, end));
        at = end + 1;
        if (name.size == 0) continue;
        int64_t id;
        Err own = {0};
        if (store_add_player(app->store, name, color, app->model.wall_ms, &id, &own)) {
            added++;
            color = (color + 1) % STORE_PLAYER_COLORS;
            app->model.player.id = added == 1 ? id : app->model.player.id;
        } else if (!err->is_set) {
            *err = own;
        }
    }
    return added;
}

static void add(App *app, const Intent *intent)
{
    Err err = {0};
    int64_t before = app->model.player.id;
    int added = add_lines(app, intent, &err);
    int64_t first = app->model.player.id;
    app->model.player.id = before;
    app_refresh(app);
    if (added == 1) app_choose_player(app, first);
    if (err.is_set)
        app_toast(app, "%s", err.text);
    else if (added > 1)
        app_toast(app, "%d players added", added);
}

static void remove_player(App *app, int64_t id)
{
    Err err = {0};
    if (app->model.player_count < 2) {
        app_toast(app, "The last player stays; rename them instead");
        return;
    }
    if (!store_remove_player(app->store, id, &err)) {
        app_toast(app, "%s", err.text);
        return;
    }
    bool was_own = app->model.player.id == id;
    app_refresh(app);
    if (was_own) app_choose_player(app, app->model.players[0].id);
}

Str app_export_path(App *app, const char *kind, Str name, int64_t number, const char *ending)
{
    char plain[80];
    size_t size = 0;
    for (size_t i = 0; i < name.size && size < 60; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (c >= 0x80 || (c > ' ' && !strchr("/\\:*?\"<>|.", c))) plain[size++] = (char)c;
    }
    plain[size] = '\0';
    Str file = str_format(&app->scratch, "%s-%s-%lld.%s", kind, plain, (long long)number, ending);
    Str folder = file_folder(&app->scratch, str_of(app->decks_folder));
    return file_join(&app->scratch, folder.data, file.data);
}

static void export_player(App *app, int64_t id)
{
    for (size_t i = 0; i < app->model.player_count; i++) {
        const StorePlayer *player = &app->model.players[i];
        if (player->id != id) continue;
        Str path = app_export_path(app, "player", player->name, app->model.wall_ms, "json");
        Err err = {0};
        if (store_export_player(app->store, id, path.data, &err))
            app_toast(app, "Written to %s", path.data);
        else
            app_toast(app, "%s", err.text);
    }
}

void app_player_intent(App *app, const Intent *intent)
{
    Err err = {0};
    if (intent->kind == INTENT_CHOOSE_PLAYER) {
        app_choose_player(app, intent->number);
    } else if (intent->kind == INTENT_ADD_PLAYERS) {
        add(app, intent);
    } else if (intent->kind == INTENT_REMOVE_PLAYER) {
        remove_player(app, intent->number);
    } else if (intent->kind == INTENT_EXPORT_PLAYER) {
        export_player(app, intent->number);
    } else {
        if (!store_change_player(app->store, intent->number, intent->text, intent->color, &err))
            app_toast(app, "%s", err.text);
        app_refresh(app);
    }
}
