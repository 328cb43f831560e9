/* libzip, loaded when it is wanted: it brings a large library for encryption, and finding that at the start
   would cost the game more time than opening its fonts. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_ZIP_CALLS_H
#define MATCHWICK_FORMATS_ZIP_CALLS_H

#include <time.h>

#include <zip.h>

#include "base/err.h"

typedef struct {
    void *code; /* NULL: not loaded */
    zip_t *(*open)(const char *path, int flags, int *failed);
    zip_t *(*open_from_source)(zip_source_t *source, int flags, zip_error_t *error);
    int (*close)(zip_t *zip);
    void (*discard)(zip_t *zip);
    zip_int64_t (*get_num_entries)(zip_t *zip, zip_flags_t flags);
    const char *(*get_name)(zip_t *zip, zip_uint64_t entry, zip_flags_t flags);
    int (*stat_index)(zip_t *zip, zip_uint64_t entry, zip_flags_t flags, zip_stat_t *stat);
    zip_file_t *(*fopen_index)(zip_t *zip, zip_uint64_t entry, zip_flags_t flags);
    zip_int64_t (*fread)(zip_file_t *file, void *bytes, zip_uint64_t size);
    int (*fclose)(zip_file_t *file);
    zip_int64_t (*file_add)(zip_t *zip, const char *name, zip_source_t *source, zip_flags_t flags);
    int (*set_file_compression)(zip_t *zip, zip_uint64_t entry, zip_int32_t method, zip_uint32_t level);
    zip_error_t *(*get_error)(zip_t *zip);
    zip_error_t *(*file_get_error)(zip_file_t *file);
    void (*error_init)(zip_error_t *error);
    void (*error_fini)(zip_error_t *error);
    const char *(*error_strerror)(zip_error_t *error);
    int (*error_code_zip)(const zip_error_t *error);
    zip_int64_t (*error_to_data)(const zip_error_t *error, void *data, zip_uint64_t size);
    void (*error_set)(zip_error_t *error, int code, int system);
    zip_source_t *(*source_buffer_create)(const void *bytes, zip_uint64_t size, int frees,
                                          zip_error_t *error);
    zip_source_t *(*source_file_create)(const char *path, zip_uint64_t from, zip_int64_t size,
                                        zip_error_t *error);
    zip_source_t *(*source_function_create)(zip_source_callback call, void *data, zip_error_t *error);
    zip_int64_t (*source_seek_compute_offset)(zip_uint64_t at, zip_uint64_t size, void *data,
                                              zip_uint64_t data_size, zip_error_t *error);
    int (*source_open)(zip_source_t *source);
    int (*source_stat)(zip_source_t *source, zip_stat_t *stat);
    zip_int64_t (*source_read)(zip_source_t *source, void *bytes, zip_uint64_t size);
    int (*source_close)(zip_source_t *source);
    void (*source_keep)(zip_source_t *source);
    void (*source_free)(zip_source_t *source);
} ZipCalls;

/* False with `err`: it isn't there. */
NODISCARD bool zip_calls_load(ZipCalls *calls, Err *err);
void zip_calls_unload(ZipCalls *calls);

#endif
