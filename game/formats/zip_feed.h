/* The bytes of an archive as libzip asks for them: of a file or of memory. While the list of entries is read
   a budget holds what a hostile list can make libzip keep in memory. For this folder's own files. */
#ifndef MATCHWICK_FORMATS_ZIP_FEED_H
#define MATCHWICK_FORMATS_ZIP_FEED_H

#include "base/str.h"
#include "formats/zip_calls.h"

typedef struct {
    const ZipCalls *calls;
    int fd;    /* -1: the bytes */
    Str bytes; /* of a file: only their count */
    uint64_t at;
    uint64_t budget; /* what may still be read */
    bool is_spent;   /* it was asked for more than that */
    int system;      /* errno of what failed */
} ZipFeed;

/* A zip_source_callback; `data` is the feed. */
zip_int64_t zip_feed_call(void *data, void *bytes, zip_uint64_t size, zip_source_cmd_t command);

#endif
