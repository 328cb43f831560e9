#include "screens/reading.h"

#include "screens/menu.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define BLOCK_LINES 4 /* of a long text: so many are one step of the arrows */

/* Some lines of the text, which can have the focus: so that keys move through it. */
static void put_block(Ui *ui, const TextLayout *whole, Str text, int from, Rect content, Rect view)
{
    int to = from + BLOCK_LINES < whole->line_count ? from + BLOCK_LINES : whole->line_count;
    float line = whole->style.line_height;
    Rect rect = {content.x, content.y + (float)from * line, content.w, (float)(to - from) * line};
    Str part = str_slice(text, whole->lines[from].from, whole->lines[to - 1].to);
    ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("block"), from),
                              .role = ROLE_ROW,
                              .label = part,
                              .flags = UI_FOCUSABLE | UI_NO_RING | (from == 0 ? (unsigned)UI_DEFAULT : 0u),
                              .rect = rect});
    if (rect_is_empty(rect_intersect(rect, view))) return;
    const TextLayout *lines = text_layout(ui->text, part, &whole->style, content.w);
    text_draw(ui->draw, lines, (Vec){rect.x, rect.y}, ui_color(ui, TOKEN_TEXT));
}

static bool put_done(Ui *ui, Rect foot)
{
    Button done = {.id = ui_id("reading-done"),
                   .rect = layout_column(foot, 1, 2, 16),
                   .label = STR("Done"),
                   .kind = BUTTON_PRIMARY,
                   .is_centered = true};
    return button_put(ui, &done) || ui_command(ui, COMMAND_BACK);
}

bool reading_put(Ui *ui, Str title, Str text, UiId text_id)
{
    static const LabelStyle label = {T20, WEIGHT_MEDIUM, TOKEN_TEXT, TEXT_ALIGN_START, false, false, 0};
    Rect box = dialog_begin(ui, ui_id("reading-dialog"), title, menu_dialog_size(ui, 860, 640));
    Rect foot = layout_cut_bottom(&box, button_height(ui, false), 16);
    TextStyle style = label_style(ui, &label);
    float width = box.w - scroll_bar_width() - 12;
    const TextLayout *whole = text_layout(ui->text, text, &style, width);
    Rect content = scroll_begin(ui, text_id, box, whole->height);
    content.w = width;
    for (int from = 0; from < whole->line_count; from += BLOCK_LINES)
        put_block(ui, whole, text, from, content, box);
    scroll_end(ui);
    bool is_done = put_done(ui, foot);
    dialog_end(ui);
    return is_done;
}
