#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "platform/platform_null.h"
#include "screens/reader.h"

typedef struct {
    PlatformNull null;
    Ui ui;
    Bindings bindings;
    UiFrame frame;
    char seen[65536]; /* text drawn inside the strip in the last pass */
} Strip;

static const Rect AREA = {32, 608, 1216, 88};

static int setup(void **state)
{
    static Strip strip;
    memset(&strip, 0, sizeof strip);
    platform_null_init(&strip.null);
    ui_init(&strip.ui, &strip.null.calls);
    bindings_default(&strip.bindings);
    *state = &strip;
    return 0;
}

static int teardown(void **state)
{
    Strip *strip = *state;
    ui_deinit(&strip->ui);
    platform_null_deinit(&strip->null);
    return 0;
}

static void collect(Strip *strip)
{
    size_t at = 0;
    strip->seen[0] = 0;
    for (int i = 0; i < strip->ui.draw->count; i++) {
        const DrawCommand *command = &strip->ui.draw->commands[i];
        bool is_seen = command->kind == DRAW_TEXT && command->as.text.at.y > AREA.y &&
                       command->as.text.at.y < AREA.y + AREA.h;
        if (!is_seen) continue;
        at += (size_t)snprintf(strip->seen + at, sizeof strip->seen - at, "%.*s ",
                               STR_FMT(command->as.text.text));
    }
}

static void show(Strip *strip, Str text, int64_t now_ms)
{
    UiInput input = {.now_ms = now_ms,
                     .view = strip->null.view,
                     .screen = 1,
                     .text_percent = 100,
                     .bindings = &strip->bindings};
    ui_begin(&strip->ui, &input);
    Reader reader = {
        .id = ui_id("reader"), .cap = ui_on_command(COMMAND_TILE_FIRST), .text = text, .since_ms = 1000};
    Hint hints[] = {hint_do(ui_on_command(COMMAND_PAUSE), STR("Pause"))};
    hints[0].is_last = true;
    reader_put(&strip->ui, AREA, &reader, hints, 1);
    strip->frame = ui_end(&strip->ui);
    collect(strip);
}

/* "word 0 word 1 ..." */
static Str words(char *room, size_t size, int count)
{
    size_t at = 0;
    for (int i = 0; i < count; i++) at += (size_t)snprintf(room + at, size - at, "word%d ", i);
    return (Str){room, at};
}

static void a_text_that_fits_stands_still(void **state)
{
    Strip *strip = *state;
    char room[512];
    show(strip, words(room, sizeof room, 20), 1000);
    assert_non_null(strstr(strip->seen, "word0"));
    assert_non_null(strstr(strip->seen, "word19"));
    assert_true(strip->frame.wake_at_ms == INT64_MAX);
    assert_false(strip->frame.is_moving);
}

static void every_word_of_a_long_text_comes_in_turn(void **state)
{
    enum { WORDS = 400 };
    Strip *strip = *state;
    static char room[8192];
    bool was_seen[WORDS] = {false};
    Str text = words(room, sizeof room, WORDS);
    int64_t now_ms = 1000;
    for (int page = 0; page < 60; page++) {
        show(strip, text, now_ms);
        for (int i = 0; i < WORDS; i++) {
            char word[24];
            snprintf(word, sizeof word, "word%d ", i);
            was_seen[i] = was_seen[i] || strstr(strip->seen, word);
        }
        assert_true(strip->frame.wake_at_ms >= now_ms + 1);
        now_ms = strip->frame.wake_at_ms;
    }
    for (int i = 0; i < WORDS; i++) assert_true(was_seen[i]);
}

static void a_page_stays_long_enough_to_be_read(void **state)
{
    Strip *strip = *state;
    static char room[8192];
    show(strip, words(room, sizeof room, 400), 1000);
    assert_true(strip->frame.wake_at_ms >= 1000 + 2500);
}

static void narration_has_the_whole_text(void **state)
{
    Strip *strip = *state;
    static char room[8192];
    Str text = words(room, sizeof room, 400);
    show(strip, text, 1000);
    assert_true(str_is(ui_find_widget(&strip->ui, ui_id("reader"))->label, text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_that_fits_stands_still, setup, teardown),
        cmocka_unit_test_setup_teardown(every_word_of_a_long_text_comes_in_turn, setup, teardown),
        cmocka_unit_test_setup_teardown(a_page_stays_long_enough_to_be_read, setup, teardown),
        cmocka_unit_test_setup_teardown(narration_has_the_whole_text, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
