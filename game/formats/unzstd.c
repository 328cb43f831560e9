#include "formats/unzstd.h"

#include <stdlib.h>

#include <zstd.h>

#define PIECE 65536

struct Unzstd {
    ZSTD_DCtx *context;
    const ArchiveSink *below;
    uint64_t left;
    size_t wanted; /* what zstd says of the frame: 0 when it is whole */
    char piece[PIECE];
};

Unzstd *unzstd_open(const ArchiveSink *below)
{
    Unzstd *unzstd = calloc(1, sizeof *unzstd);
    if (unzstd) unzstd->context = ZSTD_createDCtx();
    if (!unzstd || !unzstd->context) err_fatal("out of memory");
    unzstd->below = below;
    unzstd->left = below->limit;
    unzstd->wanted = 1;
    return unzstd;
}

static bool hand_on(Unzstd *unzstd, size_t size, Err *err)
{
    if (size > unzstd->left) return err_set(err, "it is too big when unpacked");
    unzstd->left -= size;
    return size == 0 || unzstd->below->take(unzstd->below->context, (Str){unzstd->piece, size}, err);
}

bool unzstd_take(void *context, Str piece, Err *err)
{
    Unzstd *unzstd = context;
    ZSTD_inBuffer in = {piece.data, piece.size, 0};
    bool is_full = false; /* there may be more than came out */
    while (in.pos < in.size || is_full) {
        ZSTD_outBuffer out = {unzstd->piece, PIECE, 0};
        unzstd->wanted = ZSTD_decompressStream(unzstd->context, &out, &in);
        if (ZSTD_isError(unzstd->wanted))
            return err_set(err, "it is damaged (zstd: %s)", ZSTD_getErrorName(unzstd->wanted));
        if (!hand_on(unzstd, out.pos, err)) return false;
        is_full = out.pos == out.size && unzstd->wanted != 0;
    }
    return true;
}

bool unzstd_close(Unzstd *unzstd, Err *err)
{
    bool is_whole = unzstd->wanted == 0;
    ZSTD_freeDCtx(unzstd->context);
    free(unzstd);
    return is_whole || err_set(err, "it is cut off");
}

bool unzstd_pass(Archive *archive, size_t entry, const ArchiveSink *below, Err *err)
{
    Unzstd *unzstd = unzstd_open(below);
    ArchiveSink sink = {.limit = below->limit, .take = unzstd_take, .context = unzstd};
    bool is_passed = archive_pass(archive, entry, &sink, err);
    bool is_whole = unzstd_close(unzstd, err);
    return is_passed && is_whole;
}
