/* Sound: opened in a thread of its own, since a sound server may take its time. Where there is no device, and
   until it is open, playing does nothing. */
#ifndef MATCHWICK_PLATFORM_AUDIO_H
#define MATCHWICK_PLATFORM_AUDIO_H

#include "ui/sound.h"

typedef struct Audio Audio;

/* `table_path`: assets/sounds.json; must outlive the audio. */
Audio *audio_open(const char *table_path);
void audio_close(Audio *audio);
void audio_play(Audio *audio, SoundCue cue, int step);
void audio_set_volume(Audio *audio, int percent);

#endif
