#include "screens/variant_choice.h"

#include "screens/board.h"
#include "screens/run_record.h"
#include "ui/format.h"

Str variant_label(Variant variant)
{
    static const Str labels[VARIANT_COUNT] = {
        [VARIANT_DECOY] = STR_INIT("Decoy"),       [VARIANT_SPRINT] = STR_INIT("Sprint"),
        [VARIANT_BLITZ] = STR_INIT("Blitz"),       [VARIANT_CLASSIC] = STR_INIT("Classic"),
        [VARIANT_SURVIVAL] = STR_INIT("Survival"), [VARIANT_MARATHON] = STR_INIT("Marathon"),
    };
    return labels[variant];
}

Str variant_mode_label(Mode mode)
{
    return mode == MODE_MATCH ? STR("Match") : STR("Rush");
}

Str variant_figure(Arena *arena, Variant variant, const StoreRun *run)
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

static Timing timing_of(const Model *model, Variant variant)
{
    bool has_limits = variant_mode(variant) == MODE_RUSH || variant == VARIANT_BLITZ;
    return has_limits ? model->settings.timing : TIMING_NORMAL;
}

Setup variant_setup(const Model *model, Variant variant)
{
    const Setup *chosen = &model->deck.setup;
    Setup setup = setup_default(variant);
    if (chosen->board && setup.mode == MODE_MATCH) setup.board = chosen->board;
    if (variant == VARIANT_DECOY && setup.board > SETUP_MAX_DECOY_BOARD) setup.board = SETUP_MAX_DECOY_BOARD;
    if (setup.mode == MODE_MATCH)
        setup.board = board_suited(setup.board, variant, model->settings.text_percent);
    if (chosen->options && setup.mode == MODE_RUSH) setup.options = chosen->options;
    if (setup.mode == MODE_RUSH) setup.ask = chosen->ask;
    setup.tags = chosen->tags;
    setup.tag_count = chosen->tag_count;
    setup.tags_match = chosen->tags_match;
    setup.timing = timing_of(model, variant);
    return setup;
}

VariantChoice variant_choice(const Model *model, Variant variant, const Pool *pool, Arena *arena)
{
    VariantChoice choice = {.setup = variant_setup(model, variant)};
    choice.fit = fit_setup(pool, model->deck.index->clash, &choice.setup);
    if (!choice.fit.is_playable) return choice;
    BoardKey board = run_record_board(deck_fingerprint(model->deck.deck), &choice.setup, arena);
    choice.has_best = store_best(model->store, &board, model->player.id, 0, arena, &choice.best);
    return choice;
}
