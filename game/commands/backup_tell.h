/* What is in a backup, told by the commands that make and restore one. */
#ifndef MATCHWICK_COMMANDS_BACKUP_TELL_H
#define MATCHWICK_COMMANDS_BACKUP_TELL_H

#include "formats/backup.h"

void backup_tell_json(Str path, const BackupManifest *manifest, Arena *arena);
void backup_tell_print(Str path, const BackupManifest *manifest, Arena *arena);

#endif
