#include "play/dealer.h"

#include "base/text.h"
#include "unit/play_fixture.h"

#define SEEDS 10000

/* Which texts of a deck belong together, found without play's own clash relation: folded texts are numbered,
 * joined[term][definition] says that some card has both. */
typedef struct {
    Str *texts;
    uint32_t count;
    uint32_t *term;         /* of a card */
    uint32_t (*wording)[4]; /* of a card */
    unsigned char *joined;  /* count x count */
} Truth;

static uint32_t number_of(Truth *truth, Arena *arena, Str shown)
{
    Str folded = text_fold(arena, shown);
    for (uint32_t i = 0; i < truth->count; i++)
        if (str_is(truth->texts[i], folded)) return i;
    truth->texts[truth->count] = folded;
    return truth->count++;
}

static Truth truth_make(Fixture *f)
{
    uint32_t cards = deck_count(f->deck);
    Truth truth = {.texts = ARENA_NEW_N(&f->arena, Str, cards * 5),
                   .term = ARENA_NEW_N(&f->arena, uint32_t, cards)};
    truth.wording = arena_alloc_n(&f->arena, cards, sizeof *truth.wording);
    for (uint32_t card = 0; card < cards; card++) {
        truth.term[card] = number_of(&truth, &f->arena, deck_term(f->deck, card));
        assert_in_range(deck_wording_count(f->deck, card), 1, 4);
        for (uint32_t i = 0; i < deck_wording_count(f->deck, card); i++)
            truth.wording[card][i] = number_of(&truth, &f->arena, deck_wording(f->deck, card, i));
    }
    truth.joined = ARENA_NEW_N(&f->arena, unsigned char, (size_t)truth.count *truth.count);
    for (uint32_t card = 0; card < cards; card++)
        for (uint32_t i = 0; i < deck_wording_count(f->deck, card); i++)
            truth.joined[truth.term[card] * truth.count + truth.wording[card][i]] = 1;
    return truth;
}

/* The number of a text that is shown for a card. */
static uint32_t text_of(const Truth *truth, const Deck *deck, uint32_t card, Side side, Str shown)
{
    if (side == SIDE_TERM) {
        assert_true(str_is(deck_term(deck, card), shown));
        return truth->term[card];
    }
    for (uint32_t i = 0; i < deck_wording_count(deck, card); i++)
        if (str_is(deck_wording(deck, card, i), shown)) return truth->wording[card][i];
    fail_msg("%s is no wording of its card", shown.data);
    return 0;
}

static bool are_joined(const Truth *truth, uint32_t term, uint32_t definition)
{
    return truth->joined[term * truth->count + definition];
}

static void check_question(const Fixture *f, const Truth *truth, const DealQuestion *q)
{
    bool asks_term = q->ask == ASK_TERM;
    uint32_t prompt = text_of(truth, f->deck, q->card, asks_term ? SIDE_TERM : SIDE_DEFINITION, q->prompt);
    assert_int_equal(q->option_count, f->setup.options);
    for (uint32_t i = 0; i < q->option_count; i++) {
        const DealOption *option = &q->options[i];
        uint32_t text =
            text_of(truth, f->deck, option->card, asks_term ? SIDE_DEFINITION : SIDE_TERM, option->text);
        bool is_right = asks_term ? are_joined(truth, prompt, text) : are_joined(truth, text, prompt);
        assert_int_equal(is_right, i == q->right);
        assert_int_equal(str_is(option->card_id, q->card_id), i == q->right);
        for (uint32_t j = 0; j < i; j++) assert_false(str_is(option->text, q->options[j].text));
    }
}

static void check_board(const Fixture *f, const Truth *truth, const DealTile *tiles, uint32_t count)
{
    uint32_t texts[DEALER_MAX_TILES], places = 0, pairs = 0;
    for (uint32_t i = 0; i < count; i++) {
        texts[i] = text_of(truth, f->deck, tiles[i].card, tiles[i].side, tiles[i].text);
        places |= UINT32_C(1) << tiles[i].place;
        pairs += tiles[i].side == SIDE_TERM;
    }
    assert_true(places == (UINT32_C(1) << count) - 1);
    assert_int_equal(count - 2 * pairs, setup_decoys(&f->setup));
    for (uint32_t i = 0; i < count; i++) {
        if (tiles[i].side != SIDE_TERM) continue;
        uint32_t partners = 0;
        for (uint32_t j = 0; j < count; j++) {
            if (tiles[j].side == SIDE_TERM) continue;
            bool is_partner = are_joined(truth, texts[i], texts[j]);
            assert_int_equal(is_partner, tiles[i].card == tiles[j].card);
            partners += is_partner;
        }
        assert_int_equal(partners, 1);
    }
}

