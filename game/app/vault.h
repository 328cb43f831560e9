/* Backups and their restoring, for the screens and the commands: what the store gathers is packed by
   formats/, and what formats/ unpacks is looked through by the store before it takes the place of what is
   there. Every call opens what it needs for itself: it may be made on any thread, while the game runs or not.
 */
#ifndef MATCHWICK_APP_VAULT_H
#define MATCHWICK_APP_VAULT_H

#include "formats/backup.h"
#include "store/store_backup.h"

#define VAULT_FOLDER "backups" /* in the data folder: where backups go that are given no other place */

typedef struct {
    const char *folder; /* the data folder */
    int64_t wall_ms;
    int utc_offset_min; /* of local time ahead of UTC */
} VaultPlace;

/* "FOLDER/KIND-20261126-211247.matchwick", in local time, that is not there yet. */
Str vault_free_path(const VaultPlace *place, const char *folder, const char *kind, Arena *arena);

typedef struct {
    BackupManifest manifest;
    StoreGathered gathered;
    int64_t bytes; /* of the archive */
} VaultBackup;

/* All that is kept, in one file that is there whole or not at all; its folder is made. What waits to be
   written in this process is to be flushed before. */
NODISCARD bool vault_back_up(const VaultPlace *place, const char *path, Arena *arena, VaultBackup *out,
                             Err *err);

typedef struct Vault Vault;

/* A backup, unpacked below the data folder and proven whole and sound. NULL with `err` set: what is wrong
   with it, and where. */
Vault *vault_open(const VaultPlace *place, const char *path, Err *err);
const BackupManifest *vault_manifest(const Vault *vault);
/* Puts it in the place of what is there, of which a backup is made first: `kept` is its path, in the arena;
   empty where nothing was there. False: all is as it was. Closes the vault. */
NODISCARD bool vault_restore(Vault *vault, Arena *arena, Str *kept, Err *err);
/* Leaves all as it is. NULL is allowed. */
void vault_close(Vault *vault);

#endif
