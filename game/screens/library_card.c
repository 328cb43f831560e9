#include <math.h>
#include <stdio.h>

#include "base/rng.h"
#include "screens/library_state.h"
#include "ui/format.h"
#include "ui/layout.h"

#define CARD_RADIUS 20
#define MARK_PAD    12.0f

/* One of `count`, by the id alone. The two starts are such that the shipped decks differ. */
static uint64_t pick(Str id, uint64_t start, uint64_t count)
{
    return (str_hash(id, start) >> 20) % count;
}

/* A deck's colour: one of the accents, by its id. */
static Token accent_of(Str id)
{
    static const Token accents[] = {TOKEN_OK, TOKEN_PAD_B, TOKEN_TERM, TOKEN_PAD_X, TOKEN_DEF, TOKEN_STREAK};
    return accents[pick(id, 24, 6)];
}

static void draw_rings(Ui *ui, Vec at, Color color)
{
    for (int i = 0; i < 4; i++)
        draw_arc(ui->draw, (DrawArc){.center = at,
                                     .radius = 13 + 17 * (float)i,
                                     .width = 8,
                                     .from_deg = 270,
                                     .sweep_deg = 180,
                                     .color = color_fade(color, 1 - 0.22f * (float)i)});
}

static void draw_net(Ui *ui, Rect box, Color color, Rng *rng)
{
    enum { NODES = 6 };
    Vec nodes[NODES];
    for (int i = 0; i < NODES; i++)
        nodes[i] = (Vec){box.x + box.w * ((float)i + 0.5f) / NODES,
                         box.y + 12 + (float)rng_below(rng, (uint64_t)box.h - 24)};
    draw_line(ui->draw, nodes, NODES, 2.5f, color_fade(color, 0.6f));
    for (int i = 0; i < NODES; i++) {
        float r = 5 + (float)rng_below(rng, 5);
        draw_rect(ui->draw, (Rect){nodes[i].x - r, nodes[i].y - r, 2 * r, 2 * r}, r, color);
    }
}

static void draw_blocks(Ui *ui, Rect box, Color color, Rng *rng)
{
    float side = 15, step = 19;
    int columns = (int)(box.w / step), rows = (int)(box.h / step);
    for (int i = 0; i < columns; i++)
        for (int j = rows - 1 - (int)rng_below(rng, (uint64_t)rows); j < rows; j++) {
            Rect block = {box.x + box.w - step * (float)(i + 1), box.y + step * (float)j, side, side};
            draw_rect(ui->draw, block, 4, color_fade(color, rng_below(rng, 5) == 0 ? 1 : 0.5f));
        }
}

static void draw_dashes(Ui *ui, Rect box, Color color, Rng *rng)
{
    for (int line = 0; line < 3; line++) {
        float x = box.x, y = box.y + box.h * ((float)line + 0.5f) / 3 - 6;
        while (x < box.x + box.w - 12) {
            float w = rng_below(rng, 2) ? 12 : 34;
            if (x + w > box.x + box.w) break;
            draw_rect(ui->draw, (Rect){x, y, w, 12}, 6, color_fade(color, line == 1 ? 0.6f : 1));
            x += w + 9;
        }
    }
}

void library_picture_draw(Ui *ui, Str id, Rect box)
{
    Color color = ui_color(ui, accent_of(id));
    Rng rng;
    rng_seed(&rng, str_hash(id, 2));
    Rect part = {box.x + box.w * 0.42f, box.y + 10, box.w * 0.54f, box.h - 20};
    switch (pick(id, 2, 4)) {
    case 0: draw_rings(ui, (Vec){part.x + part.w / 2, box.y + box.h}, color); break;
    case 1: draw_blocks(ui, part, color, &rng); break;
    case 2: draw_dashes(ui, part, color, &rng); break;
    default: draw_net(ui, part, color, &rng); break;
    }
}

/* The card: other cards peep out behind it, a tinted picture above, words below. */
static void draw_surface(Ui *ui, const ShelfEntry *entry, Rect rect, float picture, bool is_hovered)
{
    for (int i = 2; i >= 1; i--) {
        Rect behind = {rect.x + 8 * (float)i, rect.y - 5 * (float)i, rect.w - 16 * (float)i, 40};
        paint_card(ui, behind, 14, TOKEN_SURFACE, TOKEN_LINE);
    }
    PaintRaised raised = {.rect = rect,
                          .radius = CARD_RADIUS,
                          .top = ui_color(ui, TOKEN_SURFACE),
                          .bottom = ui_color(ui, TOKEN_SURFACE),
                          .line = ui_color(ui, is_hovered ? TOKEN_LINE2 : TOKEN_LINE),
                          .edge = ui_color(ui, TOKEN_EDGE)};
    paint_raised(ui, &raised);
    Rect top = {rect.x + 1, rect.y + 1, rect.w - 2, picture};
    if (!ui->theme->is_flat) {
        Color tint = color_mix(ui_color(ui, TOKEN_SURFACE), ui_color(ui, accent_of(entry->id)), 0.18f);
        draw_rect(ui->draw, top, CARD_RADIUS - 1, tint);
        draw_rect(ui->draw, (Rect){top.x, top.y + top.h - 20, top.w, 20}, 0, tint);
    }
    library_picture_draw(ui, entry->id, top);
}

