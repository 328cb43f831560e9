#include <math.h>

#include "screens/board.h"
#include "screens/settings_panels.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BOARD_PLACES 12 /* the board that most rounds have */
#define CAP          38
#define CAP_GAP      8
#define INSET        16
#define COLUMN_GAP   28

static const Command shown[] = {COMMAND_CONFIRM, COMMAND_PAUSE, COMMAND_NEXT, COMMAND_MUTE};
#define SHOWN (int)(sizeof shown / sizeof *shown)

static float cap_side(const Ui *ui)
{
    return ui_grow(ui, CAP, T20, 1);
}

static float picture_height(const Ui *ui)
{
    float rows = (float)board_rows(BOARD_PLACES);
    return rows * cap_side(ui) + (rows - 1) * CAP_GAP + 8 + ui_type(ui, T18).line;
}

float settings_keys_height(Ui *ui)
{
    float lines = (float)SHOWN * ui_grow(ui, 38, T18, 1);
    return settings_panel_frame(ui) + 6 + fmaxf(picture_height(ui), lines);
}

/* The keys as they lie on the player's own keyboard. */
static void draw_board(Ui *ui, Rect area)
{
    float side = cap_side(ui);
    uint32_t columns = board_columns(BOARD_PLACES);
    for (uint32_t i = 0; i < BOARD_PLACES; i++) {
        const Binding *binding = &ui->in.bindings->of[board_command(BOARD_PLACES, i)];
        int key = binding->keys[0] ? binding->keys[0] : binding->keys[1];
        Str label = key ? ui->platform->key_label(ui->platform->self, key, ui->frame) : STR("-");
        Rect cap = {area.x + (float)(i % columns) * (side + CAP_GAP),
                    area.y + (float)(i / columns) * (side + CAP_GAP), side, side};
        prompt_cap(ui, cap, label, PROMPT_NORMAL);
    }
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    float line = ui_type(ui, T18).line;
    label_draw(ui, (Rect){area.x, area.y + picture_height(ui) - line, area.w, line}, STR("Board tiles"),
               &style);
}

static void draw_commands(Ui *ui, Rect area)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    float line = ui_grow(ui, 38, T18, 1);
    for (int i = 0; i < SHOWN; i++) {
        Rect row = layout_cut_top(&area, line, 0);
        float used = prompt_draw_right(ui, ui_on_command(shown[i]), (Vec){row.x + row.w, row.y + line / 2},
                                       PROMPT_NORMAL);
        row.w -= used + 10;
        label_draw(ui, row, str_of(command_label(shown[i])), &style);
    }
}

Intent settings_keys_put(Ui *ui, const Model *model, Rect area)
{
    (void)model;
    Rect inside = settings_panel(ui, "Keys", area);
    inside = layout_pad(inside, INSET, 0);
    inside.y += 6;
    float columns = (float)board_columns(BOARD_PLACES);
    float width = columns * cap_side(ui) + (columns - 1) * CAP_GAP;
    Rect board = layout_cut_left(&inside, width, COLUMN_GAP);
    paint_layer(ui, board);
    draw_board(ui, board);
    paint_layer_end(ui);
    paint_layer(ui, inside);
    draw_commands(ui, inside);
    paint_layer_end(ui);
    return settings_panel_button(ui, area, STR("Change keys"), ui_on_key_button(KEY_K, PAD_X))
               ? (Intent){.kind = INTENT_OPEN, .screen = SCREEN_BINDINGS}
               : intent_none();
}