static void every_question_of_ten_thousand_seeds_has_one_right_option(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHIPPED_DECKS; i++) {
        Fixture f;
        fixture_of_file(&f, shipped_decks[i]);
        Truth truth = truth_make(&f);
        Arena arena;
        arena_init(&arena, 0);
        for (uint32_t seed = 0; seed < SEEDS; seed++) {
            Setup setup = setup_default(VARIANT_CLASSIC);
            setup.ask = (Ask)(seed % 3);
            setup.options = seed % 16 ? 4 : 2 + seed / 16 % 5;
            if (seed == 0) fixture_set_up(&f, setup);
            f.setup.ask = setup.ask;
            f.setup.options = setup.options;
            Dealer dealer;
            DealQuestion question;
            dealer_init(&dealer, &f.source, &f.setup, seed, &arena);
            for (uint32_t number = 0; number < 2; number++) {
                assert_true(dealer_question(&dealer, number, &question));
                check_question(&f, &truth, &question);
            }
            arena_reset(&arena);
        }
        arena_deinit(&arena);
        fixture_free(&f);
    }
}

static void every_board_of_ten_thousand_seeds_has_one_partner_for_each_term(void **state)
{
    (void)state;
    static const Variant variants[] = {VARIANT_DECOY, VARIANT_SPRINT, VARIANT_BLITZ};
    for (size_t i = 0; i < SHIPPED_DECKS; i++) {
        Fixture f;
        fixture_of_file(&f, shipped_decks[i]);
        Truth truth = truth_make(&f);
        Arena arena;
        arena_init(&arena, 0);
        for (int v = 0; v < 3; v++) {
            fixture_set_up(&f, setup_default(variants[v]));
            for (uint32_t seed = (uint32_t)v; seed < SEEDS; seed += 3) {
                Dealer dealer;
                DealTile tiles[DEALER_MAX_TILES];
                dealer_init(&dealer, &f.source, &f.setup, seed, &arena);
                uint32_t boards = seed % 30 == (uint32_t)v && variants[v] != VARIANT_BLITZ ? 9 : 1, count;
                while (boards-- > 0 && (count = dealer_board(&dealer, tiles)) > 0)
                    check_board(&f, &truth, tiles, count);
                arena_reset(&arena);
            }
        }
        arena_deinit(&arena);
        fixture_free(&f);
    }
}

static void one_seed_deals_one_board_and_another_another(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, shipped_decks[0]);
    fixture_set_up(&f, setup_default(VARIANT_DECOY));
    DealTile boards[3][DEALER_MAX_TILES];
    static const uint64_t seeds[] = {UINT64_C(12345678901234567890), UINT64_C(12345678901234567890), 7};
    uint32_t different = 0;
    for (int i = 0; i < 3; i++) {
        Dealer dealer;
        dealer_init(&dealer, &f.source, &f.setup, seeds[i], &f.arena);
        assert_int_equal(dealer_board(&dealer, boards[i]), 15);
    }
    for (int i = 0; i < 15; i++) {
        assert_int_equal(boards[0][i].card, boards[1][i].card);
        assert_int_equal(boards[0][i].place, boards[1][i].place);
        assert_true(str_is(boards[0][i].text, boards[1][i].text));
        different += boards[0][i].card != boards[2][i].card;
    }
    assert_true(different > 5);
    fixture_free(&f);
}

/* The share of questions whose right option is the longest, ties counted, over those for which the deck has
 * enough longer answers. */
