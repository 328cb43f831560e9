#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fake_ui.h"
#include "ui/particles.h"

static void build(Ui *ui, void *state)
{
    particles_draw(state, ui);
}

static int layers(const FakeUi *fake)
{
    int n = 0;
    for (int i = 0; i < fake->ui.draw->count; i++) n += fake->ui.draw->commands[i].kind == DRAW_LAYER;
    return n;
}

static void sparks_live_at_most_700_ms_and_then_the_screen_may_sleep(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Particles particles;
    particles_init(&particles, 7);
    fake_ui_pass(&fake, build, &particles);
    assert_false(fake.frame.is_moving);
    particles_burst(&particles, &fake.ui, (Vec){600, 300}, 12, (Color){1, 2, 3, 255}, (Color){4, 5, 6, 255});
    fake_ui_pass(&fake, build, &particles);
    assert_int_equal(layers(&fake), 12);
    assert_true(fake.frame.is_moving);
    fake.input.now_ms += 399;
    fake_ui_pass(&fake, build, &particles);
    assert_int_equal(layers(&fake), 12);
    fake.input.now_ms += 302;
    fake_ui_pass(&fake, build, &particles);
    assert_int_equal(layers(&fake), 0);
    assert_false(fake.frame.is_moving);
    fake_ui_deinit(&fake);
}

static void there_are_never_more_than_64(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Particles particles;
    particles_init(&particles, 7);
    fake_ui_pass(&fake, build, &particles);
    particles_confetti(&particles, &fake.ui, (Rect){0, 0, 1280, 720}, 40, 1500);
    particles_burst(&particles, &fake.ui, (Vec){600, 300}, 50, (Color){1, 2, 3, 255}, (Color){4, 5, 6, 255});
    fake_ui_pass(&fake, build, &particles);
    assert_int_equal(layers(&fake), PARTICLES_MAX);
    fake_ui_deinit(&fake);
}

static void with_reduced_motion_there_are_none(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Particles particles;
    particles_init(&particles, 7);
    fake.input.reduced_motion = true;
    fake_ui_pass(&fake, build, &particles);
    particles_confetti(&particles, &fake.ui, (Rect){0, 0, 1280, 720}, 40, 1500);
    particles_burst(&particles, &fake.ui, (Vec){600, 300}, 12, (Color){1, 2, 3, 255}, (Color){4, 5, 6, 255});
    fake_ui_pass(&fake, build, &particles);
    assert_int_equal(layers(&fake), 0);
    fake_ui_deinit(&fake);
}

static void confetti_falls(void **state)
{
    (void)state;
    FakeUi fake;
    fake_ui_init(&fake);
    Particles particles;
    particles_init(&particles, 7);
    fake_ui_pass(&fake, build, &particles);
    particles_confetti(&particles, &fake.ui, (Rect){0, 0, 1280, 720}, 10, 1500);
    Particle before = particles.items[0];
    for (int i = 0; i < 60; i++) {
        fake.input.now_ms += 16;
        fake_ui_pass(&fake, build, &particles);
    }
    float s = 0.96f; /* at + v t + g t^2 / 2, however the time is cut */
    assert_float_equal(particles.items[0].at.y, before.at.y + before.speed.y * s + 300 * s * s, 1);
    assert_float_equal(particles.items[0].at.x, before.at.x + before.speed.x * s, 1);
    fake_ui_deinit(&fake);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sparks_live_at_most_700_ms_and_then_the_screen_may_sleep),
        cmocka_unit_test(there_are_never_more_than_64),
        cmocka_unit_test(with_reduced_motion_there_are_none),
        cmocka_unit_test(confetti_falls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
