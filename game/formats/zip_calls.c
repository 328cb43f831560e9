#include "formats/zip_calls.h"

#include <string.h>

#include <dlfcn.h>

/* Its version 5; Debian names it 4. */
#if defined(__APPLE__)
static const char *const LIBRARIES[] = {"libzip.5.dylib", "libzip.dylib"};
#else
static const char *const LIBRARIES[] = {"libzip.so.5", "libzip.so.4"};
#endif

/* `function` is where a pointer to a function goes, which ISO C does not let a `void *` become by a cast. */
static bool find(const ZipCalls *calls, const char *name, void *function)
{
    void *found = dlsym(calls->code, name);
    memcpy(function, &found, sizeof found);
    return found != NULL;
}

static bool find_reading(ZipCalls *calls)
{
    return find(calls, "zip_open_from_source", &calls->open_from_source) &&
           find(calls, "zip_discard", &calls->discard) &&
           find(calls, "zip_get_num_entries", &calls->get_num_entries) &&
           find(calls, "zip_get_name", &calls->get_name) &&
           find(calls, "zip_stat_index", &calls->stat_index) &&
           find(calls, "zip_fopen_index", &calls->fopen_index) && find(calls, "zip_fread", &calls->fread) &&
           find(calls, "zip_fclose", &calls->fclose);
}

static bool find_writing(ZipCalls *calls)
{
    return find(calls, "zip_open", &calls->open) && find(calls, "zip_close", &calls->close) &&
           find(calls, "zip_file_add", &calls->file_add) &&
           find(calls, "zip_set_file_compression", &calls->set_file_compression);
}

static bool find_errors(ZipCalls *calls)
{
    return find(calls, "zip_get_error", &calls->get_error) &&
           find(calls, "zip_file_get_error", &calls->file_get_error) &&
           find(calls, "zip_error_init", &calls->error_init) &&
           find(calls, "zip_error_fini", &calls->error_fini) &&
           find(calls, "zip_error_strerror", &calls->error_strerror) &&
           find(calls, "zip_error_code_zip", &calls->error_code_zip) &&
           find(calls, "zip_error_to_data", &calls->error_to_data) &&
           find(calls, "zip_error_set", &calls->error_set);
}

static bool find_sources(ZipCalls *calls)
{
    return find(calls, "zip_source_buffer_create", &calls->source_buffer_create) &&
           find(calls, "zip_source_file_create", &calls->source_file_create) &&
           find(calls, "zip_source_function_create", &calls->source_function_create) &&
           find(calls, "zip_source_seek_compute_offset", &calls->source_seek_compute_offset) &&
           find(calls, "zip_source_open", &calls->source_open) &&
           find(calls, "zip_source_stat", &calls->source_stat) &&
           find(calls, "zip_source_read", &calls->source_read) &&
           find(calls, "zip_source_close", &calls->source_close) &&
           find(calls, "zip_source_keep", &calls->source_keep) &&
           find(calls, "zip_source_free", &calls->source_free);
}

bool zip_calls_load(ZipCalls *calls, Err *err)
{
    *calls = (ZipCalls){.code = NULL};
    for (size_t i = 0; i < sizeof LIBRARIES / sizeof *LIBRARIES && !calls->code; i++)
        calls->code = dlopen(LIBRARIES[i], RTLD_LAZY | RTLD_LOCAL);
    if (!calls->code) return err_set(err, "archives need the library libzip, and it is not installed");
    if (find_reading(calls) && find_writing(calls) && find_errors(calls) && find_sources(calls)) return true;
    zip_calls_unload(calls);
    return err_set(err, "archives need a newer library libzip than is installed");
}

void zip_calls_unload(ZipCalls *calls)
{
    if (calls->code) dlclose(calls->code);
    calls->code = NULL;
}
