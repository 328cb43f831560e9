/* An arena and a folder of its own for each test. */
#ifndef MATCHWICK_TESTS_UNIT_FOLDER_FIXTURE_H
#define MATCHWICK_TESTS_UNIT_FOLDER_FIXTURE_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <unistd.h>

#include "temp_folder.h"

typedef struct {
    char folder[TEMP_FOLDER_SIZE];
    Arena arena;
} Fixture;

static inline int fixture_setup(void **state)
{
    Fixture *fixture = calloc(1, sizeof *fixture);
    temp_folder_make(fixture->folder);
    arena_init(&fixture->arena, 0);
    *state = fixture;
    return 0;
}

static inline int fixture_teardown(void **state)
{
    Fixture *fixture = *state;
    file_tree_remove(fixture->folder);
    arena_deinit(&fixture->arena);
    free(fixture);
    return 0;
}

static inline const char *fixture_path(Fixture *fixture, const char *name)
{
    return file_join(&fixture->arena, fixture->folder, name).data;
}

#define FOLDER_TEST(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

#endif
