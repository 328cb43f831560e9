/* Bringing decks in: a file that was chosen or dropped, or a text that was pasted, is read by a thread,
   looked at, and written as a deck of the player's. */
#include <stdio.h>
#include <string.h>

#include "app/app_state.h"
#include "base/file.h"
#include "ui/format.h"

/* --- what the screen sees --- */

static void enter_stage(App *app, ImportStage stage)
{
    app->model.import.stage = stage;
    app->model.import.since_ms = app->platform->now_ms(app->platform->self);
    app->needs_frame = true;
}

/* Views of what the importer holds now; a failure has no result. */
static void show_reading(App *app)
{
    const ImportReading *reading = importer_reading(app->import.importer);
    bool has_result = reading && reading->is_read;
    app->model.import.result = has_result ? &reading->result : NULL;
    app->model.import.update = has_result ? &reading->update : NULL;
    app->model.import.error = reading && !reading->is_read ? str_of(reading->err.text) : (Str){0};
    app_stale(app);
}

static void take_choices(App *app, const ImportChoices *choices)
{
    ImportSitting *import = &app->import;
    Str *separators[] = {&import->choices.side_separator, &import->choices.card_separator};
    ImportChoices taken = *choices;
    import->choices = taken;
    for (int i = 0; i < 2; i++) {
        size_t size = separators[i]->size;
        if (size > IMPORT_SEPARATOR_BYTES) size = IMPORT_SEPARATOR_BYTES;
        if (size > 0) memmove(import->separators[i], separators[i]->data, size);
        *separators[i] = (Str){import->separators[i], size};
    }
    app->model.import.choices = &import->choices;
}

/* --- opening --- */

static bool is_screen_open(const App *app)
{
    for (int i = 0; i < app->depth; i++)
        if (app->stack[i].kind->id == SCREEN_IMPORT) return true;
    return false;
}

static void begin(App *app, Str name)
{
    ImportSitting *import = &app->import;
    ImportChoices choices;
    const Platform *platform = app->platform;
    if (!import->importer)
        import->importer = importer_open(app->shelf, app->decks_folder, platform->wake, platform->self);
    snprintf(import->name, sizeof import->name, "%.*s", STR_FMT(name));
    app->model.import = (CurrentImport){.number = app->model.import.number + 1,
                                        .name = str_of(import->name),
                                        .waiting = import->count - import->next};
    import_choices_init(&choices);
    take_choices(app, &choices);
    enter_stage(app, IMPORT_STAGE_READING);
    app_open_screen(app, SCREEN_IMPORT, (Str){0});
}

static void open_next(App *app)
{
    ImportSitting *import = &app->import;
    Str path = import->waiting[import->next++];
    begin(app, file_name(path));
    importer_ask_file(import->importer, path, &import->choices);
}

static void open_files(App *app, const Str *paths, size_t count)
{
    ImportSitting *import = &app->import;
    arena_reset(&import->arena);
    import->count = count < IMPORT_MOST_WAITING ? count : IMPORT_MOST_WAITING;
    import->next = import->written = 0;
    import->waiting = ARENA_NEW_N(&import->arena, Str, import->count);
    for (size_t i = 0; i < import->count; i++) import->waiting[i] = str_copy(&import->arena, paths[i]);
    if (count > import->count)
        app_tell(
            app, TOAST_NEWS,
            str_format(&app->scratch, "The first %d files come in, one after another", IMPORT_MOST_WAITING));
    open_next(app);
}

void app_open_import(App *app, Str path)
{
    open_files(app, &path, 1);
}

static void open_text(App *app, Str text, Str name)
{
    app->import.count = app->import.next = app->import.written = 0;
    begin(app, name);
    importer_ask_text(app->import.importer, text, name, &app->import.choices);
}

/* The list of files begins there the next time. */
static void remember_folder(App *app, Str path)
{
    size_t size = path.size - file_name(path).size;
    Str folder = str_slice(path, 0, size > 1 ? size - 1 : size);
    store_set_setting(app->store, 0, "import-folder", folder);
}