static void check_length_rule(const char *path, Ask ask, uint32_t options)
{
    Fixture f;
    fixture_of_file(&f, path);
    Setup setup = setup_default(VARIANT_MARATHON);
    setup.ask = ask;
    setup.options = options;
    fixture_set_up(&f, setup);
    Dealer dealer;
    uint32_t asked = 0, longest = 0;
    for (uint64_t seed = 0; seed < 3; seed++) {
        dealer_init(&dealer, &f.source, &f.setup, seed, &f.arena);
        DealQuestion q;
        for (uint32_t number = 0; dealer_question(&dealer, number, &q); number++) {
            size_t length = text_length(q.options[q.right].text);
            uint32_t longer_cards = 0;
            for (uint32_t card = 0; card < deck_count(f.deck); card++) {
                if (clash_is(f.index->clash, card, q.card)) continue;
                bool has_longer = ask == ASK_DEFINITION && text_length(deck_term(f.deck, card)) > length;
                for (uint32_t i = 0; ask == ASK_TERM && i < deck_wording_count(f.deck, card); i++)
                    has_longer |= text_length(deck_wording(f.deck, card, i)) > length;
                longer_cards += has_longer;
            }
            if (longer_cards < options - 1) continue;
            bool is_longest = true;
            for (uint32_t i = 0; i < q.option_count; i++)
                is_longest &= text_length(q.options[i].text) <= length;
            asked++;
            longest += is_longest;
        }
    }
    if (asked && longest * 100 > asked * (100 / options + 12))
        fail_msg("%s, %u options: the right one is the longest in %u of %u", path, options, longest, asked);
    fixture_free(&f);
}

static void the_right_option_is_not_told_by_its_length(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHIPPED_DECKS; i++)
        for (uint32_t options = 3; options <= 6; options++) {
            check_length_rule(shipped_decks[i], ASK_DEFINITION, options);
            check_length_rule(shipped_decks[i], ASK_TERM, options);
        }
}

static void the_place_of_the_right_option_is_even(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, shipped_decks[1]);
    fixture_set_up(&f, setup_default(VARIANT_MARATHON));
    uint32_t at[4] = {0};
    for (uint64_t seed = 0; seed < 8; seed++) {
        Dealer dealer;
        DealQuestion q;
        dealer_init(&dealer, &f.source, &f.setup, seed, &f.arena);
        for (uint32_t number = 0; dealer_question(&dealer, number, &q); number++) at[q.right]++;
    }
    for (int i = 0; i < 4; i++) assert_in_range(at[i], 8 * 195 / 4 - 100, 8 * 195 / 4 + 100);
    fixture_free(&f);
}

static void every_wording_of_a_card_is_shown_in_turn_by_chance(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f,
                    "{\"title\":\"t\",\"cards\":["
                    "{\"id\":\"a\",\"term\":\"a\",\"definition\":\"one\",\"wordings\":[\"uno\",\"eins\"]},"
                    "{\"id\":\"b\",\"term\":\"b\",\"definition\":\"two\"},"
                    "{\"id\":\"c\",\"term\":\"c\",\"definition\":\"three\"}]}");
    fixture_set_up(&f, setup_default(VARIANT_SPRINT));
    uint32_t shown[3] = {0}, swapped = 0;
    for (uint64_t seed = 0; seed < 300; seed++) {
        Dealer dealer;
        DealTile tiles[DEALER_MAX_TILES];
        dealer_init(&dealer, &f.source, &f.setup, seed, &f.arena);
        assert_int_equal(dealer_board(&dealer, tiles), 6);
        for (int i = 0; i < 6; i += 2) swapped += tiles[i].place > tiles[i + 1].place;
        for (int i = 0; i < 6; i++)
            for (uint32_t w = 0; w < 3; w++)
                shown[w] += tiles[i].card == 0 && tiles[i].side == SIDE_DEFINITION &&
                            str_is(tiles[i].text, deck_wording(f.deck, 0, w));
    }
    for (int w = 0; w < 3; w++) assert_in_range(shown[w], 70, 130);
    assert_in_range(swapped, 390, 510);
    fixture_free(&f);
}

