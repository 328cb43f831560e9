/* Files that writers left beside the file they were to become, because they were killed. */
#define _XOPEN_SOURCE 700 /* fstatat */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file_inner.h"

#define STILL_S 60    /* of a process that is not seen from here, in a container or on another machine */
#define OLD_S   86400 /* whatever process has its number now */

Str file_beside_name(Arena *arena, const char *what)
{
    return str_format(arena, FILE_BESIDE_PREFIX "%ld-%s.tmp", (long)getpid(), what);
}

/* 0: no such name. What libzip makes beside such a file has a longer one. */
static long writer_of(const char *name)
{
    Str rest = str_of(name);
    if (!str_starts(rest, STR(FILE_BESIDE_PREFIX)) || !str_has(rest, STR(".tmp"))) return 0;
    return strtol(name + sizeof FILE_BESIDE_PREFIX - 1, NULL, 10);
}

static bool is_left(int folder, const char *name)
{
    struct stat info;
    long writer = writer_of(name);
    if (writer <= 0 || fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode))
        return false;
    int64_t still_s = (int64_t)time(NULL) - (int64_t)info.st_mtime;
    bool is_dead = kill((pid_t)writer, 0) != 0 && errno == ESRCH;
    return still_s > OLD_S || (is_dead && still_s > STILL_S);
}

void file_remove_left(const char *folder)
{
    DIR *dir = opendir(folder);
    if (!dir) return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (is_left(dirfd(dir), entry->d_name)) unlinkat(dirfd(dir), entry->d_name, 0);
    closedir(dir);
}
