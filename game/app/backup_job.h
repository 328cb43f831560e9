/* One thing done to a backup on a thread of its own, so that no frame waits for it: making one, looking
   through one, restoring one. */
#ifndef MATCHWICK_APP_BACKUP_JOB_H
#define MATCHWICK_APP_BACKUP_JOB_H

#include "app/vault.h"

typedef enum { BACKUP_JOB_MAKE, BACKUP_JOB_LOOK, BACKUP_JOB_RESTORE } BackupJobKind;

typedef struct {
    BackupJobKind kind;
    VaultPlace place;
    Str path;     /* to make or to look at; copied */
    Vault *vault; /* to restore: the job's from then on */
} BackupOrder;

typedef struct {
    Arena arena;
    BackupOrder order;
    bool is_good;
    Err err;
    VaultBackup made;
    Vault *vault; /* looked through: the taker's */
    Str kept;     /* restored: what was there before, as vault_restore */
} BackupDone;

typedef struct BackupJob BackupJob;

/* `wake` is called from the thread when it is done. */
BackupJob *backup_job_start(const BackupOrder *order, void (*wake)(void *self), void *self);
bool backup_job_is_done(BackupJob *job);
/* Waits for it and ends the job; the caller owns what came of it. */
BackupDone *backup_job_end(BackupJob *job);
void backup_done_free(BackupDone *done); /* but for the vault */

#endif
