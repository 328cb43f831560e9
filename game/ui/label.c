#include "ui/label.h"

TextStyle label_style(const Ui *ui, const LabelStyle *style)
{
    TypeSize type = theme_type(style->size, ui->in.text_percent, style->is_hud);
    return (TextStyle){.weight = style->weight,
                       .size = type.size,
                       .line_height = type.line,
                       .max_lines = style->max_lines,
                       .align = style->align,
                       .is_tabular = style->is_tabular};
}

float label_width(const Ui *ui, Str text, const LabelStyle *style)
{
    TextStyle s = label_style(ui, style);
    return text_width(ui->text, text, &s);
}

static void draw_middle(Ui *ui, Rect box, const TextLayout *layout, Color color)
{
    text_draw(ui->draw, layout, (Vec){box.x, box.y + (box.h - layout->height) / 2}, color);
}

float label_draw_color(Ui *ui, Rect box, Str text, const LabelStyle *style, Color color)
{
    if (box.w <= 0 || text.size == 0) return 0;
    TextStyle s = label_style(ui, style);
    s.max_lines = 1;
    const TextLayout *layout = text_layout(ui->text, text, &s, box.w);
    draw_middle(ui, box, layout, color);
    return layout->width;
}

float label_draw(Ui *ui, Rect box, Str text, const LabelStyle *style)
{
    return label_draw_color(ui, box, text, style, ui_color(ui, style->color));
}

float label_paragraph(Ui *ui, Rect box, Str text, const LabelStyle *style)
{
    if (box.w <= 0 || text.size == 0) return 0;
    TextStyle s = label_style(ui, style);
    int held = (int)((box.h + 0.5f) / s.line_height);
    if (s.max_lines == 0 || s.max_lines > held) s.max_lines = held > 1 ? held : 1;
    const TextLayout *layout = text_layout(ui->text, text, &s, box.w);
    text_draw(ui->draw, layout, (Vec){box.x, box.y}, ui_color(ui, style->color));
    return layout->height;
}

float label_height(const Ui *ui, Str text, const LabelStyle *style, float width)
{
    if (width <= 0 || text.size == 0) return 0;
    TextStyle s = label_style(ui, style);
    return text_layout(ui->text, text, &s, width)->height;
}

bool label_fit(Ui *ui, Rect box, Str text, const LabelStyle *styles, int count)
{
    if (box.w <= 0 || text.size == 0 || count == 0) return false;
    TextStyle *wanted = ARENA_NEW_N(ui->frame, TextStyle, (size_t)count);
    for (int i = 0; i < count; i++) wanted[i] = label_style(ui, &styles[i]);
    const TextLayout *layout = text_fit(ui->text, text, wanted, count, (Vec){box.w, box.h});
    draw_middle(ui, box, layout, ui_color(ui, styles[0].color));
    return layout->is_cut;
}

void label_note(Ui *ui, UiId id, Rect box, Str text, const LabelStyle *style)
{
    label_draw(ui, box, text, style);
    ui_note(ui, id, text, box);
}
