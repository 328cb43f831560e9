#include "platform/mixer.h"

#include <string.h>

#include <SDL_loadso.h>

#if defined(__linux__)
static const char LIBRARY[] = "libSDL2_mixer-2.0.so.0";
#elif defined(__APPLE__)
static const char LIBRARY[] = "libSDL2_mixer.dylib";
#else
static const char LIBRARY[] = "SDL2_mixer.dll";
#endif

/* `function` is where a pointer to a function goes, which ISO C does not let a `void *` become by a cast. */
static bool find(const Mixer *mixer, const char *name, void *function)
{
    void *found = SDL_LoadFunction(mixer->code, name);
    memcpy(function, &found, sizeof found);
    return found != NULL;
}

bool mixer_load(Mixer *mixer)
{
    *mixer = (Mixer){.code = SDL_LoadObject(LIBRARY)};
    if (!mixer->code) return false;
    bool is_whole = find(mixer, "Mix_OpenAudio", &mixer->open_audio) &&
                    find(mixer, "Mix_CloseAudio", &mixer->close_audio) &&
                    find(mixer, "Mix_AllocateChannels", &mixer->allocate_channels) &&
                    find(mixer, "Mix_MasterVolume", &mixer->master_volume) &&
                    find(mixer, "Mix_QuickLoad_RAW", &mixer->quick_load_raw) &&
                    find(mixer, "Mix_FreeChunk", &mixer->free_chunk) &&
                    find(mixer, "Mix_PlayChannel", &mixer->play_channel) &&
                    find(mixer, "Mix_HaltChannel", &mixer->halt_channel);
    if (!is_whole) mixer_unload(mixer);
    return is_whole;
}

void mixer_unload(Mixer *mixer)
{
    if (mixer->code) SDL_UnloadObject(mixer->code);
    mixer->code = NULL;
}
