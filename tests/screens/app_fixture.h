/* The real app on the null platform, with the shipped decks and a store in a folder of its own. */
#ifndef MATCHWICK_TESTS_SCREENS_APP_FIXTURE_H
#define MATCHWICK_TESTS_SCREENS_APP_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <time.h>

#include "app/app.h"
#include "platform/platform_null.h"
#include "temp_folder.h"
#include "ui/keys.h"

typedef struct {
    PlatformNull null;
    App *app;
    char folder[TEMP_FOLDER_SIZE];
    char decks[TEMP_FOLDER_SIZE + 16], files[TEMP_FOLDER_SIZE + 16]; /* what imports look at first: empty */
} AppFixture;

static inline void fixture_start(AppFixture *fixture)
{
    AppOptions options = {.store = store_open(fixture->folder),
                          .decks_folder = fixture->decks,
                          .home_folder = fixture->folder,
                          .downloads_folder = fixture->files,
                          .shipped_decks = MATCHWICK_SOURCE_DIR "/decks"};
    fixture->app = app_open(&fixture->null.calls, &options);
    shelf_wait(app_model(fixture->app)->shelf);
    app_frame(fixture->app);
}

static inline void fixture_open(AppFixture *fixture)
{
    memset(fixture, 0, sizeof *fixture);
    platform_null_init(&fixture->null);
    fixture->null.now_ms = 1000;
    temp_folder_make(fixture->folder);
    Err err = {0};
    snprintf(fixture->decks, sizeof fixture->decks, "%s/decks", fixture->folder);
    snprintf(fixture->files, sizeof fixture->files, "%s/files", fixture->folder);
    if (!file_make_folder(fixture->files, &err)) abort();
    fixture_start(fixture);
}

static inline void fixture_close(AppFixture *fixture)
{
    app_close(fixture->app);
    platform_null_deinit(&fixture->null);
    file_tree_remove(fixture->folder);
}

/* Handles what is queued and lets `ms` pass in steps of a frame. */
static inline void fixture_run(AppFixture *fixture, int64_t ms)
{
    int64_t until = fixture->null.now_ms + ms;
    for (;;) {
        InputEvent event;
        while (fixture->null.event_count > 0 &&
               fixture->null.calls.next_event(fixture->null.calls.self, 0, &event))
            app_handle(fixture->app, &event);
        app_frame(fixture->app);
        if (fixture->null.now_ms >= until) return;
        fixture->null.now_ms += 16;
        fixture->null.wall_ms += 16;
    }
}

static inline void fixture_press(AppFixture *fixture, int key)
{
    platform_null_press_key(&fixture->null, key, 0);
    fixture_run(fixture, 32);
}

/* Whether it is among the texts of the frame drawn last. */
static inline bool fixture_shows(const AppFixture *fixture, const char *text)
{
    Arena arena;
    arena_init(&arena, 0);
    bool is_there = strstr(platform_null_texts(&fixture->null, &arena).data, text) != NULL;
    arena_deinit(&arena);
    return is_there;
}

/* Waits (really, and as long as it takes on a machine that is busy) until the deck that loads is there. */
static inline void fixture_wait_deck(AppFixture *fixture)
{
    for (int i = 0; i < 100000 && app_model(fixture->app)->deck.state == DECK_LOADING; i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
}

/* The same until the thread that works on decks has done all that was asked of it and the app has told it. */
static inline void fixture_wait_tools(AppFixture *fixture)
{
    fixture_run(fixture, 32);
    for (int i = 0; i < 100000 && app_model(fixture->app)->tools.is_busy; i++) {
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_wait_deck(fixture);
    fixture_run(fixture, 400);
}

/* Likewise until nothing is being done to a backup. */
static inline void fixture_wait_backup(AppFixture *fixture)
{
    const CurrentBackup *backup = &app_model(fixture->app)->backup;
    for (int i = 0; i < 100000; i++) {
        bool is_busy = backup->state == BACKUP_MAKING || backup->state == BACKUP_LOOKING ||
                       backup->state == BACKUP_RESTORING;
        if (!is_busy) return;
        thrd_sleep(&(struct timespec){.tv_nsec = 200000}, NULL);
        fixture_run(fixture, 0);
    }
}

#endif
