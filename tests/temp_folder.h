/* A folder of a test's own, where the system keeps what is for a while. To be removed by file_tree_remove. */
#ifndef MATCHWICK_TESTS_TEMP_FOLDER_H
#define MATCHWICK_TESTS_TEMP_FOLDER_H

#include <stdio.h>
#include <stdlib.h>

#include "base/file_tree.h"

#define TEMP_FOLDER_SIZE 128

/* Into a buffer of TEMP_FOLDER_SIZE. */
static inline void temp_folder_make(char *folder)
{
    const char *told = getenv("TMPDIR");
    int size = snprintf(folder, TEMP_FOLDER_SIZE, "%s/matchwick-test-XXXXXX", told && *told ? told : "/tmp");
    if (size < TEMP_FOLDER_SIZE && mkdtemp(folder)) return;
    fprintf(stderr, "%s: no folder for the tests can be made there\n", folder);
    abort();
}

#endif
