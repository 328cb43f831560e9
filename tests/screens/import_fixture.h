/* What the tests of imports share: files to bring in, and waiting for the thread that reads them. */
#ifndef MATCHWICK_TESTS_SCREENS_IMPORT_FIXTURE_H
#define MATCHWICK_TESTS_SCREENS_IMPORT_FIXTURE_H

#include "menu_fixture.h"

/* Into the folder that the list of files begins with. Returns its path. */
static inline const char *import_file(AppFixture *fixture, const char *name, const char *text)
{
    static char path[256];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", fixture->files, name);
    assert_true(file_write(path, str_of(text), &err));
    return path;
}

static inline const CurrentImport *import_of(const AppFixture *fixture)
{
    return &app_model(fixture->app)->import;
}

/* Waits (really) until the thread has read or written. */
static inline void import_wait(AppFixture *fixture)
{
    for (int i = 0; i < 100000; i++) {
        ImportStage stage = import_of(fixture)->stage;
        if (stage != IMPORT_STAGE_READING && stage != IMPORT_STAGE_WRITING) break;
        thrd_sleep(&(struct timespec){.tv_nsec = 100000}, NULL);
        fixture_run(fixture, 0);
    }
    fixture_run(fixture, 320);
}

static inline void import_open(AppFixture *fixture, const char *path)
{
    app_apply(fixture->app, &(Intent){.kind = INTENT_IMPORT_FILE, .text = str_of(path)});
    import_wait(fixture);
    assert_int_equal(app_screen(fixture->app)->id, SCREEN_IMPORT);
}

#endif
