/* Whatever is done to a draft, in any order: taking all of it back gives what was there, making it again what
   came of it; the text to be saved reads as the cards that the draft has; a card's id never changes, and what
   the game does not know of it stays with it. */
#include "edit_fixture.h"

#include "base/rng.h"
#include "deck/deck_build.h"

#define RUNS      100
#define CHANGES   50
#define MAX_CARDS 40
#define MAX_MARKS 2000 /* of cards that a run ever has */

static const char *const beginnings[] = {
    "{\"title\": \"T\", \"cards\": [{\"x\": 0, \"term\": \"a\", \"definition\": \"1\", \"hint\": \"#0\"},"
    "{\"term\":\"a\",\"definition\":\"2\",\"hint\":\"#1\",\"x\":1}, "
    "{\"term\": \"a\", \"definition\": \"3\", \"x\": 2, \"hint\": \"#2\", \"tags\": []}]}",

    "\xEF\xBB\xBF{\r\n\t\"cards\": [\r\n\t\t{\r\n\t\t\t\"hint\": \"#0\",\r\n\t\t\t\"x\": "
    "0,\r\n\t\t\t\"term\": \"b\",\r\n"
    "\t\t\t\"definition\": \"1\",\r\n\t\t\t\"wordings\": [ \"w\" ]\r\n\t\t},\r\n\r\n"
    "\t\t{\"term\": \"a-2\", \"definition\": \"1\", \"x\" : 1, \"hint\": \"#1\"},\r\n"
    "\t\t{\"i\\u0064\": \"b-2\", \"term\": \"b\", \"definition\": \"1\", \"x\" :2, \"hint\": "
    "\"#2\"}\r\n\t],\r\n"
    "\t\"title\": \"T\", \"z\": [1.0, 12345678901234567890]\r\n}\r\n",

    "{\"cards\":[{\"id\":\"b\",\"term\":\"a\",\"definition\":\"1\",\"hint\":\"#0\",\"x\":0}\n\n , "
    "{\"term\":\"b\","
    "\"definition\":\"1\",\"hint\":\"#1\",\"accept\":[\"q\",\n\"r\"],\"x\":1},{\"id\":\"a-3\",\"term\":\"a\","
    "\"definition\":\"1\",\"hint\":\"#2\",\"x\":2}],\"language\":{},\"title\":\"T\"}",
};

