/* Which file to bring in: the files of a folder, or what is on the clipboard. */
#ifndef MATCHWICK_SCREENS_IMPORT_FILES_H
#define MATCHWICK_SCREENS_IMPORT_FILES_H

#include "screens/screen.h"

extern const ScreenKind import_files_screen;

#endif