static Str when_played(Ui *ui, const Model *model, const LibraryDeck *deck)
{
    if (deck->last_ms == 0) return STR("Not played yet");
    return format_day(ui->frame, format_local_day(deck->last_ms, model->utc_offset_min), model->today);
}

/* The first tag, and a second where it fits beside it whole. */
static Str tags_of(Ui *ui, const ShelfEntry *entry, float width, const LabelStyle *style)
{
    if (entry->tag_count == 0) return (Str){0};
    Str one = str_format(ui->frame, "#%.*s", STR_FMT(entry->tags[0]));
    if (entry->tag_count == 1) return one;
    Str two = str_format(ui->frame, "%.*s #%.*s", STR_FMT(one), STR_FMT(entry->tags[1]));
    return label_width(ui, two, style) <= width ? two : one;
}

static void draw_words(Ui *ui, const Model *model, const LibraryDeck *deck, Rect box)
{
    const ShelfEntry *entry = &deck->entry;
    LabelStyle title = {.size = T20, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle plain = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_LEFT};
    LabelStyle wrong = {.size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_BAD, .align = TEXT_ALIGN_LEFT};
    float line = ui_type(ui, T18).line;
    label_draw(ui, layout_cut_top(&box, ui_type(ui, T20).line, 0), entry->title, &title);
    if (entry->is_bad) {
        label_paragraph(ui, box, str_format(ui->frame, "Can't be read: %.*s", STR_FMT(entry->error)), &wrong);
        return;
    }
    label_draw(ui, layout_cut_top(&box, line, 0), format_count(ui->frame, entry->cards, "card", "cards"),
               &plain);
    Rect when = layout_cut_top(&box, line, 0);
    float side = ui_grow(ui, 18, T18, 1);
    Color muted = ui_color(ui, TOKEN_MUTED);
    icon_draw(ui->draw, ICON_CLOCK, (Rect){when.x, when.y + (when.h - side) / 2, side, side}, muted, muted);
    layout_cut_left(&when, side, 6);
    label_draw(ui, when, when_played(ui, model, deck), &quiet);
    if (box.h >= line)
        label_draw(ui, layout_cut_top(&box, line, 0), tags_of(ui, entry, box.w, &quiet), &quiet);
}

/* One's own. */
static void draw_mark(Ui *ui, Rect card, float picture)
{
    if (picture < pill_height(ui) + 2 * MARK_PAD) return;
    pill_draw(ui, (Vec){card.x + MARK_PAD, card.y + MARK_PAD}, STR("Yours"), ICON_PERSON, TOKEN_WELL,
              TOKEN_SOFT);
}

bool library_card_put(Ui *ui, LibraryState *library, const Model *model, int index, UiId list, Rect rect)
{
    const LibraryDeck *deck = &library->decks[library->shown[index]];
    Rect card = {rect.x, rect.y + 12, rect.w, rect.h - 12};
    unsigned flags = UI_FOCUSABLE | (index == library->selected ? (unsigned)UI_DEFAULT : 0u);
    UiHit hit =
        ui_widget(ui, &(UiWidget){.id = ui_id_index(list, index),
                                  .role = ROLE_BUTTON,
                                  .label = deck->entry.title,
                                  .value = deck->entry.is_bad
                                               ? deck->entry.error
                                               : format_count(ui->frame, deck->entry.cards, "card", "cards"),
                                  .flags = flags,
                                  .rect = card,
                                  .radius = CARD_RADIUS});
    if (hit.is_focused) {
        library->selected = index;
        snprintf(library->selected_id, sizeof library->selected_id, "%.*s", STR_FMT(deck->entry.id));
    }
    float picture = card.h - 4 * ui_type(ui, T18).line - 26;
    if (picture < 0) picture = 0;
    paint_layer(ui, card);
    draw_surface(ui, &deck->entry, card, picture, hit.is_hovered);
    if (deck->entry.origin == SHELF_PLAYERS && !deck->entry.is_bad) draw_mark(ui, card, picture);
    draw_words(ui, model, deck,
               (Rect){card.x + 16, card.y + picture + 6, card.w - 32, card.h - picture - 12});
    paint_layer_end(ui);
    return hit.is_activated;
}