static void paste(App *app)
{
    Str text = app->platform->get_clipboard(app->platform->self, &app->scratch);
    if (str_is_blank(text))
        app_tell(app, TOAST_NEWS, STR("There is no text to paste: copy a list of cards first"));
    else
        open_text(app, text, STR("Clipboard"));
}

/* Why nothing can come in now; empty: it can. */
static Str busy_words(const App *app)
{
    ScreenId screen = app_screen(app)->id;
    if (screen == SCREEN_MATCH || screen == SCREEN_RUSH) return STR("Finish the round, then drop it again");
    if (screen == SCREEN_EDITOR || screen == SCREEN_CONFLICT)
        return STR("Leave the editor, then drop it again");
    if (screen == SCREEN_TEST_PAPER) return STR("Finish the test, then drop it again");
    if (app->model.import.stage == IMPORT_STAGE_WRITING)
        return STR("One moment, the deck before is still being written");
    return (Str){0};
}

void app_import_drop(App *app)
{
    Drop drop;
    if (!app->platform->take_drop(app->platform->self, &app->scratch, &drop)) return;
    Str busy = busy_words(app);
    if (busy.size > 0)
        app_tell(app, TOAST_NEWS, busy);
    else if (drop.path_count > 0)
        open_files(app, drop.paths, drop.path_count);
    else
        open_text(app, drop.text, STR("Dropped text"));
}

/* --- leaving --- */

static void forget(App *app)
{
    importer_forget(app->import.importer);
    app->model.import = (CurrentImport){.number = app->model.import.number};
}

/* What is being written goes on. */
static void leave(App *app)
{
    ImportSitting *import = &app->import;
    bool is_writing = app->model.import.stage == IMPORT_STAGE_WRITING;
    if (is_writing) import->next = import->count;
    if (import->next < import->count) {
        open_next(app);
        return;
    }
    app_close_screen(app);
}

void app_import_close(App *app)
{
    if (app->import.importer) importer_close(app->import.importer);
    arena_deinit(&app->import.arena);
}

/* --- writing --- */

static void write(App *app, const Intent *intent)
{
    CurrentImport *import = &app->model.import;
    if (import->stage != IMPORT_STAGE_READY || !import->result) return;
    bool is_update = intent->number == 1 && import->update->is_there;
    Str title = str_trim(intent->text);
    if (!is_update && str_is_blank(title)) {
        app_tell(app, TOAST_NEWS, STR("Give the deck a name first"));
        return;
    }
    const Platform *platform = app->platform;
    Str store_folder = file_folder(&app->scratch, str_of(store_path(app->store)));
    ImportOrder order = {.title = title,
                         .is_update = is_update,
                         .removes_gone = intent->other == 1,
                         .reviewer = {.store_folder = store_folder.data,
                                      .player = app->model.player.id,
                                      .utc_offset_min = platform->utc_offset_min,
                                      .self = platform->self}};
    import->result = NULL;
    import->update = NULL;
    import->error = (Str){0};
    importer_write(app->import.importer, &order);
    enter_stage(app, IMPORT_STAGE_WRITING);
}

static void add_part(StrBuf *text, Arena *arena, size_t count, const char *what, bool *has_part)
{
    if (count == 0) return;
    str_buf_addf(text, "%s%s %s", *has_part ? ", " : ": ", format_number(arena, (int64_t)count).data, what);
    *has_part = true;
}

static void add_update_words(StrBuf *text, Arena *arena, const ImportWritten *written)
{
    bool has_part = false;
    str_buf_addf(text, "“%.*s” is up to date", STR_FMT(written->title));
    add_part(text, arena, written->fresh, "new", &has_part);
    add_part(text, arena, written->changed, "changed", &has_part);
    add_part(text, arena, written->gone, "taken out", &has_part);
}

