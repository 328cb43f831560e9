#include "screens/variants_state.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define STARS           3
#define STAR_GAP        4.0f
#define PART_GAP        10.0f
#define MS_A_PAIR_THREE 2500 /* rules, "Stars" */
#define MS_A_PAIR_TWO   4000

static const LabelStyle AIM = {T18, WEIGHT_MEDIUM, TOKEN_SOFT, TEXT_ALIGN_LEFT, false, false, 4};
static const LabelStyle COST = {T18, WEIGHT_MEDIUM, TOKEN_MUTED, TEXT_ALIGN_LEFT, false, false, 3};
static const LabelStyle MARK = {T18, WEIGHT_SEMI, TOKEN_TEXT, TEXT_ALIGN_LEFT, true, false, 1};

static Str pairs_of(Ui *ui, const Setup *setup)
{
    if (setup->pairs <= setup->board) return str_format(ui->frame, "Match %u pairs.", setup->pairs);
    return str_format(ui->frame, "Match %u pairs, %u at a time.", setup->pairs, setup->board);
}

static Str aim_of(Ui *ui, const Setup *setup)
{
    switch (setup->variant) {
    case VARIANT_DECOY: {
        unsigned decoys = setup_decoys(setup);
        return str_format(ui->frame, "%s On each board %s.", pairs_of(ui, setup).data,
                          decoys == 1
                              ? "one definition belongs to no term"
                              : str_format(ui->frame, "%u definitions belong to no term", decoys).data);
    }
    case VARIANT_SPRINT:
        return str_format(ui->frame, "%s No decoys: all of them pair up.", pairs_of(ui, setup).data);
    case VARIANT_BLITZ:
        return str_format(ui->frame,
                          "As many pairs as you can in %d seconds. A matched pair is replaced at once.",
                          setup->timing == TIMING_RELAXED ? 120 : 60);
    case VARIANT_CLASSIC:
        return str_format(ui->frame, "%u questions with %u answers to choose from.%s", setup->questions,
                          setup->options,
                          setup->timing == TIMING_OFF ? "" : " The sooner the answer, the more points.");
    case VARIANT_SURVIVAL:
        return setup->timing == TIMING_OFF ? STR("The third miss ends the run.")
                                           : STR("The third miss ends the run, and each question leaves a "
                                                 "little less time.");
    case VARIANT_MARATHON:
        return str_format(ui->frame, "All %u cards, each asked once, with no time limit.", setup->questions);
    }
    return (Str){0};
}

static Str cost_of(Variant variant)
{
    switch (variant) {
    case VARIANT_DECOY:
    case VARIANT_SPRINT: return STR("The first wrong pick costs 1 second, the second 2, the third 3.");
    case VARIANT_BLITZ: return STR("A wrong pick takes 2 seconds. The highest score leads.");
    case VARIANT_CLASSIC: return STR("Right answers in a row add up to 100 %. The highest score leads.");
    case VARIANT_SURVIVAL: return STR("The most right answers lead, then the score.");
    case VARIANT_MARATHON: return STR("The most right answers lead, then the shorter time.");
    }
    return (Str){0};
}

static bool gives_stars(Variant variant)
{
    return variant == VARIANT_DECOY || variant == VARIANT_SPRINT || variant == VARIANT_CLASSIC;
}

/* What so many stars ask for. */
static Str mark_of(Ui *ui, const Setup *setup, int stars)
{
    static const unsigned shares[STARS + 1] = {0, 50, 75, 90};
    if (setup->variant == VARIANT_CLASSIC)
        return str_format(ui->frame, "%u of %u right", (setup->questions * shares[stars] + 99) / 100,
                          setup->questions);
    if (stars == 1) return STR("all pairs matched");
    int64_t ms = (int64_t)setup->pairs * (stars == STARS ? MS_A_PAIR_THREE : MS_A_PAIR_TWO);
    return str_format(ui->frame, "%.*s or faster", STR_FMT(format_time(ui->frame, ms, 1)));
}

static float star_line(Ui *ui)
{
    return ui_type(ui, T18).line + 4;
}

static void draw_stars(Ui *ui, const Setup *setup, int stars, Rect line)
{
    float side = ui_type(ui, T18).size;
    for (int i = 0; i < STARS; i++) {
        bool is_on = i < stars;
        Rect box = layout_cut_left(&line, side, STAR_GAP);
        box.y += (box.h - side) / 2;
        box.h = side;
        Color color = ui_color(ui, is_on ? TOKEN_DEF : TOKEN_LINE2);
        icon_draw(ui->draw, is_on ? ICON_STAR : ICON_STAR_EMPTY, box, color, color);
    }
    layout_cut_left(&line, 8, 0);
    label_draw(ui, line, mark_of(ui, setup, stars), &MARK);
}

float variants_rules_height(Ui *ui, const Setup *setup, float width)
{
    float words = label_height(ui, aim_of(ui, setup), &AIM, width) + PART_GAP +
                  label_height(ui, cost_of(setup->variant), &COST, width);
    return words + (gives_stars(setup->variant) ? PART_GAP + STARS * star_line(ui) : 0);
}

void variants_rules_draw(Ui *ui, const Setup *setup, Rect area)
{
    Str aim = aim_of(ui, setup), cost = cost_of(setup->variant);
    Rect words = area;
    layout_cut_top(&area, label_paragraph(ui, area, aim, &AIM), PART_GAP);
    layout_cut_top(&area, label_paragraph(ui, area, cost, &COST), PART_GAP);
    ui_note(ui, ui_id("rules"), str_format(ui->frame, "%s %s", aim.data, cost.data), words);
    if (!gives_stars(setup->variant)) return;
    for (int stars = STARS; stars > 0; stars--)
        draw_stars(ui, setup, stars, layout_cut_top(&area, star_line(ui), 0));
}
