#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Takes a code point that was cut in the middle off the end. */
static void cut_whole(char *text)
{
    size_t size = strlen(text), start = size;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) start--;
    if (start == 0) return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size - (start - 1) < wanted) text[start - 1] = '\0';
}

bool err_set(Err *err, const char *format, ...)
{
    if (!err || err->is_set) return false;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    cut_whole(err->text);
    err->is_set = true;
    return false;
}

void err_wrap(Err *err, const char *format, ...)
{
    if (!err || !err->is_set) return;
    char context[sizeof err->text], whole[2 * sizeof err->text + 2];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(context, sizeof context, format, arguments);
    va_end(arguments);
    snprintf(whole, sizeof whole, "%s: %s", context, err->text);
    whole[sizeof err->text - 1] = '\0';
    memcpy(err->text, whole, sizeof err->text);
    cut_whole(err->text);
}

void err_clear(Err *err)
{
    *err = (Err){.is_set = false};
}

PRINTF_LIKE(1, 0) static void say(const char *format, va_list arguments)
{
    fputs("matchwick: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void err_fatal(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    abort();
}

void err_log(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
}
