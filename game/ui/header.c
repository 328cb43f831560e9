#include "ui/header.h"

#include <math.h>

#include "ui/chip.h"
#include "ui/layout.h"
#include "ui/paint.h"
#include "ui/prompt.h"

enum { CHIP = 48, AVATAR = 36, CHIP_PAD = 16, GAP = 12, BACK_SIDE = 46, NAME_WIDEST = 300 };

static const float REST_GAP = 0.3f; /* of the title's size */

static const LabelStyle TITLE = {T40, WEIGHT_BOLD, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 1};
static const LabelStyle REST = {T40, WEIGHT_SEMI, TOKEN_MUTED, TEXT_ALIGN_START, true, false, 1};
static const LabelStyle NAME = {T18, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, false, false, 1};
static const LabelStyle NOTE = {T20, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_RIGHT, true, false, 1};

static float chip_prompt(Ui *ui, bool can_switch)
{
    float w = can_switch ? prompt_size(ui, ui_on_command(COMMAND_PLAYER)).x : 0;
    return w > 0 ? w + GAP : 0;
}

float header_player_chip_width(Ui *ui, Str name, bool can_switch)
{
    float side = ui_grow(ui, AVATAR, T18, 1);
    float most = fminf(12 * ui_type(ui, T18).size, NAME_WIDEST);
    float name_width = fminf(label_width(ui, name, &NAME), most);
    return ceilf(6 + side + GAP + name_width + chip_prompt(ui, can_switch) + CHIP_PAD);
}

static void draw_chip(Ui *ui, Rect rect, Str name, int color, bool can_switch)
{
    float middle = rect.y + rect.h / 2;
    paint_card(ui, rect, rect.h / 2, TOKEN_SURFACE, TOKEN_LINE);
    float side = ui_grow(ui, AVATAR, T18, 1);
    paint_avatar(ui, (Vec){rect.x + 6 + side / 2, middle}, side, name, color);
    float x = rect.x + 6 + side + GAP, right = rect.x + rect.w - CHIP_PAD;
    if (can_switch) {
        Vec at = {right, middle};
        prompt_draw_right(ui, ui_on_command(COMMAND_PLAYER), at, PROMPT_NORMAL);
        right -= chip_prompt(ui, can_switch);
    }
    label_draw(ui, (Rect){x, rect.y, right - x + 1, rect.h}, name, &NAME);
}

bool header_player_chip(Ui *ui, Rect area, Str name, int color, bool can_switch)
{
    float w = header_player_chip_width(ui, name, can_switch), h = ui_grow(ui, CHIP, T18, 1);
    Rect rect = {area.x + area.w - w, area.y + (area.h - h) / 2, w, h};
    UiWidget widget = {.id = ui_id("header-player"),
                       .role = can_switch ? ROLE_BUTTON : ROLE_TEXT,
                       .label = name,
                       .value = can_switch ? STR("Switch player") : STR("Player"),
                       .flags = can_switch ? UI_FOCUSABLE : 0,
                       .rect = rect,
                       .radius = h / 2,
                       .trigger = ui_on_command(can_switch ? COMMAND_PLAYER : COMMAND_NONE)};
    UiHit hit = ui_widget(ui, &widget);
    paint_layer_moved(ui, rect, (Vec){0, hit.is_pressed ? 1 : 0}, 1, 1);
    draw_chip(ui, rect, name, color, can_switch);
    paint_layer_end(ui);
    return hit.is_activated;
}

/* At the right end of what is left, which shrinks by it. */
static void put_pill(Ui *ui, Rect *rest, Str text)
{
    float w = pill_width(ui, text, ICON_NONE), h = pill_height(ui);
    Rect pill = layout_cut_right(rest, w, GAP);
    pill = (Rect){pill.x, pill.y + (pill.h - h) / 2, w, h};
    paint_layer(ui, pill);
    pill_draw(ui, (Vec){pill.x, pill.y}, text, ICON_NONE, TOKEN_DEF, TOKEN_DEF_INK);
    paint_layer_end(ui);
    ui_note(ui, ui_id("header-pill"), text, pill);
}

/* The cap that goes back, as a control of its own; a finger gets an arrow. */
static bool put_back(Ui *ui, Rect *rest, UiTrigger back)
{
    if (back.command == COMMAND_NONE) back = ui_on_command(COMMAND_BACK);
    Vec size = prompt_size(ui, back);
    bool has_prompt = size.x > 0;
    float w = has_prompt ? size.x : BACK_SIDE;
    Rect rect = layout_cut_left(rest, w, CHIP_PAD);
    rect = (Rect){rect.x, rect.y + rect.h / 2 - BACK_SIDE / 2.0f, w, BACK_SIDE};
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id("header-back"),
                                          .role = ROLE_BUTTON,
                                          .label = STR("Back"),
                                          .flags = UI_POINTER,
                                          .rect = rect,
                                          .trigger = back});
    paint_layer_moved(ui, rect, (Vec){0, hit.is_pressed ? 1 : 0}, 1, 1);
    Color color = ui_color(ui, hit.is_hovered ? TOKEN_TEXT : TOKEN_SOFT);
    if (has_prompt)
        prompt_draw_left(ui, back, (Vec){rect.x, rect.y + rect.h / 2}, PROMPT_NORMAL);
    else
        icon_draw(ui->draw, ICON_ARROW_LEFT, rect_inset(rect, 8), color, color);
    paint_layer_end(ui);
    return hit.is_activated;
}

HeaderAnswer header_put(Ui *ui, Rect area, const Header *header)
{
    HeaderAnswer answer = HEADER_NOTHING;
    Rect rest = area;
    if (header->has_back && put_back(ui, &rest, header->back)) answer = HEADER_BACK;
    if (header->player.size) {
        float w = header_player_chip_width(ui, header->player, header->can_switch);
        Rect chip = layout_cut_right(&rest, w, CHIP_PAD);
        if (header_player_chip(ui, chip, header->player, header->player_color, header->can_switch))
            answer = HEADER_PLAYER;
    }
    if (header->pill.size) put_pill(ui, &rest, header->pill);
    if (header->note.size) {
        float w = fminf(ceilf(label_width(ui, header->note, &NOTE)) + 1, rest.w / 2);
        Rect note = layout_cut_right(&rest, w, 24);
        paint_layer(ui, note);
        label_note(ui, ui_id("header-note"), note, header->note, &NOTE);
        paint_layer_end(ui);
    }
    paint_layer(ui, rest);
    float title = label_width(ui, header->title, &TITLE) + ui_type(ui, T40).size * REST_GAP;
    label_note(ui, ui_id("header-title"), rest, header->title, &TITLE);
    layout_cut_left(&rest, fminf(title, rest.w), 0);
    if (header->rest.size) label_note(ui, ui_id("header-rest"), rest, header->rest, &REST);
    paint_layer_end(ui);
    return answer;
}
