#include "commands/demo_stage.h"

#include <stdio.h>

#include "base/file.h"

#define SETTLE_MS 1500 /* until a screen's motion is over */

int64_t demo_now_ms(const DemoStage *stage)
{
    return stage->sitting.platform->now_ms(stage->sitting.platform->self);
}

void demo_pass_time(DemoStage *stage, int64_t until_ms)
{
    const Platform *platform = stage->sitting.platform;
    App *app = stage->sitting.app;
    while (!app_is_done(app) && demo_now_ms(stage) < until_ms) {
        int64_t due = stage->is_offscreen && !stage->folder ? app_deadline_ms(app) : app_due_ms(app);
        int64_t next = due < until_ms ? due : until_ms;
        int64_t wait = next - demo_now_ms(stage);
        InputEvent event;
        if (platform->next_event(platform->self, wait > 0 ? (int)wait : 0, &event)) {
            if (event.kind == INPUT_QUIT || event.kind == INPUT_WAKE || !stage->is_offscreen)
                app_handle(app, &event);
        }
        app_frame(app);
    }
}

bool demo_shoot(DemoStage *stage, const char *name, Err *err)
{
    if (!stage->folder || stage->shot_count == DEMO_MOST_SHOTS) return true;
    Str file = str_format(stage->context->arena, "%02d-%s.png", stage->shot_count + 1, name);
    Str path = file_join(stage->context->arena, stage->folder, file.data);
    const Platform *platform = stage->sitting.platform;
    app_draw(stage->sitting.app);
    if (!platform->save_picture(platform->self, path.data, err)) return false;
    stage->shots[stage->shot_count++] = path;
    return true;
}

bool demo_shoot_settled(DemoStage *stage, const char *name, Err *err)
{
    if (!stage->folder) return true;
    demo_pass_time(stage, demo_now_ms(stage) + SETTLE_MS);
    return demo_shoot(stage, name, err);
}

void demo_open_screen(DemoStage *stage, ScreenId screen, Str argument)
{
    Intent intent = {.kind = INTENT_OPEN, .screen = screen, .text = argument};
    app_apply(stage->sitting.app, &intent);
}

bool demo_show_menus(DemoStage *stage, Err *err)
{
    if (!stage->folder) return true;
    app_read_shelf(stage->sitting.app);
    if (!demo_shoot_settled(stage, "title", err)) return false;
    demo_open_screen(stage, SCREEN_LIBRARY, (Str){0});
    return demo_shoot_settled(stage, "library", err);
}

bool demo_open_deck(DemoStage *stage, const char *deck, Err *err)
{
    if (!app_open_deck(stage->sitting.app, deck ? str_of(deck) : (Str){0}, err)) return false;
    return demo_shoot_settled(stage, "deck", err);
}

void demo_write_shots(const DemoStage *stage, JsonWriter *w)
{
    json_begin_array(w, "shots");
    for (int i = 0; i < stage->shot_count; i++) json_put_string(w, NULL, stage->shots[i]);
    json_end_array(w);
}

void demo_print_shots(const DemoStage *stage)
{
    for (int i = 0; i < stage->shot_count; i++) printf("Picture: %.*s\n", STR_FMT(stage->shots[i]));
}