static void cards_that_clash_are_passed_over_and_keep_their_turn(void **state)
{
    (void)state;
    Fixture f;
    /* The three a's clash: never two on one board, yet all are dealt. */
    fixture_of_text(&f, "{\"title\":\"t\",\"cards\":[{\"id\":\"a1\",\"term\":\"a\",\"definition\":\"x1\"},"
                        "{\"id\":\"a2\",\"term\":\"A\",\"definition\":\"x2\"},{\"id\":\"a3\",\"term\":\"a \","
                        "\"definition\":\"x3\"},{\"id\":\"b\",\"term\":\"b\",\"definition\":\"y\"},"
                        "{\"id\":\"c\",\"term\":\"c\",\"definition\":\"z\"},"
                        "{\"id\":\"d\",\"term\":\"d\",\"definition\":\"w\"}]}");
    Setup setup = setup_default(VARIANT_SPRINT);
    setup.pairs = 6;
    setup.board = 3;
    fixture_set_up(&f, setup);
    for (uint64_t seed = 0; seed < 200; seed++) {
        Dealer dealer;
        DealTile tiles[DEALER_MAX_TILES];
        uint32_t count, dealt[6] = {0};
        dealer_init(&dealer, &f.source, &f.setup, seed, &f.arena);
        while ((count = dealer_board(&dealer, tiles)) > 0) {
            uint32_t clashing = 0;
            for (uint32_t i = 0; i < count; i += 2) {
                clashing += tiles[i].card < 3;
                dealt[tiles[i].card]++;
            }
            assert_true(clashing <= 1);
        }
        for (int card = 0; card < 6; card++) assert_int_equal(dealt[card], 1);
    }
    fixture_free(&f);
}

static void a_cards_own_distractors_come_first_unless_they_are_right(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_text(&f, "{\"title\":\"t\",\"cards\":["
                        "{\"id\":\"fr\",\"term\":\"France\",\"definition\":\"Paris\","
                        "\"distractors\":[\"Lyon\",\"paris\",\"Nice\"]},"
                        "{\"id\":\"de\",\"term\":\"Germany\",\"definition\":\"Berlin\"},"
                        "{\"id\":\"it\",\"term\":\"Italy\",\"definition\":\"Rome\"},"
                        "{\"id\":\"es\",\"term\":\"Spain\",\"definition\":\"Madrid\"}]}");
    Setup setup = setup_default(VARIANT_MARATHON);
    setup.ask = ASK_TERM;
    fixture_set_up(&f, setup);
    Dealer dealer;
    DealQuestion q;
    dealer_init(&dealer, &f.source, &f.setup, 1, &f.arena);
    for (uint32_t number = 0; dealer_question(&dealer, number, &q); number++) {
        uint32_t own = 0;
        for (uint32_t i = 0; i < q.option_count; i++) {
            own += q.options[i].card == DECK_NO_CARD;
            assert_false(str_is(q.options[i].text, STR("paris")));
        }
        assert_int_equal(own, q.card == 0 ? 2 : 0);
    }
    fixture_free(&f);
}

static void options_come_from_the_chosen_tags_alone(void **state)
{
    (void)state;
    Fixture f;
    fixture_of_file(&f, "decks/world-capitals.json");
    Setup setup = setup_default(VARIANT_MARATHON);
    Str tag = STR("europe");
    setup.tags = &tag;
    setup.tag_count = 1;
    fixture_set_up(&f, setup);
    uint32_t europe = deck_find_tag(f.deck, tag);
    assert_int_equal(f.source.pool.count, deck_tag_cards(f.deck, europe));
    Dealer dealer;
    DealQuestion q;
    dealer_init(&dealer, &f.source, &f.setup, 1, &f.arena);
    for (uint32_t number = 0; dealer_question(&dealer, number, &q); number++)
        for (uint32_t i = 0; i < q.option_count; i++)
            assert_true(deck_card_has_tag(f.deck, q.options[i].card, europe));
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_of_ten_thousand_seeds_has_one_right_option),
        cmocka_unit_test(every_board_of_ten_thousand_seeds_has_one_partner_for_each_term),
        cmocka_unit_test(one_seed_deals_one_board_and_another_another),
        cmocka_unit_test(the_right_option_is_not_told_by_its_length),
        cmocka_unit_test(the_place_of_the_right_option_is_even),
        cmocka_unit_test(every_wording_of_a_card_is_shown_in_turn_by_chance),
        cmocka_unit_test(cards_that_clash_are_passed_over_and_keep_their_turn),
        cmocka_unit_test(a_cards_own_distractors_come_first_unless_they_are_right),
        cmocka_unit_test(options_come_from_the_chosen_tags_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
