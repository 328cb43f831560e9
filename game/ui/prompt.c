#include "ui/prompt.h"

#include <math.h>

#include "ui/keys.h"
#include "ui/prompt_look.h"
#include "ui/ui_state.h"

enum { CAP = 28, CAP_PAD = 8, CAP_RADIUS = 8, GLYPH = 30, GAP = 8 };

static const double READABLE = 4.5; /* WCAG, of text */

static const LabelStyle CAP_TEXT = {T16, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_CENTER, false, false, 1};
static const LabelStyle GLYPH_TEXT = {T16, WEIGHT_BOLD, TOKEN_SOFT, TEXT_ALIGN_CENTER, false, false, 1};

static float cap_height(const Ui *ui)
{
    return ui_grow(ui, CAP, T16, 1);
}

static Icon arrow_of(int key)
{
    switch (key) {
    case KEY_LEFT: return ICON_ARROW_LEFT;
    case KEY_RIGHT: return ICON_ARROW_RIGHT;
    case KEY_UP: return ICON_ARROW_UP;
    case KEY_DOWN: return ICON_ARROW_DOWN;
    default: return ICON_NONE;
    }
}

/* Thicker than an icon's: it stands among letters. In a box of 16. */
static void draw_arrow(Ui *ui, Icon arrow, Rect cap, Color color)
{
    static const Vec shaft[] = {{3, 8}, {13, 8}}, head[] = {{7, 4}, {3, 8}, {7, 12}};
    float scale = cap.h * 16 / CAP / 16, width = 2.4f * scale;
    Vec c = rect_center(cap), line[2], tip[3];
    bool is_flipped = arrow == ICON_ARROW_RIGHT || arrow == ICON_ARROW_DOWN;
    bool is_upright = arrow == ICON_ARROW_UP || arrow == ICON_ARROW_DOWN;
    for (int i = 0; i < 5; i++) {
        Vec from = i < 2 ? shaft[i] : head[i - 2];
        float x = (from.x - 8) * scale * (is_flipped ? -1 : 1), y = (from.y - 8) * scale;
        *(i < 2 ? &line[i] : &tip[i - 2]) = is_upright ? (Vec){c.x + y, c.y + x} : (Vec){c.x + x, c.y + y};
    }
    draw_line(ui->draw, line, 2, width, color);
    draw_line(ui->draw, tip, 3, width, color);
}

static Str key_text(Ui *ui, int key)
{
    return ui->platform->key_label(ui->platform->self, key, ui->frame);
}

static const char *arrow_text(int key)
{
    switch (key) {
    case KEY_LEFT: return "\u2190";
    case KEY_RIGHT: return "\u2192";
    case KEY_UP: return "\u2191";
    case KEY_DOWN: return "\u2193";
    default: return NULL;
    }
}

/* "Ctrl+S", "Alt+\u2191". Letters with ctrl go by what is on them, not by their place. */
static Str chord_text(Ui *ui, unsigned mods, int key)
{
    StrBuf text;
    str_buf_init(&text, ui->frame);
    if (mods & MOD_CTRL) str_buf_add(&text, STR("Ctrl+"));
    if (mods & MOD_ALT) str_buf_add(&text, STR("Alt+"));
    if (mods & MOD_SHIFT) str_buf_add(&text, STR("Shift+"));
    const char *arrow = arrow_text(key);
    bool is_letter = mods & MOD_CTRL && key >= KEY_A && key <= KEY_Z;
    if (is_letter)
        str_buf_addf(&text, "%c", 'A' + key - KEY_A);
    else
        str_buf_add(&text, arrow ? str_of(arrow) : key_text(ui, key));
    return str_buf_str(&text);
}

static float cap_width(Ui *ui, Str text)
{
    return ceilf(fmaxf(cap_height(ui), label_width(ui, text, &CAP_TEXT) + 2 * CAP_PAD));
}

float prompt_key_width(Ui *ui, int key)
{
    return arrow_of(key) ? cap_height(ui) : cap_width(ui, key_text(ui, key));
}

/* A lip of 2 units below: the cap itself is a shape with an edge. */
static void draw_cap(Ui *ui, Rect rect, const PromptColors *c, float lip)
{
    DrawShape shape = {.rect = rect,
                       .radius = CAP_RADIUS,
                       .fill_top = c->fill,
                       .fill_bottom = c->fill,
                       .border = ui->theme->border,
                       .border_color = c->line};
    if (!ui->theme->is_flat && c->lip.a) {
        shape.edge = lip;
        shape.edge_color = c->lip;
    }
    draw_shape(ui->draw, shape);
}

void prompt_cap(Ui *ui, Rect rect, Str label, PromptLook look)
{
    PromptColors c = prompt_colors(ui->theme, look);
    bool is_large = rect.h > cap_height(ui) + 4;
    draw_cap(ui, rect, &c, is_large ? 3 : 2);
    LabelStyle style = CAP_TEXT;
    if (is_large) style.size = T20;
    label_draw_color(ui, rect, label, &style, c.text);
}

