/* What the commands share that make and restore backups. */
#ifndef MATCHWICK_COMMANDS_BACKUP_TELL_H
#define MATCHWICK_COMMANDS_BACKUP_TELL_H

#include "app/vault.h"
#include "commands/commands.h"

/* The data folder, now. False with `err` set. */
NODISCARD bool backup_place(const CommandContext *context, VaultPlace *out, Err *err);

void backup_tell_json(Str path, const BackupManifest *manifest, Arena *arena);
void backup_tell_print(Str path, const BackupManifest *manifest, Arena *arena);

#endif
