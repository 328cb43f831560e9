/* A sitting: platform, store and app opened together for `play` and `demo`, with the common options applied.
 */
#ifndef MATCHWICK_COMMANDS_SITTING_H
#define MATCHWICK_COMMANDS_SITTING_H

#include "app/app.h"
#include "commands/commands.h"

typedef struct {
    Platform *platform;
    App *app;
} Sitting;

typedef struct {
    bool is_offscreen, is_drawing; /* see PlatformOptions */
    bool is_autoplay;
    const char *player; /* NULL: the one who played last */
} SittingOptions;

NODISCARD bool sitting_open(Sitting *sitting, const CommandContext *context, const SittingOptions *options,
                            Err *err);
/* Remembers where the window was, waits for what is not yet written. */
void sitting_close(Sitting *sitting, const CommandContext *context);

#endif
