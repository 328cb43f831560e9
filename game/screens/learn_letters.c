#include <math.h>

#include "base/text.h"
#include "screens/learn_parts.h"
#include "study/typed_letters.h"
#include "ui/widgets.h"

#define TILE     56.0f
#define GAP      8.0f
#define LEAST    26.0f /* narrower tiles say nothing */
#define RADIUS   10.0f
#define EDGE     4.0f
#define LIFT     6.0f
#define LAND_MS  140
#define APART_MS 30
#define FALL     24.0f

static bool slipped(LetterMark mark)
{
    return mark == LETTER_MISSING || mark == LETTER_WRONG || mark == LETTER_SWAPPED;
}

static void draw_face(Ui *ui, Rect rect, LetterMark mark)
{
    DrawShape shape = {.rect = rect,
                       .radius = RADIUS,
                       .fill_top = ui_color(ui, TOKEN_TILE0),
                       .fill_bottom = ui_color(ui, TOKEN_TILE1),
                       .border = ui->theme->border,
                       .border_color = ui_color(ui, TOKEN_LINE),
                       .edge = EDGE,
                       .edge_color = ui_color(ui, TOKEN_OK)};
    if (slipped(mark)) {
        shape.fill_top = shape.fill_bottom = shape.border_color = ui_color(ui, TOKEN_DEF);
        shape.edge_color = ui_color(ui, TOKEN_DEF_EDGE);
    } else if (mark == LETTER_EXTRA) {
        shape.fill_top = shape.fill_bottom = ui_color(ui, TOKEN_WELL);
        shape.edge = 0;
    }
    draw_shape(ui->draw, shape);
}

static void draw_letter(Ui *ui, Rect rect, const TypedLetter *letter)
{
    LabelStyle style = {.size = rect.w < 40 ? T20 : T32, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT};
    style.align = TEXT_ALIGN_CENTER;
    if (slipped(letter->mark)) style.color = TOKEN_DEF_INK;
    if (letter->mark == LETTER_EXTRA) style.color = TOKEN_MUTED;
    draw_face(ui, rect, letter->mark);
    label_draw(ui, rect, letter->text, &style);
    float middle = rect.y + rect.h / 2;
    if (letter->mark == LETTER_EXTRA)
        paint_line(ui, (Vec){rect.x + 8, middle}, (Vec){rect.x + rect.w - 8, middle}, 3,
                   ui_color(ui, TOKEN_BAD));
}

/* Those that slipped come down last, whatever their place. */
static int delay_of(const TypedLetter *letters, uint32_t count, uint32_t at)
{
    return APART_MS * (int)(slipped(letters[at].mark) ? count : at);
}

bool learn_letters_draw(Ui *ui, const CurrentLearn *current, Rect area)
{
    const LearnAnswer *answer = &current->learn->answer;
    TypedLetter letters[2 * TYPED_MAX_LETTERS];
    uint32_t count = typed_letters(ui->frame, answer->verdict.expected, answer->typed, letters);
    float step = count ? fminf(TILE + GAP, area.w / (float)count) : 0;
    if (step < LEAST + 4) return false;
    float wide = step - fminf(GAP, step / 8), high = fminf(TILE, area.h - LIFT - EDGE);
    UiId id = ui_id_index(ui_id("learn-letters"), current->answers);
    for (uint32_t i = 0; i < count; i++) {
        if (str_is_blank(letters[i].text)) continue;
        Rect rect = {area.x + step * (float)i, area.y + LIFT, wide, high};
        float from = ui_animate_from(ui, ui_id_index(id, i), -FALL, 0, delay_of(letters, count, i), LAND_MS,
                                     EASE_BACK_OUT);
        float lift = slipped(letters[i].mark) && !ui->theme->is_flat ? -LIFT : 0;
        paint_layer_moved(ui, rect, (Vec){0, from + lift}, 1, fminf(1, 1 + from / FALL));
        draw_letter(ui, rect, &letters[i]);
        paint_layer_end(ui);
    }
    return true;
}

/* --- in words --- */

typedef struct {
    uint32_t missing, wrong, swapped, extra;
} Slips;

static Slips count_slips(Arena *arena, const LearnAnswer *answer)
{
    TypedLetter letters[2 * TYPED_MAX_LETTERS];
    uint32_t count = typed_letters(arena, answer->verdict.expected, answer->typed, letters);
    Slips slips = {0};
    for (uint32_t i = 0; i < count; i++) {
        slips.missing += letters[i].mark == LETTER_MISSING;
        slips.wrong += letters[i].mark == LETTER_WRONG;
        slips.swapped += letters[i].mark == LETTER_SWAPPED;
        slips.extra += letters[i].mark == LETTER_EXTRA;
    }
    return slips;
}

static Str one_or_two(uint32_t count, Str one, Str two)
{
    return count == 1 ? one : two;
}

Str learn_letters_words(Arena *arena, const LearnAnswer *answer)
{
    Slips slips = count_slips(arena, answer);
    uint32_t all = slips.missing + slips.wrong + slips.swapped / 2 + slips.extra;
    if (all != answer->verdict.slips) /* an article was left out as well, or it is too long for letters */
        return one_or_two(answer->verdict.slips, STR("One slip of the keys."), STR("Two slips of the keys."));
    if (slips.missing == all) return one_or_two(all, STR("One letter missing."), STR("Two letters missing."));
    if (slips.wrong == all) return one_or_two(all, STR("One letter wrong."), STR("Two letters wrong."));
    if (slips.extra == all) return one_or_two(all, STR("One letter too many."), STR("Two letters too many."));
    return one_or_two(all, STR("Two letters swapped."), STR("Two slips of the keys."));
}
