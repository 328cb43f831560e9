#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "screens/file_list_state.h"

static bool has_ending(Str folded, const char *const *endings)
{
    for (; *endings; endings++)
        if (str_ends(folded, str_of(*endings))) return true;
    return false;
}

void file_list_open(FileListView *view, const char *const *endings, Str folder)
{
    *view = (FileListView){.endings = endings, .wants_focus = true};
    snprintf(view->folder, sizeof view->folder, "%.*s", STR_FMT(folder.size ? folder : STR("/")));
    text_edit_init(&view->filter, (Str){0}, 60);
}

static void add(FileListView *view, Arena *arena, Str name)
{
    FileListItem item = {.name = name};
    if (!file_info(file_join(arena, view->folder, name.data).data, &item.info)) return;
    if (!item.info.is_folder && !item.info.is_file) return;
    item.folded = text_fold(arena, name);
    item.is_suitable = item.info.is_folder || has_ending(item.folded, view->endings);
    view->items[view->count++] = item;
}

/* Names that begin with a dot are hidden, as everywhere. */
static void read_folder(FileListView *view, Arena *arena)
{
    FileList list;
    if (!file_list(view->folder, arena, &list, &view->err)) return;
    size_t most = list.count < FILE_LIST_MOST ? list.count : FILE_LIST_MOST;
    view->left_out = (int)(list.count - most);
    view->items = ARENA_NEW_N(arena, FileListItem, most + 1);
    for (size_t i = 0; i < most; i++)
        if (list.names[i].data[0] != '.') add(view, arena, list.names[i]);
}

void file_list_load(FileListView *view, Arena *arena)
{
    Arena scratch;
    err_clear(&view->err);
    view->items = NULL;
    view->count = view->shown_count = view->left_out = 0;
    read_folder(view, arena);
    view->shown = ARENA_NEW_N(arena, int, view->count + 1);
    arena_init(&scratch, 0);
    file_list_arrange(view, &scratch);
    arena_deinit(&scratch);
}

/* Folders by name, before all files. */
static int by_name(const void *a, const void *b)
{
    const FileListItem *x = a, *y = b;
    if (x->info.is_folder != y->info.is_folder) return x->info.is_folder ? -1 : 1;
    int order = str_compare(x->folded, y->folded);
    return order ? order : str_compare(x->name, y->name);
}

static int by_age(const void *a, const void *b)
{
    const FileListItem *x = a, *y = b;
    bool are_files = !x->info.is_folder && !y->info.is_folder;
    if (!are_files || x->info.changed_ns == y->info.changed_ns) return by_name(a, b);
    return x->info.changed_ns > y->info.changed_ns ? -1 : 1;
}

/* Names that begin with what is wanted before those that have it somewhere. */
static void add_shown(FileListView *view, Str wanted, bool is_beginning)
{
    for (int i = 0; i < view->count; i++) {
        const FileListItem *item = &view->items[i];
        bool is_shown = (item->is_suitable || view->shows_all) && str_has(item->folded, wanted);
        if (is_shown && str_starts(item->folded, wanted) == is_beginning)
            view->shown[view->shown_count++] = i;
    }
}

void file_list_arrange(FileListView *view, Arena *scratch)
{
    Str wanted = text_fold(scratch, text_edit_text(&view->filter));
    view->shown_count = 0;
    if (view->count == 0) return;
    qsort(view->items, (size_t)view->count, sizeof *view->items, view->is_by_name ? by_name : by_age);
    add_shown(view, wanted, true);
    add_shown(view, wanted, false);
}

static void change_folder(FileListView *view)
{
    view->wants_focus = true;
    text_edit_init(&view->filter, (Str){0}, 60);
}

bool file_list_enter(FileListView *view, Str name)
{
    size_t size = strlen(view->folder);
    bool has_slash = size > 0 && view->folder[size - 1] == '/';
    if (size + name.size + 2 > sizeof view->folder) return false;
    snprintf(view->folder + size, sizeof view->folder - size, "%s%.*s", has_slash ? "" : "/", STR_FMT(name));
    view->came_from[0] = '\0';
    change_folder(view);
    return true;
}

bool file_list_go_up(FileListView *view)
{
    Str name = file_name(str_of(view->folder));
    if (name.size == 0) return false;
    snprintf(view->came_from, sizeof view->came_from, "%.*s", STR_FMT(name));
    size_t size = strlen(view->folder) - name.size;
    view->folder[size > 1 ? size - 1 : size] = '\0';
    change_folder(view);
    return true;
}

int file_list_first(const FileListView *view)
{
    int first = view->shown_count > 0 ? 0 : -1;
    for (int i = view->shown_count - 1; i >= 0; i--) {
        const FileListItem *item = &view->items[view->shown[i]];
        if (!item->info.is_folder) first = i;
        if (item->info.is_folder && str_is(item->name, str_of(view->came_from))) return i;
    }
    return first;
}
