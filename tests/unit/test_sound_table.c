#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "platform/sound_table.h"

static SoundTable table;

static int read_table(void **state)
{
    (void)state;
    Err err = {.is_set = false};
    if (sound_table_read("assets/sounds.json", &table, &err)) return 0;
    print_error("%s\n", err.text);
    return -1;
}

static void every_cue_has_notes_that_can_be_heard(void **state)
{
    (void)state;
    for (int cue = 0; cue < SOUND_COUNT; cue++) {
        SynthSound sound = sound_table_get(&table, (SoundCue)cue, 0);
        assert_in_range(synth_length(&sound, 44100), 44100 * 12 / 1000, 44100);
        assert_true(sound.db <= -8 && sound.db >= -30);
    }
}

static void a_match_rises_with_the_streak_from_c5_and_holds_at_c7(void **state)
{
    (void)state;
    float before = 0;
    for (int step = 0; step < 11; step++) {
        SynthSound sound = sound_table_get(&table, SOUND_MATCH, step);
        assert_true(sound.notes[0].from_hz > before * 1.1f);
        assert_float_equal(sound.notes[1].from_hz / sound.notes[0].from_hz, 1.5, 0.01);
        before = sound.notes[0].from_hz;
    }
    assert_float_equal(sound_table_get(&table, SOUND_MATCH, 0).notes[0].from_hz, 523.25, 0.01);
    assert_float_equal(before, 2093, 0.1);
    assert_float_equal(sound_table_get(&table, SOUND_MATCH, 500).notes[0].from_hz, before, 0);
    assert_float_equal(sound_table_get(&table, SOUND_MATCH, -1).notes[0].from_hz, 523.25, 0.01);
}

static void each_dealt_tile_sounds_two_percent_higher(void **state)
{
    (void)state;
    for (int step = 1; step < 24; step++)
        assert_float_equal(sound_table_get(&table, SOUND_DEAL, step).notes[0].from_hz /
                               sound_table_get(&table, SOUND_DEAL, step - 1).notes[0].from_hz,
                           1.02, 0.001);
}

static void a_missing_table_is_an_error_that_names_it(void **state)
{
    (void)state;
    SoundTable none;
    Err err = {.is_set = false};
    assert_false(sound_table_read("assets/no-such-sounds.json", &none, &err));
    assert_non_null(strstr(err.text, "no-such-sounds.json"));
}

/* A table without the cues that the game has. */
static void a_table_of_something_else_is_an_error(void **state)
{
    (void)state;
    SoundTable none;
    Err err = {.is_set = false};
    assert_false(sound_table_read("assets/fonts.json", &none, &err));
    assert_non_null(strstr(err.text, "cues"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cue_has_notes_that_can_be_heard),
        cmocka_unit_test(a_match_rises_with_the_streak_from_c5_and_holds_at_c7),
        cmocka_unit_test(each_dealt_tile_sounds_two_percent_higher),
        cmocka_unit_test(a_missing_table_is_an_error_that_names_it),
        cmocka_unit_test(a_table_of_something_else_is_an_error),
    };
    return cmocka_run_group_tests(tests, read_table, NULL);
}
