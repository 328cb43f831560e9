#include "screens/backup_words.h"

#include "ui/format.h"

Str backup_words_sum(const BackupManifest *manifest, Arena *arena)
{
    StrBuf text;
    str_buf_init(&text, arena);
    format_add_count(&text, (int64_t)manifest->player_count, "player", "players");
    format_add_count(&text, manifest->runs, "run", "runs");
    format_add_count(&text, manifest->answers, "answer", "answers");
    format_add_count(&text, manifest->tests, "test", "tests");
    format_add_count(&text, (int64_t)backup_count(manifest, STR("decks/")), "deck file", "deck files");
    format_add_count(&text, (int64_t)backup_count(manifest, STR("bin/")), "in the bin", "in the bin");
    return str_buf_str(&text).size > 0 ? str_copy(arena, str_buf_str(&text)) : STR("nothing yet");
}

Str backup_words_players(const BackupManifest *manifest, size_t most, Arena *arena)
{
    StrBuf text;
    size_t count = manifest->player_count, named = count < most ? count : most;
    str_buf_init(&text, arena);
    for (size_t i = 0; i < named; i++) {
        const char *between = i == 0 ? "" : i + 1 == count ? " and " : ", ";
        str_buf_addf(&text, "%s%.*s", between, STR_FMT(manifest->players[i]));
    }
    if (count > named) str_buf_addf(&text, " and %zu more", count - named);
    return str_copy(arena, str_buf_str(&text));
}
