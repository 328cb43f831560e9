/* A Ui on fake fonts, and a driver that makes passes of a screen with actions: for tests of widgets. Keys are
   labelled by their letter, digits and arrows by number. What the platform was asked for can be looked at. */
#ifndef MATCHWICK_TESTS_FAKE_UI_H
#define MATCHWICK_TESTS_FAKE_UI_H

#include "fake_fonts.h"
#include "ui/keys.h"
#include "ui/ui.h"

typedef struct {
    FakeFonts fonts; /* first: the fake fonts' self */
    int pads;
    bool is_typing;
    char clipboard[256];
    Platform platform;
    Bindings bindings;
    Ui ui;
    UiInput input;
    UiFrame frame;
} FakeUi;

static inline int fake_pad_count(void *self)
{
    return ((FakeUi *)self)->pads;
}

static inline PadFamily fake_pad_family(void *self)
{
    (void)self;
    return PAD_FAMILY_XBOX;
}

static inline Str fake_key_label(void *self, int key, Arena *arena)
{
    (void)self;
    if (key >= KEY_A && key <= KEY_Z) return str_format(arena, "%c", 'A' + key - KEY_A);
    return key == KEY_ENTER ? STR("Enter") : str_format(arena, "%d", key);
}

static inline void fake_start_text(void *self, Rect field)
{
    (void)field;
    ((FakeUi *)self)->is_typing = true;
}

static inline void fake_stop_text(void *self)
{
    ((FakeUi *)self)->is_typing = false;
}

static inline void fake_set_clipboard(void *self, Str text)
{
    FakeUi *fake = self;
    size_t size = text.size < sizeof fake->clipboard ? text.size : sizeof fake->clipboard - 1;
    memcpy(fake->clipboard, text.data, size);
    fake->clipboard[size] = '\0';
}

static inline Str fake_get_clipboard(void *self, Arena *arena)
{
    return str_copy(arena, str_of(((FakeUi *)self)->clipboard));
}

static inline void fake_ui_init(FakeUi *fake)
{
    memset(fake, 0, sizeof *fake);
    fake->platform = fake_fonts(&fake->fonts);
    fake->platform.self = fake;
    fake->platform.pad_count = fake_pad_count;
    fake->platform.pad_family = fake_pad_family;
    fake->platform.key_label = fake_key_label;
    fake->platform.start_text_input = fake_start_text;
    fake->platform.stop_text_input = fake_stop_text;
    fake->platform.set_clipboard = fake_set_clipboard;
    fake->platform.get_clipboard = fake_get_clipboard;
    bindings_default(&fake->bindings);
    ui_init(&fake->ui, &fake->platform);
    Rect canvas = {0, 0, 1280, 720};
    fake->input = (UiInput){.now_ms = 1000,
                            .view = {1280, 720, 1, canvas, rect_inset(canvas, 18), false},
                            .screen = 1,
                            .text_percent = 100,
                            .bindings = &fake->bindings};
}

static inline void fake_ui_deinit(FakeUi *fake)
{
    ui_deinit(&fake->ui);
}

typedef void FakeBuild(Ui *ui, void *state);

/* One action, then passes without any until nothing is left to settle. */
static inline void fake_ui_act(FakeUi *fake, Action action, FakeBuild *build, void *state)
{
    fake->input.action = action;
    for (int i = 0; i < 4; i++) {
        ui_begin(&fake->ui, &fake->input);
        build(&fake->ui, state);
        fake->frame = ui_end(&fake->ui);
        fake->input.action = (Action){.kind = ACTION_NONE};
        if (!fake->frame.wants_pass) return;
    }
}

static inline void fake_ui_pass(FakeUi *fake, FakeBuild *build, void *state)
{
    fake_ui_act(fake, (Action){.kind = ACTION_NONE}, build, state);
}

static inline void fake_ui_event(FakeUi *fake, InputEvent event, FakeBuild *build, void *state)
{
    event.time_ms = fake->input.now_ms;
    fake->input.device = event.device;
    fake_ui_act(fake, input_translate(&fake->bindings, fake->frame.context, &event), build, state);
}

static inline void fake_ui_key(FakeUi *fake, int key, FakeBuild *build, void *state)
{
    fake_ui_event(fake, (InputEvent){.kind = INPUT_KEY_DOWN, .key = key}, build, state);
}

static inline void fake_ui_pad(FakeUi *fake, PadButton button, FakeBuild *build, void *state)
{
    InputEvent event = {.kind = INPUT_PAD_DOWN, .device = DEVICE_PAD, .button = button};
    fake_ui_event(fake, event, build, state);
}

static inline void fake_ui_point(FakeUi *fake, InputEventKind kind, Device device, Vec at, FakeBuild *build,
                                 void *state)
{
    InputEvent event = {.kind = kind, .device = device, .at = at, .pointer_button = 1};
    fake_ui_event(fake, event, build, state);
}

static inline void fake_ui_click(FakeUi *fake, Device device, Vec at, FakeBuild *build, void *state)
{
    fake_ui_point(fake, INPUT_POINTER_DOWN, device, at, build, state);
    fake_ui_point(fake, INPUT_POINTER_UP, device, at, build, state);
}

#endif
