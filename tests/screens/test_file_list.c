#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fake_ui.h"
#include "screens/file_list.h"
#include "temp_folder.h"

/* A folder of files, looked at through the list alone. */
typedef struct {
    FakeUi fake;
    FileListView view;
    Model model;
    Arena arena;
    char folder[TEMP_FOLDER_SIZE];
    FileListAnswer answer; /* the last that was one */
    char path[512];
} Fixture;

static const char *const endings[] = {".csv", ".txt", NULL};

static void build(Ui *ui, void *state)
{
    Fixture *f = state;
    FileListAnswer answer = file_list_put(ui, &f->view, &f->model, (Rect){40, 40, 800, 600});
    if (answer.path.size) snprintf(f->path, sizeof f->path, "%s", answer.path.data);
    if (!answer.wants_reload) return;
    f->answer = answer;
    arena_reset(&f->arena);
    file_list_load(&f->view, &f->arena);
}

/* `age_s`: how long ago it was changed. */
static void put_file(Fixture *f, const char *name, int64_t age_s)
{
    char path[256];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", f->folder, name);
    assert_true(file_write(path, STR("a\tb\n"), &err));
    struct timespec times[2] = {{.tv_sec = 1772366400 - age_s}, {.tv_sec = 1772366400 - age_s}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void put_folder(Fixture *f, const char *name)
{
    char path[256];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", f->folder, name);
    assert_true(file_make_folder(path, &err));
}

static int start(void **state)
{
    static Fixture fixture;
    Fixture *f = &fixture;
    memset(f, 0, sizeof *f);
    fake_ui_init(&f->fake);
    arena_init(&f->arena, 0);
    temp_folder_make(f->folder);
    f->model.today = 20513; /* 2026-03-01 */
    f->model.home_folder = str_of(f->folder);
    put_folder(f, "school");
    put_folder(f, "Art");
    put_file(f, "old.csv", 9 * 86400);
    put_file(f, "new.txt", 3600);
    put_file(f, "photo.png", 60);
    put_file(f, ".hidden.csv", 60);
    file_list_open(&f->view, endings, str_of(f->folder));
    file_list_load(&f->view, &f->arena);
    fake_ui_pass(&f->fake, build, f);
    *state = f;
    return 0;
}

static int stop(void **state)
{
    Fixture *f = *state;
    fake_ui_deinit(&f->fake);
    arena_deinit(&f->arena);
    file_tree_remove(f->folder);
    return 0;
}

/* Names of the rows, in order, each with a line break. */
static const char *rows(Fixture *f)
{
    static char text[2048];
    int count;
    const UiWidget *widgets = ui_widgets(&f->fake.ui, &count);
    text[0] = '\0';
    for (int i = 0; i < count; i++)
        if (widgets[i].role == ROLE_ROW)
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s\n", widgets[i].label.data);
    return text;
}

static const UiWidget *focused(Fixture *f)
{
    return ui_find_widget(&f->fake.ui, ui_focused(&f->fake.ui));
}

static void letter(Fixture *f, int key)
{
    InputEvent event = {.kind = INPUT_KEY_DOWN, .key = key, .text = {(char)('a' + key - KEY_A)}};
    fake_ui_event(&f->fake, event, build, f);
}

static void press(Fixture *f, int key)
{
    fake_ui_key(&f->fake, key, build, f);
}

static void folders_stand_first_and_then_what_suits_with_the_newest_in_focus(void **state)
{
    Fixture *f = *state;
    assert_string_equal(rows(f), "Art\nschool\nnew.txt\nold.csv\n");
    assert_string_equal(focused(f)->label.data, "new.txt");
    assert_non_null(strstr(focused(f)->value.data, "4"));
    assert_non_null(strstr(focused(f)->value.data, "Today"));
    press(f, KEY_ENTER);
    char path[256];
    snprintf(path, sizeof path, "%s/new.txt", f->folder);
    assert_string_equal(f->path, path);
}

static void the_order_can_be_by_name_and_the_others_are_shown_on_wish(void **state)
{
    Fixture *f = *state;
    put_file(f, "aaa.csv", 20 * 86400);
    file_list_load(&f->view, &f->arena);
    press(f, KEY_F2);
    assert_string_equal(rows(f), "Art\nschool\naaa.csv\nnew.txt\nold.csv\n");
    press(f, KEY_F3);
    assert_string_equal(rows(f), "Art\nschool\naaa.csv\nnew.txt\nold.csv\nphoto.png\n");
}

static void what_is_typed_filters_and_enter_goes_to_the_first(void **state)
{
    Fixture *f = *state;
    letter(f, KEY_O);
    assert_string_equal(rows(f), "old.csv\nschool\n");
    fake_ui_event(&f->fake, (InputEvent){.kind = INPUT_TEXT, .text = "LDX"}, build, f);
    assert_string_equal(rows(f), "");
    press(f, KEY_BACKSPACE);
    assert_string_equal(rows(f), "old.csv\n");
    press(f, KEY_ENTER);
    assert_string_equal(focused(f)->label.data, "old.csv");
    letter(f, KEY_Q);
    assert_string_equal(rows(f), "");
    assert_int_equal(f->path[0], '\0');
}

static void folders_are_entered_and_left_by_keys_and_by_pad(void **state)
{
    Fixture *f = *state;
    press(f, KEY_UP);
    assert_string_equal(focused(f)->label.data, "school");
    press(f, KEY_ENTER);
    assert_string_equal(file_name(str_of(f->view.folder)).data, "school");
    assert_string_equal(rows(f), "");
    press(f, KEY_BACKSPACE);
    assert_string_equal(f->view.folder, f->folder);
    assert_string_equal(focused(f)->label.data, "school");
    fake_ui_pad(&f->fake, PAD_A, build, f);
    assert_string_equal(file_name(str_of(f->view.folder)).data, "school");
    fake_ui_pad(&f->fake, PAD_LB, build, f);
    assert_string_equal(f->view.folder, f->folder);
    for (int i = 0; i < 5; i++) press(f, KEY_BACKSPACE);
    assert_string_equal(f->view.folder, "/");
}

static void a_folder_that_cannot_be_read_says_why(void **state)
{
    Fixture *f = *state;
    snprintf(f->view.folder + strlen(f->view.folder), 16, "/nowhere");
    arena_reset(&f->arena);
    file_list_load(&f->view, &f->arena);
    fake_ui_pass(&f->fake, build, f);
    int count;
    bool is_told = false;
    const UiWidget *widgets = ui_widgets(&f->fake.ui, &count);
    for (int i = 0; i < count; i++) is_told = is_told || strstr(widgets[i].label.data, "cannot be read");
    assert_true(is_told);
    press(f, KEY_BACKSPACE);
    assert_string_equal(rows(f), "Art\nschool\nnew.txt\nold.csv\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folders_stand_first_and_then_what_suits_with_the_newest_in_focus,
                                        start, stop),
        cmocka_unit_test_setup_teardown(the_order_can_be_by_name_and_the_others_are_shown_on_wish, start,
                                        stop),
        cmocka_unit_test_setup_teardown(what_is_typed_filters_and_enter_goes_to_the_first, start, stop),
        cmocka_unit_test_setup_teardown(folders_are_entered_and_left_by_keys_and_by_pad, start, stop),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_read_says_why, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
