/* What is in a backup, in words for people. */
#ifndef MATCHWICK_SCREENS_BACKUP_WORDS_H
#define MATCHWICK_SCREENS_BACKUP_WORDS_H

#include "formats/backup.h"

/* "2 players, 31 runs, 1 204 answers, 3 tests, 4 deck files, 1 in the bin". */
Str backup_words_sum(const BackupManifest *manifest, Arena *arena);
/* "Ada, Bo and 12 more"; at most `most` by name. */
Str backup_words_players(const BackupManifest *manifest, size_t most, Arena *arena);

#endif
