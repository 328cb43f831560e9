#include "screens/file_pane.h"

#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define WIDTH        368.0f
#define MOST_PERCENT 150
#define PAD          24.0f

bool file_pane_fits(const Ui *ui)
{
    return ui->in.text_percent <= MOST_PERCENT;
}

Rect file_pane_cut(Ui *ui, Rect *area)
{
    if (file_pane_fits(ui)) return layout_cut_right(area, ui_grow(ui, WIDTH, T18, 2), 24);
    return layout_cut_bottom(area, button_height(ui, false), 16);
}

Rect file_pane_begin(Ui *ui, Rect area, float foot, Rect *inside)
{
    *inside = layout_pad(area, PAD, PAD - 2);
    paint_layer(ui, area);
    paint_panel(ui, area);
    return layout_cut_bottom(inside, foot, 16);
}

void file_pane_part(Ui *ui, Rect *inside, Str title, Str words)
{
    LabelStyle head = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle text = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    float line = ui_type(ui, T20).line, high = label_height(ui, words, &text, inside->w);
    if (inside->h < line + 4 + high) return;
    label_draw(ui, layout_cut_top(inside, line, 4), title, &head);
    Rect lines = layout_cut_top(inside, high, 18);
    label_paragraph(ui, lines, words, &text);
    ui_note(ui, ui_id(title.data), words, lines);
}

void file_pane_end(Ui *ui)
{
    paint_layer_end(ui);
}

void file_pane_hints(Ui *ui, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), false, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Choose")),
                    hint_say(ui_on_key_button(KEY_BACKSPACE, PAD_LB), STR("Folder up")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, bar, hints, 4);
}
