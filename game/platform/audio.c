#include "platform/audio.h"

#include <stdlib.h>

#include <SDL.h>

#include "base/arena.h"
#include "platform/mixer.h"
#include "platform/sound_table.h"

enum { RATE_HZ = 44100, BUFFER_SAMPLES = 512, VOICES = 16 };

struct Audio {
    const char *table_path;
    SDL_Thread *opener;
    SDL_atomic_t is_ready; /* set by the opener when all below is done */
    SDL_atomic_t volume_percent;
    Mixer mixer;
    bool is_open; /* the mixer's device */
    SoundTable table;
    Arena samples;
    Mix_Chunk *chunks[SOUND_COUNT][SOUND_MAX_STEPS];
};

static Mix_Chunk *make_chunk(Audio *audio, SoundCue cue, int step)
{
    SynthSound sound = sound_table_get(&audio->table, cue, step);
    size_t length = synth_length(&sound, RATE_HZ);
    int16_t *samples = ARENA_NEW_N(&audio->samples, int16_t, length);
    synth_render(&sound, RATE_HZ, samples);
    return audio->mixer.quick_load_raw((Uint8 *)samples, (Uint32)(length * sizeof *samples));
}

static void make_chunks(Audio *audio)
{
    for (int cue = 0; cue < SOUND_COUNT; cue++)
        for (int step = 0; step < audio->table.cues[cue].step_count; step++)
            audio->chunks[cue][step] = make_chunk(audio, (SoundCue)cue, step);
}

static void apply_volume(Audio *audio)
{
    audio->mixer.master_volume(MIX_MAX_VOLUME * SDL_AtomicGet(&audio->volume_percent) / 100);
}

static bool open_mixer(Audio *audio)
{
    if (!mixer_load(&audio->mixer)) return false;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return false;
    if (audio->mixer.open_audio(RATE_HZ, AUDIO_S16SYS, 1, BUFFER_SAMPLES) == 0) return true;
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return false;
}

static int open_in_background(void *self)
{
    Audio *audio = self;
    Err err = {.is_set = false};
    if (!sound_table_read(audio->table_path, &audio->table, &err)) {
        err_log("%s; the game stays silent", err.text);
        return 0;
    }
    audio->is_open = open_mixer(audio);
    if (!audio->is_open) {
        err_log("No sound: %s", SDL_GetError());
        return 0;
    }
    audio->mixer.allocate_channels(VOICES);
    make_chunks(audio);
    SDL_AtomicSet(&audio->is_ready, 1);
    apply_volume(audio); /* after that: it may have been changed meanwhile */
    return 0;
}

Audio *audio_open(const char *table_path)
{
    Audio *audio = calloc(1, sizeof *audio);
    if (!audio) err_fatal("out of memory");
    audio->table_path = table_path;
    arena_init(&audio->samples, 256 << 10);
    SDL_AtomicSet(&audio->volume_percent, 100);
    audio->opener = SDL_CreateThread(open_in_background, "sound", audio);
    return audio;
}

void audio_close(Audio *audio)
{
    if (!audio) return;
    if (audio->opener) SDL_WaitThread(audio->opener, NULL);
    if (audio->is_open) {
        audio->mixer.halt_channel(-1);
        for (int cue = 0; cue < SOUND_COUNT; cue++)
            for (int step = 0; step < SOUND_MAX_STEPS; step++)
                if (audio->chunks[cue][step]) audio->mixer.free_chunk(audio->chunks[cue][step]);
        audio->mixer.close_audio();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    mixer_unload(&audio->mixer);
    arena_deinit(&audio->samples);
    free(audio);
}

void audio_play(Audio *audio, SoundCue cue, int step)
{
    if (!audio || !SDL_AtomicGet(&audio->is_ready) || SDL_AtomicGet(&audio->volume_percent) == 0) return;
    Mix_Chunk *chunk = audio->chunks[cue][sound_table_step(&audio->table, cue, step)];
    if (chunk) audio->mixer.play_channel(-1, chunk, 0);
}

void audio_set_volume(Audio *audio, int percent)
{
    if (!audio) return;
    SDL_AtomicSet(&audio->volume_percent, percent < 0 ? 0 : percent > 100 ? 100 : percent);
    if (SDL_AtomicGet(&audio->is_ready)) apply_volume(audio);
}
