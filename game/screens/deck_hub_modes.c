#include <math.h>

#include "screens/deck_hub_state.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define CARD_RADIUS 20
#define CARD_PAD    16

typedef struct {
    const char *label, *words;
    Icon icon;
    Token color, tint;
} VariantLook;

static const VariantLook looks[VARIANT_COUNT] = {
    [VARIANT_DECOY] = {"Decoy", "Spot the decoys", ICON_CARDS, TOKEN_TERM, TOKEN_TERM_TINT},
    [VARIANT_SPRINT] = {"Sprint", "All pairs, fast", ICON_FLAG, TOKEN_OK, TOKEN_OK_TINT},
    [VARIANT_BLITZ] = {"Blitz", "Sixty seconds", ICON_BOLT, TOKEN_DEF, TOKEN_DEF_TINT},
    [VARIANT_CLASSIC] = {"Classic", "", ICON_STOPWATCH, TOKEN_PAD_X, TOKEN_SURFACE},
    [VARIANT_SURVIVAL] = {"Survival", "Three lives", ICON_TARGET, TOKEN_BAD, TOKEN_BAD_TINT},
    [VARIANT_MARATHON] = {"Marathon", "Every card once", ICON_AGAIN, TOKEN_STREAK, TOKEN_STREAK_TINT},
};

Str hub_variant_label(Variant variant)
{
    return str_of(looks[variant].label);
}

/* In a few words what it is; the number that this selection gives where it has one. */
static Str words_of(Ui *ui, const Setup *setup)
{
    if (setup->variant == VARIANT_CLASSIC)
        return format_count(ui->frame, setup->questions, "question", "questions");
    if (setup->variant == VARIANT_BLITZ && setup->timing == TIMING_RELAXED) return STR("Two minutes");
    return str_of(looks[setup->variant].words);
}

Str hub_variant_figure(Arena *arena, Variant variant, const StoreRun *run)
{
    switch (variant) {
    case VARIANT_DECOY:
    case VARIANT_SPRINT: return format_time(arena, run->time_ms, 1);
    case VARIANT_BLITZ:
    case VARIANT_CLASSIC: return format_number(arena, run->score);
    case VARIANT_SURVIVAL:
    case VARIANT_MARATHON: return str_format(arena, "%d right", run->right);
    }
    return (Str){0};
}

static void draw_best(Ui *ui, const HubVariant *variant, Variant kind, Rect line)
{
    LabelStyle figure = {.size = T24,
                         .weight = WEIGHT_BOLD,
                         .color = looks[kind].color,
                         .align = TEXT_ALIGN_LEFT,
                         .is_tabular = true};
    LabelStyle word = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    if (!variant->has_best) {
        label_draw(ui, line, STR("Not played yet"), &word);
        return;
    }
    float used = label_draw(ui, line, hub_variant_figure(ui->frame, kind, &variant->best), &figure) + 8;
    if (line.w - used > label_width(ui, STR("best"), &word))
        label_draw(ui, (Rect){line.x + used, line.y, line.w - used, line.h}, STR("best"), &word);
}

