/* Backups from elsewhere. A list is read, written and read again alike, and names nothing outside its
   folders; a database with any bytes of it changed is refused, or can be kept and read. */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>
#include <string.h>

#include "formats/backup.h"
#include "fuzz/check.h"
#include "store/store_backup.h"
#include "temp_folder.h"

/* --- the list --- */

static bool is_inside(Str name)
{
    size_t slashes = 0;
    for (size_t i = 0; i < name.size; i++) slashes += name.data[i] == '/';
    bool is_in_folder = str_starts(name, STR("decks/")) || str_starts(name, STR("bin/"));
    return str_is(name, STR("matchwick.db")) || (is_in_folder && slashes == 1 && !str_has(name, STR("/.")));
}

static void try_list(Str text, Arena *arena)
{
    BackupManifest manifest, again;
    Err err = {0};
    if (!backup_manifest_read(text, arena, &manifest, &err)) {
        CHECK(err.is_set && err.text[0] != '\0');
        return;
    }
    for (size_t i = 0; i < manifest.file_count; i++) CHECK(is_inside(manifest.files[i].name));
    Str written = backup_manifest_write(&manifest, arena);
    CHECK(backup_manifest_read(written, arena, &again, &err));
    CHECK(str_is(backup_manifest_write(&again, arena), written));
}

/* --- the database --- */

/* One with a player, some answers and a run; made once. */
static Str sound_database(Arena *arena)
{
    char folder[TEMP_FOLDER_SIZE];
    temp_folder_make(folder);
    int64_t player;
    Err err = {0};
    Store *store = store_open(folder);
    CHECK(store_add_player(store, STR("Ada"), 0, 1, &player, &err));
    for (int i = 0; i < 20; i++) {
        StoreAnswer answer = {.player = player,
                              .at_ms = INT64_C(1764000000000) + i * 1000,
                              .day = 20416,
                              .deck_id = STR("capitals"),
                              .card_id = i % 2 ? STR("fr") : STR("es"),
                              .mode = STR("learn"),
                              .format = STR("typed"),
                              .is_right = i % 3 > 0,
                              .response_ms = 2000};
        store_add_answer(store, &answer);
    }
    CHECK(store_flush(store, &err));
    StoreStage *stage = store_stage_open(folder, &err);
    StoreGathered gathered;
    Str bytes;
    CHECK(stage && store_gather(stage, arena, &gathered, &err));
    CHECK(file_read(file_join(arena, store_stage_path(stage), STORE_DATABASE).data, 1 << 24, arena, &bytes,
                    &err));
    store_stage_close(stage);
    store_close(store);
    file_tree_remove(folder);
    return bytes;
}

/* Each four bytes of the input are a place and what stands there. */
static void change(char *bytes, size_t size, const uint8_t *data, size_t count)
{
    for (size_t i = 0; i + 4 <= count; i += 4) {
        size_t at = (size_t)data[i] << 16 | (size_t)data[i + 1] << 8 | data[i + 2];
        bytes[at % size] = (char)data[i + 3];
    }
}

static void try_database(const uint8_t *data, size_t size, Arena *arena)
{
    static char *sound;
    static size_t sound_size;
    if (!sound) {
        Str made = sound_database(arena);
        sound = malloc(made.size);
        CHECK(sound != NULL);
        memcpy(sound, made.data, made.size);
        sound_size = made.size;
    }
    char folder[TEMP_FOLDER_SIZE];
    temp_folder_make(folder);
    Err err = {0};
    StoreContents contents;
    char *bytes = arena_alloc(arena, sound_size);
    memcpy(bytes, sound, sound_size);
    change(bytes, sound_size, data, size);
    StoreStage *stage = store_stage_open(folder, &err);
    CHECK(stage != NULL);
    const char *path = file_join(arena, store_stage_path(stage), STORE_DATABASE).data;
    CHECK(file_write(path, (Str){bytes, sound_size}, &err));
    if (store_stage_check(stage, &err))
        CHECK(store_contents(path, arena, &contents, &err));
    else
        CHECK(err.is_set && err.text[0] != '\0');
    store_stage_close(stage);
    file_tree_remove(folder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    if (size > 0 && data[0] == 'd')
        try_database(data + 1, size - 1, &arena);
    else
        try_list(str_copy(&arena, (Str){(const char *)data, size}), &arena);
    arena_deinit(&arena);
    return 0;
}
