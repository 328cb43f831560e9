#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "platform/synth.h"

enum { RATE = 44100, MAX_SAMPLES = RATE * 2 };

static int16_t samples[MAX_SAMPLES];

static size_t render(const SynthSound *sound)
{
    size_t length = synth_length(sound, RATE);
    assert_true(length < MAX_SAMPLES);
    memset(samples, 0x55, sizeof samples);
    synth_render(sound, RATE, samples);
    return length;
}

static SynthSound tone(Wave wave, float hz, float ms, float db)
{
    return (SynthSound){
        .notes = {{.wave = wave, .from_hz = hz, .to_hz = hz, .ms = ms}}, .count = 1, .db = db};
}

static double frequency(size_t from, size_t to)
{
    int crossings = 0;
    size_t first = 0, last = 0;
    for (size_t i = from + 1; i < to; i++) {
        if (!(samples[i - 1] < 0 && samples[i] >= 0)) continue;
        if (crossings++ == 0) first = i;
        last = i;
    }
    return (crossings - 1) * (double)RATE / (double)(last - first);
}

static double peak_db(size_t length)
{
    int peak = 1;
    for (size_t i = 0; i < length; i++)
        if (abs(samples[i]) > peak) peak = abs(samples[i]);
    return 20 * log10(peak / 32767.0);
}

static void a_tone_has_its_pitch_whatever_its_wave(void **state)
{
    (void)state;
    static const Wave WAVES[] = {WAVE_SINE, WAVE_TRIANGLE, WAVE_SQUARE};
    for (size_t i = 0; i < 3; i++) {
        SynthSound sound = tone(WAVES[i], 523.25f, 300, -10);
        size_t length = render(&sound);
        assert_float_equal(frequency(0, length / 2), 523.25, 2);
    }
}

static void a_sound_lasts_as_long_as_its_last_note(void **state)
{
    (void)state;
    SynthSound sound = tone(WAVE_SINE, 440, 100, -10);
    sound.notes[1] = sound.notes[0];
    sound.notes[1].at_ms = 60;
    sound.count = 2;
    assert_int_equal(synth_length(&sound, RATE), RATE * 160 / 1000);
    render(&sound);
    assert_int_equal(samples[RATE * 160 / 1000], 0x5555);
}

/* The envelope falls from the start, so the peak of a long tone is close to its level. */
static void the_peak_is_the_level(void **state)
{
    (void)state;
    for (float db = -26; db <= -6; db += 4) {
        SynthSound sound = tone(WAVE_SINE, 880, 600, db);
        size_t length = render(&sound);
        assert_float_equal(peak_db(length), (double)db, 0.5);
        SynthSound noise = tone(WAVE_NOISE, 2000, 60, db);
        noise.notes[0].to_hz = 3000;
        length = render(&noise);
        assert_float_equal(peak_db(length), (double)db, 0.1);
    }
}

static void a_sound_starts_and_ends_in_silence(void **state)
{
    (void)state;
    SynthSound sound = tone(WAVE_SQUARE, 196, 180, 0);
    size_t length = render(&sound);
    assert_true(abs(samples[0]) < 400);
    assert_true(abs(samples[length - 1]) < 100);
}

static void a_glide_ends_at_its_other_pitch(void **state)
{
    (void)state;
    SynthSound sound = tone(WAVE_SINE, 600, 1000, -6);
    sound.notes[0].to_hz = 900;
    size_t length = render(&sound);
    assert_float_equal(frequency(0, length / 10), 615, 15);
    assert_float_equal(frequency(length * 8 / 10, length * 9 / 10), 855, 15);
}

static void noise_lies_in_its_band(void **state)
{
    (void)state;
    SynthSound sound = tone(WAVE_NOISE, 2000, 500, -6);
    sound.notes[0].to_hz = 3000;
    size_t length = render(&sound);
    double middle = frequency(0, length * 3 / 4);
    assert_true(middle > 2000 && middle < 3200);
}

static void a_low_pass_takes_the_high_harmonics(void **state)
{
    (void)state;
    SynthSound bright = tone(WAVE_SQUARE, 196, 180, -6), dark = bright;
    dark.notes[0].low_pass_hz = 900;
    double roughness[2];
    for (int i = 0; i < 2; i++) {
        size_t length = render(i == 0 ? &bright : &dark);
        double steps = 0, level = 0;
        for (size_t k = 1; k < length; k++) {
            steps += pow(samples[k] - samples[k - 1], 2);
            level += pow(samples[k], 2);
        }
        roughness[i] = steps / level;
    }
    assert_true(roughness[1] < roughness[0] * 0.75);
}

static void notes_that_add_up_too_loud_are_held_at_full_scale(void **state)
{
    (void)state;
    SynthSound sound = tone(WAVE_SQUARE, 440, 200, 0);
    for (int i = 1; i < 4; i++) sound.notes[i] = sound.notes[0];
    sound.count = 4;
    size_t length = render(&sound);
    assert_float_equal(peak_db(length), 0, 0.1);
    assert_float_equal(frequency(0, length / 2), 440, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tone_has_its_pitch_whatever_its_wave),
        cmocka_unit_test(a_sound_lasts_as_long_as_its_last_note),
        cmocka_unit_test(the_peak_is_the_level),
        cmocka_unit_test(a_sound_starts_and_ends_in_silence),
        cmocka_unit_test(a_glide_ends_at_its_other_pitch),
        cmocka_unit_test(noise_lies_in_its_band),
        cmocka_unit_test(a_low_pass_takes_the_high_harmonics),
        cmocka_unit_test(notes_that_add_up_too_loud_are_held_at_full_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