static void draw_reason(Ui *ui, const HubVariant *variant, Rect box)
{
    LabelStyle style = {.size = T16, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    label_paragraph(ui, box, str_of(variant->fit.reason), &style);
}

static void draw_surface(Ui *ui, Rect rect, Variant kind, bool is_on, bool is_hovered)
{
    Color tint = ui_color(ui, looks[kind].tint), tile = ui_color(ui, TOKEN_TILE1);
    PaintRaised raised = {.rect = rect,
                          .radius = CARD_RADIUS,
                          .top = is_on ? tint : tile,
                          .bottom = tile,
                          .line = ui_color(ui, is_hovered ? TOKEN_LINE2 : TOKEN_LINE),
                          .edge = ui_color(ui, TOKEN_EDGE)};
    paint_raised(ui, &raised);
}

static void draw_card(Ui *ui, const HubVariant *variant, Variant kind, Rect rect, UiTrigger trigger,
                      const UiHit *hit)
{
    bool is_on = variant->fit.is_playable;
    Rect box = layout_pad(rect, CARD_PAD, CARD_PAD - 4);
    float icon = ui_grow(ui, 40, T24, 1);
    float title_line = ui_type(ui, T24).line;
    bool is_low = box.h < icon + 6 + 2 * title_line + ui_type(ui, T18).line;
    if (is_low) icon = title_line * 0.8f;
    Rect head = layout_cut_top(&box, is_low ? title_line : icon, is_low ? 0 : 6);
    Color color = ui_color(ui, is_on ? looks[kind].color : TOKEN_MUTED);
    draw_surface(ui, rect, kind, is_on, hit->is_hovered);
    icon_draw(ui->draw, looks[kind].icon, (Rect){head.x, head.y + (head.h - icon) / 2, icon, icon}, color,
              color);
    if (is_on)
        head.w -= prompt_draw_right(ui, trigger, (Vec){head.x + head.w, head.y + head.h / 2}, PROMPT_NORMAL);
    LabelStyle title = {.size = T24,
                        .weight = WEIGHT_BOLD,
                        .color = is_on ? TOKEN_TEXT : TOKEN_MUTED,
                        .align = TEXT_ALIGN_LEFT};
    LabelStyle words = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};
    if (is_low) layout_cut_left(&head, icon, 12);
    label_draw(ui, is_low ? head : layout_cut_top(&box, title_line, 0), hub_variant_label(kind), &title);
    if (!is_on) {
        draw_reason(ui, variant, box);
        return;
    }
    label_draw(ui, layout_cut_top(&box, ui_type(ui, T18).line, 4), words_of(ui, &variant->setup), &words);
    draw_best(ui, variant, kind, layout_cut_bottom(&box, ui_type(ui, T24).line, 0));
}

static bool put_card(Ui *ui, HubState *hub, const Model *model, Variant kind, Rect rect)
{
    const HubVariant *variant = &hub->variants[kind];
    UiTrigger trigger = ui_on_key(KEY_1 + (int)kind);
    unsigned flags = UI_FOCUSABLE | (variant->fit.is_playable ? 0u : (unsigned)UI_DISABLED);
    if (kind == model->deck.setup.variant) flags |= UI_DEFAULT;
    UiHit hit = ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id("mode"), kind),
                                          .role = ROLE_BUTTON,
                                          .label = hub_variant_label(kind),
                                          .value = variant->fit.is_playable ? words_of(ui, &variant->setup)
                                                                            : str_of(variant->fit.reason),
                                          .flags = flags,
                                          .rect = rect,
                                          .radius = CARD_RADIUS,
                                          .trigger = trigger});
    if (hit.is_focused) hub->shown = (int)kind;
    float lift =
        ui_animate(ui, ui_id_index(ui_id("mode-lift"), kind), hit.is_focused ? 4 : 0, 90, EASE_CUBIC_OUT);
    paint_layer_moved(ui, rect, (Vec){0, -lift}, 1, 1);
    draw_card(ui, variant, kind, rect, trigger, &hit);
    paint_layer_end(ui);
    return hit.is_activated;
}

int hub_mode_columns(const Ui *ui, float width)
{
    return width / VARIANT_COUNT < 1.85f * (float)ui->in.text_percent ? 3 : VARIANT_COUNT;
}

int hub_modes_put(Ui *ui, HubState *hub, const Model *model, Rect area)
{
    int played = -1;
    int columns = hub_mode_columns(ui, area.w);
    float gap = columns == VARIANT_COUNT ? 14 : 16;
    float height = (area.h - gap * (float)(VARIANT_COUNT / columns - 1)) / (float)(VARIANT_COUNT / columns);
    for (int i = 0; i < VARIANT_COUNT; i++) {
        Rect rect = layout_cell(area, i, columns, height, gap);
        if (put_card(ui, hub, model, (Variant)i, rect)) played = i;
    }
    return played;
}
