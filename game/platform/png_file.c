#include "platform/png_file.h"

#include <errno.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

static unsigned char *to_rgb(Picture picture)
{
    size_t size = (size_t)picture.width * (size_t)picture.height * 3;
    unsigned char *bytes = malloc(size > 0 ? size : 1), *at = bytes;
    if (!bytes) err_fatal("out of memory");
    for (int y = 0; y < picture.height; y++) {
        const uint32_t *row = picture_row(picture, y);
        for (int x = 0; x < picture.width; x++, at += 3) {
            Color c = picture_unpack(row[x]);
            at[0] = c.r;
            at[1] = c.g;
            at[2] = c.b;
        }
    }
    return bytes;
}

bool png_file_write(const char *path, Picture picture, Err *err)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)picture.width,
                       .height = (png_uint_32)picture.height,
                       .format = PNG_FORMAT_RGB,
                       .flags = PNG_IMAGE_FLAG_FAST};
    unsigned char *rgb = to_rgb(picture);
    errno = 0;
    bool is_written = png_image_write_to_file(&image, path, 0, rgb, 0, NULL) != 0;
    if (!is_written) err_set(err, "%s: can't be written: %s", path, errno ? strerror(errno) : image.message);
    free(rgb);
    return is_written;
}
