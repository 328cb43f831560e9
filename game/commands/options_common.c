#include <stdio.h>
#include <string.h>

#include "commands/options.h"
#include "ui/theme.h"

#define MIN_WIDTH_PX  800
#define MIN_HEIGHT_PX 600
#define MAX_SIDE_PX   16384

static bool read_side(const char *text, size_t size, int low, int *out)
{
    char digits[8];
    uint64_t number;
    if (size == 0 || size >= sizeof digits) return false;
    memcpy(digits, text, size);
    digits[size] = '\0';
    if (!options_number(digits, "", (uint64_t)low, MAX_SIDE_PX, &number, NULL)) return false;
    *out = (int)number;
    return true;
}

static bool read_window(const char *text, CommonOptions *out, Err *err)
{
    if (!text) return true;
    size_t width = strcspn(text, "x");
    if (text[width] == 'x' && read_side(text, width, MIN_WIDTH_PX, &out->width_px) &&
        read_side(text + width + 1, strlen(text + width + 1), MIN_HEIGHT_PX, &out->height_px))
        return true;
    return err_set(err, "--window is WIDTHxHEIGHT, %dx%d to %dx%d, not \"%s\"", MIN_WIDTH_PX, MIN_HEIGHT_PX,
                   MAX_SIDE_PX, MAX_SIDE_PX, text);
}

static bool check_theme(const char *name, Err *err)
{
    ThemeId id;
    if (!name || theme_find(str_of(name), &id)) return true;
    char list[128] = "";
    for (int i = 0; i < THEME_COUNT; i++) {
        size_t end = strlen(list);
        (void)snprintf(list + end, sizeof list - end, "%s%s", i ? ", " : "", theme_get((ThemeId)i)->name);
    }
    return err_set(err, "no theme \"%s\"; themes are %s", name, list);
}

static bool read_text_scale(const char *text, CommonOptions *out, Err *err)
{
    uint64_t percent;
    if (!text) return true;
    if (!options_number(text, "--text-scale", 100, 200, &percent, err)) return false;
    out->text_percent = (int)percent;
    return true;
}

static bool check_folder(const char *folder, const char *name, Err *err)
{
    if (!folder || *folder != '\0') return true;
    return err_set(err, "--%s is a folder; an empty name is none", name);
}

bool options_common_read(const Words *words, CommonOptions *out, Err *err)
{
    *out = (CommonOptions){.data_folder = options_get(words, "data"),
                           .added_decks = options_get(words, "decks"),
                           .is_fullscreen = options_has(words, "fullscreen"),
                           .is_muted = options_has(words, "mute"),
                           .theme = options_get(words, "theme"),
                           .renderer = options_get(words, "renderer")};
    return check_folder(out->data_folder, "data", err) && check_folder(out->added_decks, "decks", err) &&
           check_theme(out->theme, err) && read_window(options_get(words, "window"), out, err) &&
           read_text_scale(options_get(words, "text-scale"), out, err);
}
