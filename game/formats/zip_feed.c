#define _POSIX_C_SOURCE 200809L /* pread */
#include "formats/zip_feed.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static zip_int64_t read_bytes(ZipFeed *feed, void *bytes, size_t size)
{
    if (feed->fd < 0) {
        memcpy(bytes, feed->bytes.data + feed->at, size);
        return (zip_int64_t)size;
    }
    ssize_t got;
    do got = pread(feed->fd, bytes, size, (off_t)feed->at);
    while (got < 0 && errno == EINTR);
    if (got < 0) feed->system = errno;
    return got;
}

static zip_int64_t read_some(ZipFeed *feed, void *bytes, zip_uint64_t size)
{
    uint64_t left = feed->bytes.size - feed->at;
    if (size > left) size = left;
    feed->is_spent = feed->is_spent || size > feed->budget;
    if (size == 0) return 0;
    if (feed->is_spent) return -1;
    zip_int64_t got = read_bytes(feed, bytes, (size_t)size);
    if (got < 0) return -1;
    feed->at += (uint64_t)got;
    feed->budget -= (uint64_t)got;
    return got;
}

static zip_int64_t seek(ZipFeed *feed, void *bytes, zip_uint64_t size)
{
    zip_int64_t to = feed->calls->source_seek_compute_offset(feed->at, feed->bytes.size, bytes, size, NULL);
    if (to < 0) return -1;
    feed->at = (uint64_t)to;
    return 0;
}

static zip_int64_t tell_error(const ZipFeed *feed, void *bytes, zip_uint64_t size)
{
    zip_error_t error;
    feed->calls->error_init(&error);
    feed->calls->error_set(&error, ZIP_ER_READ, feed->system);
    zip_int64_t told = feed->calls->error_to_data(&error, bytes, size);
    feed->calls->error_fini(&error);
    return told;
}

static zip_int64_t tell_stat(const ZipFeed *feed, void *bytes, zip_uint64_t size)
{
    if (size < sizeof(zip_stat_t)) return -1;
    zip_stat_t stat = {.valid = ZIP_STAT_SIZE, .size = feed->bytes.size};
    memcpy(bytes, &stat, sizeof stat);
    return sizeof stat;
}

#define CAN(command) ZIP_SOURCE_MAKE_COMMAND_BITMASK(ZIP_SOURCE_##command)

zip_int64_t zip_feed_call(void *data, void *bytes, zip_uint64_t size, zip_source_cmd_t command)
{
    ZipFeed *feed = data;
    if (command == ZIP_SOURCE_READ) return read_some(feed, bytes, size);
    if (command == ZIP_SOURCE_SEEK) return seek(feed, bytes, size);
    if (command == ZIP_SOURCE_TELL) return (zip_int64_t)feed->at;
    if (command == ZIP_SOURCE_STAT) return tell_stat(feed, bytes, size);
    if (command == ZIP_SOURCE_ERROR) return tell_error(feed, bytes, size);
    if (command == ZIP_SOURCE_SUPPORTS)
        return CAN(OPEN) | CAN(READ) | CAN(CLOSE) | CAN(STAT) | CAN(ERROR) | CAN(FREE) | CAN(SEEK) |
               CAN(TELL) | CAN(SUPPORTS);
    if (command == ZIP_SOURCE_OPEN) feed->at = 0;
    return command == ZIP_SOURCE_OPEN || command == ZIP_SOURCE_CLOSE || command == ZIP_SOURCE_FREE ? 0 : -1;
}
