/* The synthesiser: sound cues from a handful of numbers. Pure: numbers in, samples out; the same every time.
 */
#ifndef MATCHWICK_PLATFORM_SYNTH_H
#define MATCHWICK_PLATFORM_SYNTH_H

#include <stddef.h>
#include <stdint.h>

enum { SYNTH_MAX_NOTES = 8 };

/* SQUARE is a soft one: four odd harmonics. NOISE is white noise in a band. */
typedef enum { WAVE_SINE, WAVE_TRIANGLE, WAVE_SQUARE, WAVE_NOISE } Wave;

typedef struct {
    Wave wave;
    float from_hz, to_hz; /* pitch at start and end; of noise: the band */
    float at_ms, ms;      /* from the sound's start; length */
    float low_pass_hz;    /* 0: none */
} SynthNote;

typedef struct {
    SynthNote notes[SYNTH_MAX_NOTES];
    int count;
    float db; /* peak of each note, below full scale */
} SynthSound;

/* Every note starts with a rise of 4 ms and fades to nothing at its end. */
size_t synth_length(const SynthSound *sound, int rate_hz);
/* `out` holds synth_length samples; they are set, not added to. */
void synth_render(const SynthSound *sound, int rate_hz, int16_t *out);

#endif