static const char *const terms[] = {"a", "A", "a-2", "b", "b 2", "!", "", "\xC3\xA9", "a\n\"2\"", "x"};
static const char *const words[] = {"one", "two", " ", "three \\ \t", "\xE6\x97\xA5", "five"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct {
    Fixture *f;
    Draft *draft;
    Rng rng;
    Str states[CHANGES + 1]; /* by steps that are made */
    size_t done, steps;
    Str ids[MAX_MARKS]; /* by the mark that a card's hint is; empty while it has none */
    uint32_t marks;
} Run;

static uint32_t below(Run *run, uint32_t limit)
{
    return (uint32_t)rng_below(&run->rng, limit);
}

static void add_texts(StrBuf *out, DeckTexts texts)
{
    for (size_t i = 0; i < texts.count; i++) str_buf_addf(out, "%.*s|", STR_FMT(texts.items[i]));
    str_buf_addf(out, ";");
}

static Str state_of(Run *run)
{
    StrBuf out;
    const DeckHead *head = draft_head(run->draft);
    str_buf_init(&out, &run->f->arena);
    str_buf_addf(&out, "%.*s;%.*s;", STR_FMT(head->title), STR_FMT(head->term_language));
    for (uint32_t i = 0; i < draft_count(run->draft); i++) {
        const DeckCard *card = draft_card(run->draft, i);
        str_buf_addf(&out, "%.*s;%.*s;%.*s;", STR_FMT(card->term), STR_FMT(card->definition),
                     STR_FMT(card->hint));
        add_texts(&out, card->wordings);
        add_texts(&out, card->accepts);
        add_texts(&out, card->distractors);
        add_texts(&out, card->tags);
    }
    return str_copy(&run->f->arena, str_buf_str(&out));
}

static void check_state(Run *run)
{
    assert_text(state_of(run), run->states[run->done].data);
    for (uint32_t i = 0; i < draft_count(run->draft); i++) {
        const DeckCard *card = draft_card(run->draft, i);
        uint32_t mark = (uint32_t)strtoul(card->hint.data + 1, NULL, 10);
        if (run->ids[mark].size == 0)
            run->ids[mark] = str_copy(&run->f->arena, card->id);
        else
            assert_text(card->id, run->ids[mark].data);
        if (card->id.size > 0) assert_int_equal(draft_find(run->draft, card->id), i);
    }
}

/* --- changes --- */

static DeckTexts some_words(Run *run)
{
    size_t count = below(run, 4);
    Str *items = ARENA_NEW_N(&run->f->arena, Str, count + 1);
    for (size_t i = 0; i < count; i++) items[i] = str_of(words[below(run, COUNT(words))]);
    return (DeckTexts){items, count};
}

static DeckCard change_texts(Run *run, DeckCard card)
{
    switch (below(run, 6)) {
    case 0: card.term = str_of(terms[below(run, COUNT(terms))]); break;
    case 1: card.definition = str_of(words[below(run, COUNT(words))]); break;
    case 2: card.wordings = some_words(run); break;
    case 3: card.accepts = some_words(run); break;
    case 4: card.distractors = some_words(run); break;
    default: card.tags = some_words(run); break;
    }
    return card;
}

static void insert(Run *run)
{
    DeckCard cards[3];
    size_t count = 1 + below(run, 3);
    if (draft_count(run->draft) > MAX_CARDS) return;
    for (size_t i = 0; i < count; i++) {
        cards[i] = card_make(terms[below(run, COUNT(terms))], "1");
        if (below(run, 4) == 0) cards[i].id = str_of(terms[below(run, COUNT(terms))]);
        cards[i].hint = str_format(&run->f->arena, "#%u", (unsigned)run->marks++);
    }
    draft_insert(run->draft, below(run, draft_count(run->draft) + 1), cards, count);
}

static size_t some_cards(Run *run, uint32_t *cards)
{
    size_t count = 0;
    uint32_t one_in = 1 + below(run, 8);
    for (uint32_t i = 0; i < draft_count(run->draft); i++)
        if (below(run, one_in) == 0) cards[count++] = i;
    return count;
}

static void change_once(Run *run)
{
    Draft *draft = run->draft;
    uint32_t cards[MAX_CARDS + 8], count = draft_count(draft), card = count ? below(run, count) : 0;
    DeckHead head = *draft_head(draft);
    switch (below(run, 9)) {
    case 0:
    case 1: insert(run); break;
    case 2: draft_remove(draft, cards, some_cards(run, cards)); break;
    case 3: draft_move(draft, cards, some_cards(run, cards), below(run, count + 1)); break;
    case 4: draft_add_tag(draft, cards, some_cards(run, cards), STR("tag")); break;
    case 5: draft_remove_tag(draft, cards, some_cards(run, cards), STR("two")); break;
    case 6:
        head.title = str_of(terms[below(run, 4)]);
        head.term_language = below(run, 2) ? STR("en") : STR("");
        draft_set_head(draft, &head);
        break;
    default:
        if (count == 0) break;
        DeckCard with = change_texts(run, *draft_card(draft, card));
        draft_replace(draft, card, &with);
        break;
    }
}

static void change(Run *run)
{
    uint64_t version = draft_version(run->draft);
    draft_seal(run->draft);
    if (below(run, 4) == 0) {
        draft_begin(run->draft, STR("group"));
        for (uint32_t i = below(run, 4); i > 0; i--) change_once(run);
        draft_end(run->draft);
    } else {
        change_once(run);
    }
    if (draft_version(run->draft) == version) return;
    run->steps = ++run->done;
    run->states[run->done] = state_of(run);
}

static void undo(Run *run)
{
    assert_int_equal(draft_undo(run->draft), run->done > 0);
    if (run->done > 0) run->done--;
}

static void redo(Run *run)
{
    assert_int_equal(draft_redo(run->draft), run->done < run->steps);
    if (run->done < run->steps) run->done++;
}

/* --- saving --- */

static bool is_blank_card(const DeckCard *card)
{
    const DeckTexts *lists[] = {&card->wordings, &card->accepts, &card->distractors};
    bool is_blank = str_is_blank(card->term) && str_is_blank(card->definition) && str_is_blank(card->hint);
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < lists[i]->count; k++) is_blank &= str_is_blank(lists[i]->items[k]);
    return is_blank;
}

