/* matchwick deal DECK: prints what a seed deals. */
#include <inttypes.h>
#include <stdio.h>

#include "base/json.h"
#include "commands/commands.h"
#include "commands/round_words.h"
#include "commands/table.h"
#include "formats/replay.h"

#define SURVIVAL_SHOWN 20 /* questions: of up to 300, dealt as they are reached */

static const OptionSpec deal_options[] = {
    ROUND_WORDS_OPTIONS,
    {"json", 0, NULL, "prints the deal as in a replay"},
    OPTIONS_END,
};

/* A match's opening board; the questions of a rush. */
static Deal deal_round(Round *round, const PlayIndex *index, const Setup *setup, uint64_t seed, Arena *arena)
{
    DealSource source = {.index = index, .pool = pool_make(arena, index->deck, setup)};
    source.distractors = source.pool;
    round_init(round, &source, setup, seed, arena, NULL);
    if (setup->mode == MODE_RUSH) {
        uint32_t total = rush_total(&round->as.rush);
        bool is_cut = setup->variant == VARIANT_SURVIVAL && total > SURVIVAL_SHOWN;
        rush_deal_ahead(&round->as.rush, is_cut ? SURVIVAL_SHOWN : total);
    }
    return round_deal(round, arena);
}

static void print_json(const Deck *deck, const Setup *setup, uint64_t seed, const Deal *deal, Arena *arena)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_integer(&w, "rules", RULES_VERSION);
    replay_write_deck(&w, deck_id(deck), deck_title(deck), deck_fingerprint(deck));
    replay_write_round(&w, setup, seed, arena);
    replay_write_deal(&w, setup->mode, deal);
    json_end_object(&w);
    printf("%s\n", json_writer_finish(&w, arena, true).data);
}

static void print_tiles(const Deal *deal, Arena *arena)
{
    for (uint32_t i = 0; i < deal->tile_count; i++)
        printf("%2u  %-10s  %s\n", (unsigned)deal->tiles[i].place + 1,
               deal->tiles[i].side == SIDE_TERM ? "term" : "definition",
               table_plain(arena, deal->tiles[i].text).data);
}

static void print_question(uint32_t number, const DealQuestion *question, Arena *arena)
{
    printf("%u. %s", (unsigned)number + 1, table_plain(arena, question->prompt).data);
    if (question->limit_ms > 0)
        printf("  (%" PRId64 ".%03d s)", question->limit_ms / 1000, (int)(question->limit_ms % 1000));
    printf("\n");
    for (uint32_t i = 0; i < question->option_count; i++)
        printf("   %c %u  %s\n", i == question->right ? '*' : ' ', (unsigned)i + 1,
               table_plain(arena, question->options[i].text).data);
}

static void print_words(const Deck *deck, const Setup *setup, uint64_t seed, const Deal *deal, Arena *arena)
{
    printf("%s: %s %s, %s, seed %" PRIu64 "\n", table_plain(arena, deck_title(deck)).data,
           mode_name(setup->mode).data, variant_name(setup->variant).data, setup_key(setup, arena).data,
           seed);
    print_tiles(deal, arena);
    for (uint32_t i = 0; i < deal->question_count; i++) print_question(i, &deal->questions[i], arena);
}

static int deal(const CommandContext *context, const RoundWords *words, const Deck *deck)
{
    Err err = {0};
    Setup setup;
    char note[160];
    int exit_code;
    const PlayIndex *index = play_index_make(context->arena, deck);
    if (!round_words_setup(words, index, context->arena, &setup, note, &exit_code, &err))
        return exit_code == EXIT_MISUSED ? commands_misuse("deal", &err) : commands_fail("deal", &err);
    if (note[0]) fprintf(stderr, "matchwick deal: %s\n", note);
    Round round;
    Deal dealt = deal_round(&round, index, &setup, words->seed, context->arena);
    if (options_has(&context->words, "json"))
        print_json(deck, &setup, words->seed, &dealt, context->arena);
    else
        print_words(deck, &setup, words->seed, &dealt, context->arena);
    return EXIT_DONE;
}

static int run(const CommandContext *context, int argc, char **argv)
{
    Err err = {0};
    RoundWords words;
    if (!round_words_read(&context->words, &words, &err)) return commands_misuse("deal", &err);
    if (argc == 0) err_set(&err, "which deck? Name it by its id, its title or its path");
    if (!words.has_seed) err_set(&err, "which seed? Name one: --seed 7");
    if (err.is_set) return commands_misuse("deal", &err);
    Shelf *shelf = commands_open_shelf(context, &err);
    Deck *deck = shelf ? commands_open_deck(context, shelf, argv[0], &err) : NULL;
    int exit_code = deck ? deal(context, &words, deck) : commands_fail("deal", &err);
    deck_release(deck);
    if (shelf) shelf_close(shelf);
    return exit_code;
}

const CommandEntry command_deal = {
    .name = "deal",
    .operands = "DECK",
    .help = "prints what a seed deals: of a match the opening board, of survival the first 20 questions",
    .more = "Match means decoy unless a variant is named (sprint where the deck is too small), rush means "
            "classic.\n"
            "--set names pairs and board (match), questions, options and ask (rush), tags_match and timing.\n"
            "Places count from 1 in reading order; the right option is marked with *.",
    .options = deal_options,
    .max_operands = 1,
    .run = run,
};