float prompt_key(Ui *ui, int key, Vec at, PromptLook look)
{
    float h = cap_height(ui);
    Rect rect = {at.x, at.y - h / 2, prompt_key_width(ui, key), h};
    PromptColors c = prompt_colors(ui->theme, look);
    draw_cap(ui, rect, &c, 2);
    Icon arrow = arrow_of(key);
    if (arrow)
        draw_arrow(ui, arrow, rect, c.text);
    else
        label_draw_color(ui, rect_inset(rect, 1), key_text(ui, key), &CAP_TEXT, c.text);
    return rect.w;
}

static bool is_round(PadButton button)
{
    return button <= PAD_Y;
}

static float glyph_height(const Ui *ui)
{
    return ui_grow(ui, GLYPH, T16, 1);
}

float prompt_pad_width(Ui *ui, PadButton button)
{
    float side = glyph_height(ui);
    if (is_round(button) || prompt_pad_arrow(button)) return side;
    return ceilf(fmaxf(side, label_width(ui, prompt_pad_label(ui, button), &GLYPH_TEXT) + 22));
}

float prompt_pad(Ui *ui, PadButton button, Vec at, PromptLook look)
{
    float h = glyph_height(ui);
    Rect rect = {at.x, at.y - h / 2, prompt_pad_width(ui, button), h};
    PromptColors colors = prompt_colors(ui->theme, look);
    Color fill = colors.glyph_fill, color = prompt_pad_color(ui, button);
    if (theme_contrast(color, fill) < READABLE) color = colors.text;
    if (look == PROMPT_FAINT) color = ui_color(ui, TOKEN_LINE2);
    draw_shape(ui->draw, (DrawShape){.rect = rect,
                                     .radius = h / 2,
                                     .fill_top = fill,
                                     .fill_bottom = fill,
                                     .border = 2,
                                     .border_color = color});
    bool is_shape = is_round(button) && ui->state->pad_family == PAD_FAMILY_PLAYSTATION;
    Icon arrow = prompt_pad_arrow(button);
    if (is_shape)
        prompt_playstation(ui, button, rect, color);
    else if (arrow)
        icon_draw(ui->draw, arrow, prompt_box(rect, h * 0.55f), color, color);
    else
        label_draw_color(ui, rect_inset(rect, 1), prompt_pad_label(ui, button), &GLYPH_TEXT, color);
    return rect.w;
}

/* What of a trigger is shown: a key, a button, both or neither. */
typedef struct {
    int key;
    PadButton button;
    unsigned mods;
} Shown;

static Shown shown_of(const Ui *ui, UiTrigger trigger)
{
    Shown s = {trigger.key, trigger.has_button ? trigger.button : PAD_NONE, trigger.mods};
    if (trigger.command != COMMAND_NONE) {
        const Binding *b = &ui->in.bindings->of[trigger.command];
        s = (Shown){b->keys[0] ? b->keys[0] : b->keys[1], b->button, 0};
    }
    if (ui->in.device == DEVICE_TOUCH) return (Shown){KEY_NONE, PAD_NONE, 0};
    if (!ui->state->has_pad) s.button = PAD_NONE;
    if (ui->in.device == DEVICE_PAD && ui->state->has_pad) s.key = KEY_NONE;
    /* with keys in use an arrow's cap is enough */
    if (s.key && !s.mods && arrow_of(s.key)) s.button = PAD_NONE;
    return s;
}

static float shown_width(Ui *ui, const Shown *s)
{
    return s->mods ? cap_width(ui, chord_text(ui, s->mods, s->key)) : prompt_key_width(ui, s->key);
}

static float draw_shown(Ui *ui, const Shown *s, Vec at, PromptLook look)
{
    if (!s->mods) return prompt_key(ui, s->key, at, look);
    float h = cap_height(ui);
    Rect rect = {at.x, at.y - h / 2, shown_width(ui, s), h};
    prompt_cap(ui, rect, chord_text(ui, s->mods, s->key), look);
    return rect.w;
}

Vec prompt_size(Ui *ui, UiTrigger trigger)
{
    Shown s = shown_of(ui, trigger);
    Vec size = {0, 0};
    if (s.key) size = (Vec){shown_width(ui, &s), cap_height(ui)};
    if (s.button != PAD_NONE) {
        size.x += (s.key ? GAP : 0) + prompt_pad_width(ui, s.button);
        size.y = glyph_height(ui);
    }
    return size;
}

float prompt_draw_left(Ui *ui, UiTrigger trigger, Vec at, PromptLook look)
{
    Shown s = shown_of(ui, trigger);
    float x = at.x;
    if (s.key) x += draw_shown(ui, &s, (Vec){x, at.y}, look);
    if (s.button != PAD_NONE) {
        if (s.key) x += GAP;
        x += prompt_pad(ui, s.button, (Vec){x, at.y}, look);
    }
    return x - at.x;
}

float prompt_draw_right(Ui *ui, UiTrigger trigger, Vec at, PromptLook look)
{
    float w = prompt_size(ui, trigger).x;
    return prompt_draw_left(ui, trigger, (Vec){at.x - w, at.y}, look);
}

Str prompt_trigger_text(Ui *ui, UiTrigger trigger)
{
    Shown s = shown_of(ui, trigger);
    if (s.key) return s.mods ? chord_text(ui, s.mods, s.key) : key_text(ui, s.key);
    return s.button != PAD_NONE ? prompt_pad_label(ui, s.button) : (Str){"", 0};
}
