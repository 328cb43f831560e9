#include "platform/synth.h"

#include <math.h>
#include <string.h>

#include "base/rng.h"

static const float PI = 3.14159265f, ATTACK_MS = 4;

static size_t samples_of(float ms, int rate_hz)
{
    return (size_t)lroundf(ms * (float)rate_hz / 1000);
}

size_t synth_length(const SynthSound *sound, int rate_hz)
{
    float end_ms = 0;
    for (int i = 0; i < sound->count; i++) end_ms = fmaxf(end_ms, sound->notes[i].at_ms + sound->notes[i].ms);
    return samples_of(end_ms, rate_hz);
}

/* `phase` in turns, 0 to 1; the answer from -1 to 1, a sine's phase for all. */
static float wave_at(Wave wave, float phase)
{
    float sine = sinf(2 * PI * phase);
    switch (wave) {
    case WAVE_TRIANGLE: return 2 / PI * asinf(sine);
    case WAVE_SQUARE: {
        float sum = 0;
        for (int n = 1; n <= 7; n += 2) sum += sinf(2 * PI * phase * (float)n) / (float)n;
        return sum * 1.08f; /* peak of the four harmonics: 0.926 */
    }
    case WAVE_SINE:
    case WAVE_NOISE: break;
    }
    return sine;
}

static float envelope(size_t at, size_t length, int rate_hz)
{
    float ms = (float)at * 1000 / (float)rate_hz, left = 1 - (float)at / (float)length;
    return fminf(1, ms / ATTACK_MS) * left * left;
}

/* White noise through two band-pass biquads (R. Bristow-Johnson's Audio EQ Cookbook, constant peak gain). */
typedef struct {
    float x1, x2, y1, y2;
} FilterStage;

typedef struct {
    float b0, a1, a2;
    FilterStage stages[2];
    Rng rng;
} NoiseBand;

static NoiseBand noise_band(float low_hz, float high_hz, int rate_hz)
{
    float center = sqrtf(low_hz * high_hz), q = center / (high_hz - low_hz);
    float turn = 2 * PI * center / (float)rate_hz, alpha = sinf(turn) / (2 * q), a0 = 1 + alpha;
    NoiseBand band = {.b0 = alpha / a0, .a1 = -2 * cosf(turn) / a0, .a2 = (1 - alpha) / a0};
    rng_seed(&band.rng, 1);
    return band;
}

static float filter(const NoiseBand *band, FilterStage *s, float x)
{
    float y = band->b0 * (x - s->x2) - band->a1 * s->y1 - band->a2 * s->y2;
    *s = (FilterStage){x, s->x1, y, s->y1};
    return y;
}

static float noise_next(NoiseBand *n)
{
    float white = (float)(rng_next(&n->rng) >> 40) / (float)(1 << 23) - 1;
    return filter(n, &n->stages[1], filter(n, &n->stages[0], white));
}

/* The loudest sample decides the level of noise, so it is measured in a first run. */
static float noise_gain(const SynthNote *note, size_t length, int rate_hz)
{
    NoiseBand band = noise_band(note->from_hz, note->to_hz, rate_hz);
    float peak = 1e-6f;
    for (size_t i = 0; i < length; i++)
        peak = fmaxf(peak, fabsf(noise_next(&band)) * envelope(i, length, rate_hz));
    return 1 / peak;
}

static int16_t add_sample(int16_t under, float value)
{
    float sum = (float)under + value * 32767;
    return (int16_t)lroundf(fminf(32767, fmaxf(-32768, sum)));
}

static void add_noise(const SynthNote *note, float level, int rate_hz, int16_t *out)
{
    size_t length = samples_of(note->ms, rate_hz);
    NoiseBand band = noise_band(note->from_hz, note->to_hz, rate_hz);
    float gain = level * noise_gain(note, length, rate_hz);
    for (size_t i = 0; i < length; i++)
        out[i] = add_sample(out[i], noise_next(&band) * envelope(i, length, rate_hz) * gain);
}

/* Share of the way a one-pole low-pass goes to its input in one sample. */
static float low_pass_share(float hz, int rate_hz)
{
    return hz > 0 ? 1 - expf(-2 * PI * hz / (float)rate_hz) : 1;
}

static void add_tone(const SynthNote *note, float level, int rate_hz, int16_t *out)
{
    size_t length = samples_of(note->ms, rate_hz);
    float phase = 0, smooth = 0, share = low_pass_share(note->low_pass_hz, rate_hz);
    for (size_t i = 0; i < length; i++) {
        float way = (float)i / (float)length;
        smooth += (wave_at(note->wave, phase) - smooth) * share;
        out[i] = add_sample(out[i], smooth * envelope(i, length, rate_hz) * level);
        phase += (note->from_hz + (note->to_hz - note->from_hz) * way) / (float)rate_hz;
        phase -= floorf(phase);
    }
}

void synth_render(const SynthSound *sound, int rate_hz, int16_t *out)
{
    float level = powf(10, sound->db / 20);
    memset(out, 0, synth_length(sound, rate_hz) * sizeof *out);
    for (int i = 0; i < sound->count; i++) {
        const SynthNote *note = &sound->notes[i];
        int16_t *start = out + samples_of(note->at_ms, rate_hz);
        if (note->wave == WAVE_NOISE)
            add_noise(note, level, rate_hz, start);
        else
            add_tone(note, level, rate_hz, start);
    }
}
