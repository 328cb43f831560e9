#include "screens/reader.h"

#include <math.h>

#include "base/text.h"
#include "ui/layout.h"
#include "ui/paint.h"

#define PAD           20.0f
#define MS_A_LETTER   40 /* as long as the rules give for reading (rules, "Rush") */
#define LEAST_PAGE_MS 2500
#define HIGH_CANVAS   900.0f
#define PAGE_ROOM     56.0f /* for "2/5" */

static float line_of(const Ui *ui)
{
    return ui_type(ui, T20).line * 28 / 26;
}

float reader_height(const Ui *ui, float canvas_height)
{
    bool is_high = canvas_height > HIGH_CANVAS;
    int percent = ui->in.text_percent;
    int lines = is_high || percent >= 150 ? 3 : 2;
    float pad = percent >= 150 ? 10 : percent > 100 ? 16 : 32;
    if (percent >= 200) return fmaxf(176, 3 * line_of(ui) + 8);
    return fmaxf(is_high ? 120 : 88, (float)lines * line_of(ui) + pad);
}

static TextStyle style_of(const Ui *ui, TextSize size)
{
    LabelStyle label = {.size = size, .weight = WEIGHT_MEDIUM, .align = TEXT_ALIGN_START};
    TextStyle style = label_style(ui, &label);
    if (size == T20) style.line_height = line_of(ui);
    return style;
}

static void draw_whole(Ui *ui, Rect box, const TextLayout *layout)
{
    text_draw(ui->draw, layout, (Vec){box.x, box.y + (box.h - layout->height) / 2}, ui_color(ui, TOKEN_TEXT));
}

int64_t reader_text_ms(Str text)
{
    int64_t ms = (int64_t)text_length(text) * MS_A_LETTER;
    return ms > LEAST_PAGE_MS ? ms : LEAST_PAGE_MS;
}

/* One page of lines; the next comes by itself. */
static void draw_page(Ui *ui, Rect box, const TextLayout *layout, Str text, int64_t since_ms)
{
    int held = (int)((box.h - 8) / layout->style.line_height);
    if (held < 1) held = 1;
    int pages = (layout->line_count + held - 1) / held;
    int64_t page_ms = reader_text_ms(text) / pages;
    if (page_ms < LEAST_PAGE_MS) page_ms = LEAST_PAGE_MS;
    int64_t since = ui->in.now_ms - since_ms;
    int page = (int)(since / page_ms % pages);
    ui_wake_at(ui, ui->in.now_ms + page_ms - since % page_ms);
    float height = (float)held * layout->style.line_height;
    Rect view = {box.x, box.y + (box.h - height) / 2, box.w, height};
    LabelStyle count = {.size = T16, .weight = WEIGHT_SEMI, .color = TOKEN_MUTED, .align = TEXT_ALIGN_RIGHT};
    label_draw(
        ui, (Rect){box.x + box.w, view.y + height - ui_type(ui, T16).line, PAGE_ROOM, ui_type(ui, T16).line},
        str_format(ui->frame, "%d/%d", page + 1, pages), &count);
    draw_clip(ui->draw, view);
    text_draw(ui->draw, layout, (Vec){view.x, view.y - (float)page * height}, ui_color(ui, TOKEN_TEXT));
    draw_clip_end(ui->draw);
}

void reader_text_draw(Ui *ui, Rect box, Str text, int64_t since_ms)
{
    static const TextSize sizes[] = {T20, T18};
    const TextLayout *layout = NULL;
    for (int i = 0; i < 2; i++) {
        TextStyle style = style_of(ui, sizes[i]);
        layout = text_layout(ui->text, text, &style, box.w);
        if (layout->height <= box.h) break;
    }
    if (layout->height <= box.h) {
        draw_whole(ui, box, layout);
        return;
    }
    TextStyle style = style_of(ui, T18);
    box.w -= PAGE_ROOM;
    draw_page(ui, box, text_layout(ui->text, text, &style, box.w), text, since_ms);
}

static void draw_mark(Ui *ui, Vec at, Side side)
{
    if (side == SIDE_TERM)
        paint_term_mark(ui, at, 14, ui_color(ui, TOKEN_TERM_MARK));
    else
        paint_def_mark(ui, at, 14, ui_color(ui, TOKEN_DEF_MARK));
}

/* Its key cap above, its mark below. */
static void draw_cap(Ui *ui, Rect box, const Reader *reader)
{
    float w = prompt_size(ui, reader->cap).x, middle = box.y + box.h / 2, x = box.x + box.w / 2;
    paint_layer(ui, box);
    if (w > 0) {
        float half = prompt_size(ui, reader->cap).y / 2;
        prompt_draw_left(ui, reader->cap, (Vec){x - w / 2, middle - 12}, PROMPT_NORMAL);
        draw_mark(ui, (Vec){x, middle - 12 + half + 17}, reader->side);
    } else {
        draw_mark(ui, (Vec){x, middle}, reader->side);
    }
    paint_layer_end(ui);
}

/* As prompt_hints lays them out, so that the text knows how much is left. */
float reader_hint_room(Ui *ui, const Hint *hint)
{
    LabelStyle style = {.size = T18, .weight = WEIGHT_MEDIUM};
    float label = ceilf(label_width(ui, hint->label, &style));
    if (ui->in.device == DEVICE_TOUCH) return hint->is_control ? label + 28 + 32 : 0;
    float prompt = prompt_size(ui, hint->triggers[0]).x;
    return prompt > 0 ? prompt + 10 + label + 32 : 0;
}

int reader_put(Ui *ui, Rect rect, const Reader *reader, const Hint *hints, int count)
{
    paint_layer(ui, rect);
    paint_panel(ui, rect);
    paint_layer_end(ui);
    Rect inside = layout_pad(rect, PAD, 4);
    float room = 0;
    int shown = 0;
    for (; shown < count; shown++) {
        float more = reader_hint_room(ui, &hints[shown]);
        if (shown > 0 && room + more > inside.w * 0.4f) break;
        room += more;
    }
    Rect bar = layout_cut_right(&inside, room > 32 ? room - 32 : room, 24);
    float height = ui_grow(ui, 40, T18, 1);
    bar = (Rect){bar.x, bar.y + (bar.h - height) / 2, bar.w + 1, height};
    int pressed = prompt_hints(ui, bar, hints, count);
    if (reader->text.size) {
        draw_cap(ui, layout_cut_left(&inside, ui_grow(ui, 34, T16, 1), PAD), reader);
        reader_text_draw(ui, inside, reader->text, reader->since_ms);
        ui_note(ui, reader->id, reader->text, inside);
    }
    return pressed;
}
