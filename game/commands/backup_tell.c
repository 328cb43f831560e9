#include "commands/backup_tell.h"

#include <inttypes.h>
#include <stdio.h>

#include "commands/table.h"
#include "formats/utc.h"
#include "screens/backup_words.h"

bool backup_place(const CommandContext *context, VaultPlace *out, Err *err)
{
    int64_t now_ms = context->maker->wall_ms();
    *out = (VaultPlace){commands_data_folder(context, err), now_ms, context->maker->utc_offset_min(now_ms)};
    return out->folder != NULL;
}

static void write_files(JsonWriter *w, const char *name, const BackupManifest *manifest, Str folder)
{
    json_begin_array(w, name);
    for (size_t i = 0; i < manifest->file_count; i++) {
        Str file = manifest->files[i].name;
        if (str_starts(file, folder)) json_put_string(w, NULL, str_slice(file, folder.size, file.size));
    }
    json_end_array(w);
}

void backup_tell_json(Str path, const BackupManifest *manifest, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "file", path);
    backup_manifest_put(&w, manifest, arena);
    write_files(&w, "decks", manifest, STR("decks/"));
    write_files(&w, "bin", manifest, STR("bin/"));
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, arena, true).data);
}

static void print_names(const char *what, const Str *names, size_t count, Arena *arena)
{
    for (size_t i = 0; i < count; i++)
        printf("%s%s%s", i == 0 ? what : ", ", table_plain(arena, names[i]).data, i + 1 == count ? "\n" : "");
}

static void print_decks(const BackupManifest *manifest, Arena *arena)
{
    Str folder = STR("decks/");
    Str *names = ARENA_NEW_N(arena, Str, manifest->file_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < manifest->file_count; i++) {
        Str file = manifest->files[i].name;
        if (str_starts(file, folder)) names[count++] = str_slice(file, folder.size, file.size);
    }
    print_names("  Decks:   ", names, count, arena);
}

void backup_tell_print(Str path, const BackupManifest *manifest, Arena *arena)
{
    printf("%s, made %s by Matchwick %s:\n", path.data, utc_write(arena, manifest->made_s).data,
           table_plain(arena, manifest->made_by).data);
    printf("  %s\n", backup_words_sum(manifest, arena).data);
    print_names("  Players: ", manifest->players, manifest->player_count, arena);
    print_decks(manifest, arena);
}
