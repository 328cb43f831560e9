/* A program that is killed while it saves a deck leaves the old file or the new one, whole. */
#include "edit_fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "base/rng.h"

#define ROUNDS      250
#define LANES       4 /* decks that are saved at one time, each by a program of its own */
#define CARDS       200
#define LONGEST_US  8000
#define OLD_WORDING "the definition as it was"
#define NEW_WORDING "another definition, which is longer than the one before"

static void set_definition(Draft *draft, const char *definition)
{
    DeckCard card = *draft_card(draft, 0);
    card.definition = str_of(definition);
    draft_replace(draft, 0, &card);
    draft_seal(draft);
}

static Draft *make_deck(Fixture *f, unsigned lane)
{
    DeckCard *cards = ARENA_NEW_N(&f->arena, DeckCard, CARDS);
    for (unsigned i = 0; i < CARDS; i++)
        cards[i] = card_make(str_format(&f->arena, "term %u", i).data, OLD_WORDING);
    const DeckHead head = {.id = STR("deck"), .title = STR("Deck")};
    const char *name = str_format(&f->arena, "deck-%u.json", lane).data;
    Draft *draft = draft_new(fixture_path(f, name), &head, cards, CARDS);
    fixture_save(draft);
    return draft;
}

static _Noreturn void save_for_ever(Draft *draft)
{
    for (bool is_new = true;; is_new = !is_new) {
        set_definition(draft, is_new ? NEW_WORDING : OLD_WORDING);
        if (draft_save(draft, true, NULL) != DRAFT_SAVED) _exit(1);
    }
}

static void kill_all(const pid_t *children)
{
    for (int i = 0; i < LANES; i++) kill(children[i], SIGKILL);
    for (int i = 0; i < LANES; i++) {
        int status = 0;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
}

static void save_and_kill(Draft *const *drafts, Rng *rng)
{
    pid_t children[LANES];
    for (int i = 0; i < LANES; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) save_for_ever(drafts[i]);
    }
    nanosleep(&(struct timespec){.tv_nsec = (long)rng_below(rng, LONGEST_US) * 1000}, NULL);
    kill_all(children);
}

/* Whether it is the new one. */
static bool check_whole(const char *path, const Str texts[2])
{
    Arena arena;
    Str found;
    arena_init(&arena, 0);
    assert_true(file_read(path, DECK_MAX_FILE_BYTES, &arena, &found, NULL));
    bool is_new = str_is(found, texts[1]);
    assert_true(is_new || str_is(found, texts[0]));
    arena_deinit(&arena);
    return is_new;
}

/* What the killed ones left beside it is in nobody's way. */
static void check_folder(Fixture *f, Draft *draft)
{
    Err err = {.is_set = false};
    assert_int_equal(draft_save(draft, true, &err), DRAFT_SAVED);
    Draft *again = fixture_open(draft_save_path(draft));
    assert_int_equal(draft_count(again), CARDS);
    draft_close(again);
    FileList list;
    assert_true(file_list(f->folder, &f->arena, &list, &err));
    int decks = 0;
    for (size_t i = 0; i < list.count; i++) decks += deck_is_deck_file(list.names[i]);
    assert_int_equal(decks, LANES);
}

static void a_thousand_kills_leave_the_old_deck_or_the_new_one(void **state)
{
    Fixture *f = *state;
    Draft *drafts[LANES];
    Str texts[2];
    int seen[2] = {0};
    Rng rng;
    rng_seed(&rng, 1);
    for (unsigned i = 0; i < LANES; i++) drafts[i] = make_deck(f, i);
    for (int i = 0; i < 2; i++) {
        set_definition(drafts[0], i ? NEW_WORDING : OLD_WORDING);
        texts[i] = fixture_text(f, drafts[0]);
    }
    for (int round = 0; round < ROUNDS; round++) {
        save_and_kill(drafts, &rng);
        for (int i = 0; i < LANES; i++) seen[check_whole(draft_save_path(drafts[i]), texts)]++;
    }
    assert_true(seen[0] > 0 && seen[1] > 0);
    check_folder(f, drafts[0]);
    for (int i = 0; i < LANES; i++) draft_close(drafts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EDIT_TEST(a_thousand_kills_leave_the_old_deck_or_the_new_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
