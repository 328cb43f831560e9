/* What is in a backup, told by the commands that make and restore one. */
#ifndef MATCHWICK_COMMANDS_BACKUP_WORDS_H
#define MATCHWICK_COMMANDS_BACKUP_WORDS_H

#include "formats/backup.h"

void backup_words_json(Str path, const BackupManifest *manifest, Arena *arena);
void backup_words_print(Str path, const BackupManifest *manifest, Arena *arena);

#endif