static Str written_words(App *app, const ImportWritten *written)
{
    int64_t reviews = written->reviews_added;
    StrBuf text;
    Arena *arena = &app->scratch;
    str_buf_init(&text, arena);
    if (app->import.written > 1)
        str_buf_addf(&text, "%zu decks are yours", app->import.written);
    else if (!written->was_update)
        str_buf_addf(&text, "“%.*s” is yours: %s", STR_FMT(written->title),
                     format_count(arena, (int64_t)written->cards, "card", "cards").data);
    else
        add_update_words(&text, arena, written);
    if (reviews > 0) str_buf_addf(&text, ", %s", format_count(arena, reviews, "review", "reviews").data);
    return str_buf_str(&text);
}

/* The deck that is open may be the one that was written to. */
static void reload_deck(App *app, Str id)
{
    bool is_open = app->model.deck.state == DECK_READY && str_is(app->model.deck.id, id);
    if (is_open && !app->model.round.live) app_load_deck(app, id, false);
}

/* To the new deck; who has left meanwhile stays where they are. */
static void show_deck(App *app, Str id)
{
    if (app_screen(app)->id != SCREEN_IMPORT) {
        reload_deck(app, id);
        return;
    }
    app_close_screen(app);
    if (app_screen(app)->id == SCREEN_IMPORT_FILES) app_close_screen(app);
    app_load_deck(app, id, false);
    app_open_screen(app, SCREEN_DECK, id);
}

/* On the screen of the import, which is still open; else above all others. */
static void take_refusal(App *app, const ImportWritten *written)
{
    enter_stage(app, IMPORT_STAGE_READY);
    snprintf(app->import.refusal, sizeof app->import.refusal, "%s", written->err.text);
    app->model.import.error = str_of(app->import.refusal);
    if (!is_screen_open(app))
        app_tell(app, TOAST_ERROR,
                 str_format(&app->scratch, "“%.*s” was not brought in: %s", STR_FMT(written->title),
                            written->err.text));
}

static void take_written(App *app, ImportWritten *written)
{
    const Err *err = &written->reviews_err;
    if (!written->is_written) {
        take_refusal(app, written);
        return;
    }
    if (written->reviews_added > 0) app_study_forget(app);
    app->model.import = (CurrentImport){.number = app->model.import.number};
    importer_forget(app->import.importer);
    app->import.written++;
    app_deck_made(app, written->id);
    app_refresh(app);
    if (app_screen(app)->id == SCREEN_IMPORT && app->import.next < app->import.count) {
        open_next(app);
    } else {
        show_deck(app, written->id);
        app_tell(app, TOAST_OK, written_words(app, written));
    }
    if (err->is_set) app_tell(app, TOAST_ERROR, str_of(err->text));
}

/* --- from outside --- */

void app_import_news(App *app)
{
    ImportStage stage = app->model.import.stage;
    if (stage == IMPORT_STAGE_NONE) return;
    Importer *importer = app->import.importer;
    bool is_new = importer_take(importer);
    ImportWritten *written = importer_take_written(importer);
    if (is_new) {
        show_reading(app);
        enter_stage(app, app->model.import.result ? IMPORT_STAGE_READY : IMPORT_STAGE_FAILED);
    }
    if (written) take_written(app, written);
    import_written_free(written);
    stage = app->model.import.stage;
    bool is_busy = stage == IMPORT_STAGE_WRITING || stage == IMPORT_STAGE_NONE;
    if (!is_busy && !is_screen_open(app)) forget(app);
}

void app_import_intent(App *app, const Intent *intent)
{
    bool is_writing = app->model.import.stage == IMPORT_STAGE_WRITING;
    if (intent->kind == INTENT_IMPORT_LEAVE) leave(app);
    if (is_writing) return;
    if (intent->kind == INTENT_IMPORT_FILE) {
        remember_folder(app, intent->text);
        open_files(app, &intent->text, 1);
    } else if (intent->kind == INTENT_IMPORT_PASTE) {
        paste(app);
    } else if (intent->kind == INTENT_IMPORT_CHOOSE && app->model.import.stage != IMPORT_STAGE_NONE) {
        take_choices(app, intent->import);
        importer_choose(app->import.importer, &app->import.choices);
        show_reading(app);
        enter_stage(app, IMPORT_STAGE_READING);
    } else if (intent->kind == INTENT_IMPORT_WRITE) {
        write(app, intent);
    }
}
