/* The table of sounds, assets/sounds.json: how each cue sounds, and how its pitch moves with the step. */
#ifndef MATCHWICK_PLATFORM_SOUND_TABLE_H
#define MATCHWICK_PLATFORM_SOUND_TABLE_H

#include "base/err.h"
#include "platform/synth.h"
#include "ui/sound.h"

enum { SOUND_MAX_STEPS = 32 };

typedef struct {
    SynthSound sound;
    float pitch[SOUND_MAX_STEPS]; /* factor on every frequency at a step */
    int step_count;               /* at least 1; later steps sound like the last */
} SoundSpec;

typedef struct {
    SoundSpec cues[SOUND_COUNT];
} SoundTable;

/* Every cue must be there. */
NODISCARD bool sound_table_read(const char *path, SoundTable *out, Err *err);
/* Steps are held to those that there are. */
int sound_table_step(const SoundTable *table, SoundCue cue, int step);
SynthSound sound_table_get(const SoundTable *table, SoundCue cue, int step);

#endif
