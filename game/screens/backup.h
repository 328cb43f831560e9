/* Backups: makes one, lists those that there are, says what one holds, and restores it once that is agreed
 * to.
 */
#ifndef MATCHWICK_SCREENS_BACKUP_H
#define MATCHWICK_SCREENS_BACKUP_H

#include "screens/screen.h"

extern const ScreenKind backup_screen;

#endif
