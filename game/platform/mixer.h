/* SDL_mixer, loaded when it is wanted: it brings a synthesiser and a dozen decoders, and finding all of them
   at the start would cost more time than opening the fonts. */
#ifndef MATCHWICK_PLATFORM_MIXER_H
#define MATCHWICK_PLATFORM_MIXER_H

#include <stdbool.h>

#include <SDL_mixer.h>

typedef struct {
    void *code; /* NULL: not loaded */
    int (*open_audio)(int rate_hz, Uint16 format, int channels, int buffer_samples);
    void (*close_audio)(void);
    int (*allocate_channels)(int count);
    int (*master_volume)(int volume);
    Mix_Chunk *(*quick_load_raw)(Uint8 *samples, Uint32 bytes);
    void (*free_chunk)(Mix_Chunk *chunk);
    int (*play_channel)(int channel, Mix_Chunk *chunk, int loops);
    int (*halt_channel)(int channel);
} Mixer;

/* False if it isn't there; SDL_GetError says why. */
bool mixer_load(Mixer *mixer);
void mixer_unload(Mixer *mixer);

#endif
