/* What of the list of files its two files share. */
#ifndef MATCHWICK_SCREENS_FILE_LIST_STATE_H
#define MATCHWICK_SCREENS_FILE_LIST_STATE_H

#include "screens/file_list.h"

/* Chooses and orders what is shown; `scratch` is for the while of the call. */
void file_list_arrange(FileListView *view, Arena *scratch);
/* Into a folder of the list; false where the path would be too long. */
bool file_list_enter(FileListView *view, Str name);
/* False at the root. */
bool file_list_go_up(FileListView *view);
/* The first that is worth the focus: the folder one came from, else the first file, else the first of all. */
int file_list_first(const FileListView *view);

#endif
