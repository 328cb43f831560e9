/* The files of a folder to choose one from: folders first, then the files that suit, the newest first; what
   is typed filters them. A part of a screen: its state holds the FileListView, its load calls file_list_load,
   its build file_list_put. */
#ifndef MATCHWICK_SCREENS_FILE_LIST_H
#define MATCHWICK_SCREENS_FILE_LIST_H

#include "base/file.h"
#include "screens/screen.h"
#include "ui/field.h"

#define FILE_LIST_MOST 20000 /* files of a folder; more are left out, and that is told */

typedef struct {
    Str name, folded;
    FileInfo info;
    bool is_suitable; /* by its ending */
} FileListItem;

typedef struct {
    const char *const *endings; /* ".csv" and the like, in small letters, NULL behind them */
    char folder[4096];
    char came_from[256]; /* the folder that was left by going up: it has the focus then */
    bool is_by_name, shows_all;
    TextEdit filter;
    Keyboard keyboard;
    bool wants_focus; /* the folder is another than before */
    FileListItem *items;
    int *shown; /* in order, of those that the filter lets through */
    int count, shown_count, left_out;
    Err err; /* why the folder cannot be read */
} FileListView;

typedef struct {
    bool wants_reload; /* another folder: INTENT_RELOAD */
    Str path;          /* of the file that was chosen, in the frame's arena; empty: none */
} FileListAnswer;

/* Once, in the screen's first load. */
void file_list_open(FileListView *view, const char *const *endings, Str folder);
void file_list_load(FileListView *view, Arena *arena);
/* As a path is shown: "~/Downloads/school". */
Str file_list_words(Str path, const Model *model, Arena *arena);
/* True once for a folder in which there is no file to choose: the focus is then the caller's to give. Before
   file_list_put. */
bool file_list_passes_focus(FileListView *view);
FileListAnswer file_list_put(Ui *ui, FileListView *view, const Model *model, Rect area);

#endif
