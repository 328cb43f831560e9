#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "formats/backup.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void a_list_is_read_as_it_was_written(void **state)
{
    (void)state;
    Arena arena;
    arena_init(&arena, 0);
    Str players[] = {STR("Ada"), STR("Złota \"Bo\"")};
    BackupFile files[] = {{STR("bin/old.json"), 7, HASH},
                          {STR("decks/Ü b.json"), 0, HASH},
                          {STR("matchwick.db"), INT64_C(5000000000), HASH}};
    BackupManifest manifest = {.made_by = STR("0.1.0"),
                               .made_s = 1764191567,
                               .database = 3,
                               .runs = 12,
                               .answers = 1000000,
                               .tests = 4,
                               .players = players,
                               .player_count = 2,
                               .files = files,
                               .file_count = 3};
    BackupManifest read;
    Err err = {0};
    if (!backup_manifest_read(backup_manifest_write(&manifest, &arena), &arena, &read, &err))
        fail_msg("%s", err.text);
    assert_int_equal(read.made_s, manifest.made_s);
    assert_int_equal(read.database, 3);
    assert_int_equal(read.answers, 1000000);
    assert_int_equal(read.player_count, 2);
    assert_string_equal(read.players[1].data, players[1].data);
    assert_int_equal(read.file_count, 3);
    assert_string_equal(read.files[1].name.data, "decks/Ü b.json");
    assert_int_equal(read.files[2].size, INT64_C(5000000000));
    assert_string_equal(read.files[0].hash, HASH);
    assert_int_equal(backup_count(&read, STR("decks/")), 1);
    arena_deinit(&arena);
}

#define HEAD                                                                                                 \
    "{\"format\": \"matchwick-backup\", \"version\": 1, \"made_by\": \"0.1.0\","                             \
    " \"made_at\": \"2026-11-26T21:12:47Z\", \"database\": 3, \"runs\": 1, \"answers\": 1, \"tests\": 0,"    \
    " \"players\": [], \"files\": "
#define FILE_OF(name) "{\"name\": \"" name "\", \"size\": 5, \"blake2b\": \"" HASH "\"}"
#define DATABASE      FILE_OF("matchwick.db")

static void refuse(const char *text, const char *expected)
{
    Arena arena;
    arena_init(&arena, 0);
    BackupManifest read;
    Err err = {0};
    assert_false(backup_manifest_read(str_of(text), &arena, &read, &err));
    if (!strstr(err.text, expected)) fail_msg("\"%s\" is not in \"%s\"", expected, err.text);
    arena_deinit(&arena);
}

static void names_that_lead_elsewhere_are_refused(void **state)
{
    (void)state;
    refuse(HEAD "[" DATABASE ", " FILE_OF("decks/../x.json") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("/etc/passwd") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("decks/") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("decks/.x") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("decks/a/b") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("decks/a\\nb") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("backups/a.json") "]}", "its name");
    refuse(HEAD "[" DATABASE ", " FILE_OF("manifest.json") "]}", "its name");
}

static void a_list_that_is_not_whole_is_refused_with_its_place(void **state)
{
    (void)state;
    refuse("", "1:1:");
    refuse("[]", "an object");
    refuse("{\"format\": \"zoo\"}", "no backup of this game");
    refuse("{\"format\": \"matchwick-backup\", \"version\": 2}", "newer version");
    refuse(HEAD "[]}", "no matchwick.db");
    refuse(HEAD "[" DATABASE ", " DATABASE "]}", "twice");
    refuse(HEAD "[" DATABASE "], \"files\": []}", "twice");
    refuse(HEAD "[3]}", "an object");
    refuse(HEAD "[{\"name\": \"matchwick.db\", \"size\": -1, \"blake2b\": \"" HASH "\"}]}", "size");
    refuse(HEAD "[{\"name\": \"matchwick.db\", \"size\": 1, \"blake2b\": \"12\"}]}", "64 digits");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_read_as_it_was_written),
        cmocka_unit_test(names_that_lead_elsewhere_are_refused),
        cmocka_unit_test(a_list_that_is_not_whole_is_refused_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
