/* What INTENT_BACKUP asks for, in its `input`. */
#ifndef MATCHWICK_SCREENS_BACKUP_INTENT_H
#define MATCHWICK_SCREENS_BACKUP_INTENT_H

#include "screens/intent.h"

typedef enum {
    BACKUP_MAKE,       /* text: the folder that it goes into */
    BACKUP_LOOK,       /* text: the path of one, which is unpacked and proven, then offered */
    BACKUP_FORGET,     /* the one that is offered, or that was refused */
    BACKUP_RESTORE,    /* the one that is offered */
    BACKUP_SHOW_FOLDER /* text: the folder */
} BackupInput;

static inline Intent backup_intent(BackupInput input, Str text)
{
    return (Intent){.kind = INTENT_BACKUP, .input = (int32_t)input, .text = text};
}

#endif