static void check_texts(DeckTexts ours, DeckTexts read)
{
    size_t count = 0;
    for (size_t i = 0; i < ours.count; i++) {
        if (str_is_blank(ours.items[i])) continue;
        assert_true(count < read.count);
        assert_true(str_is(ours.items[i], read.items[count++]));
    }
    assert_int_equal(count, read.count);
}

static void check_card(Run *run, const DeckCard *ours, const DeckCard *read, Str text)
{
    assert_text(read->term, ours->term.data);
    assert_text(read->definition, ours->definition.data);
    assert_text(read->hint, ours->hint.data);
    check_texts(ours->wordings, read->wordings);
    check_texts(ours->accepts, read->accepts);
    check_texts(ours->distractors, read->distractors);
    check_texts(ours->tags, read->tags);
    if (ours->id.size > 0) assert_text(read->id, ours->id.data);
    unsigned long mark = strtoul(ours->hint.data + 1, NULL, 10);
    if (mark > 2) return;
    Str spaced = str_format(&run->f->arena, "\"x\": %lu", mark),
        tight = str_format(&run->f->arena, "\"x\":%lu", mark),
        wide = str_format(&run->f->arena, "\"x\" : %lu", mark),
        odd = str_format(&run->f->arena, "\"x\" :%lu", mark);
    assert_true(str_has(text, spaced) || str_has(text, tight) || str_has(text, wide) || str_has(text, odd));
}

static void check_text(Run *run)
{
    Str text;
    Err err = {.is_set = false};
    if (!draft_text(run->draft, &run->f->arena, &text, &err)) {
        assert_true(err.is_set);
        return;
    }
    DeckReport report;
    Deck *deck = deck_read_text(text, STR("deck"), &report);
    if (!deck) fail_msg("%s: %.*s", report.problems[0].text, STR_FMT(text));
    assert_text(deck_title(deck), draft_head(run->draft)->title.data);
    assert_text(deck_term_language(deck), draft_head(run->draft)->term_language.data);
    uint32_t read = 0;
    for (uint32_t i = 0; i < draft_count(run->draft); i++) {
        const DeckCard *ours = draft_card(run->draft, i);
        if (is_blank_card(ours)) continue;
        DeckCard card = deck_card_of(deck, read++, &run->f->arena);
        check_card(run, ours, &card, text);
    }
    assert_int_equal(read, deck_count(deck));
    deck_release(deck);
}

static void save(Run *run)
{
    Err err = {.is_set = false};
    DraftSaved saved = draft_save(run->draft, false, &err);
    assert_true(saved == DRAFT_SAVED || saved == DRAFT_INVALID);
    assert_int_equal(saved == DRAFT_INVALID, err.is_set);
    if (saved != DRAFT_SAVED) return;
    assert_false(draft_is_changed(run->draft));
    Str text = fixture_text(run->f, run->draft);
    assert_text(fixture_read(run->f, draft_save_path(run->draft)), text.data);
    for (uint32_t i = 0; i < draft_count(run->draft); i++)
        assert_true(draft_card(run->draft, i)->id.size > 0 || is_blank_card(draft_card(run->draft, i)));
}

static void run_once(Fixture *f, uint64_t seed, const char *beginning)
{
    Run run = {.f = f, .marks = 3};
    rng_seed(&run.rng, seed);
    run.draft = fixture_draft(f, str_of(beginning));
    assert_text(fixture_text(f, run.draft), beginning);
    run.states[0] = state_of(&run);
    for (int i = 0; i < CHANGES; i++) {
        switch (below(&run, 8)) {
        case 0: undo(&run); break;
        case 1: redo(&run); break;
        case 2: save(&run); break;
        default: change(&run); break;
        }
        check_state(&run);
        check_text(&run);
    }
    while (run.done > 0) undo(&run);
    check_state(&run);
    check_text(&run);
    while (run.done < run.steps) redo(&run);
    check_state(&run);
    check_text(&run);
    draft_close(run.draft);
}

static void any_changes_are_taken_back_and_made_again_and_saved_as_they_are(void **state)
{
    for (uint64_t seed = 0; seed < RUNS; seed++) {
        run_once(*state, seed, beginnings[seed % COUNT(beginnings)]);
        arena_reset(&((Fixture *)*state)->arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(any_changes_are_taken_back_and_made_again_and_saved_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
