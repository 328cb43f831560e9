#include "commands/verdicts.h"

#include <inttypes.h>
#include <stdio.h>

/* --- decks --- */

struct OpenDeck {
    OpenDeck *next;
    Str id;
    Deck *deck; /* NULL: cannot be read */
    const PlayIndex *index;
};

bool deck_indexes_open(DeckIndexes *indexes, const CommandContext *context, Err *err)
{
    *indexes = (DeckIndexes){.context = context, .shelf = commands_open_shelf(context, err)};
    if (!indexes->shelf) return false;
    indexes->entry_count = shelf_list(indexes->shelf, context->arena, &indexes->entries);
    return true;
}

void deck_indexes_close(DeckIndexes *indexes)
{
    for (OpenDeck *open = indexes->open; open; open = open->next) deck_release(open->deck);
    shelf_close(indexes->shelf);
}

/* By id alone: a replay's id must not lead to a file of that name. */
static Deck *open_deck(const DeckIndexes *indexes, Str id)
{
    for (size_t i = 0; i < indexes->entry_count; i++)
        if (!indexes->entries[i].is_bad && str_is(indexes->entries[i].id, id))
            return shelf_find(indexes->shelf, id, NULL);
    return NULL;
}

const PlayIndex *deck_indexes_find(DeckIndexes *indexes, Str id)
{
    for (const OpenDeck *open = indexes->open; open; open = open->next)
        if (str_is(open->id, id)) return open->index;
    Arena *arena = indexes->context->arena;
    OpenDeck *open = ARENA_NEW(arena, OpenDeck);
    *open = (OpenDeck){.next = indexes->open, .id = str_copy(arena, id), .deck = open_deck(indexes, id)};
    if (open->deck) open->index = play_index_make(arena, open->deck);
    indexes->open = open;
    return open->index;
}

/* --- verdicts --- */

static const char *const verdict_names[] = {[RUN_VERIFIED] = "verified",
                                            [RUN_DEAL_UNCHECKED] = "deal not checked",
                                            [RUN_INCONSISTENT] = "not consistent"};

void verdicts_begin(Verdicts *verdicts, const CommandContext *context)
{
    *verdicts = (Verdicts){.context = context, .is_json = options_has(&context->words, "json")};
    json_writer_init(&verdicts->json);
    json_begin_object(&verdicts->json, NULL);
    json_begin_array(&verdicts->json, "checked");
}

static void write(JsonWriter *w, Str what, int64_t run, const char *verdict, const char *why)
{
    json_begin_object(w, NULL);
    if (run > 0)
        json_put_integer(w, "run", run);
    else
        json_put_string(w, "file", what);
    json_put_string(w, "verdict", str_of(verdict));
    json_put_string(w, "why", str_of(why));
    json_end_object(w);
}

void verdicts_add(Verdicts *verdicts, Str what, int64_t run, const RunCheck *check)
{
    verdicts->counts[check->verdict]++;
    const char *verdict = verdict_names[check->verdict];
    write(&verdicts->json, what, run, verdict, check->why);
    if (!verdicts->is_json)
        printf("%.*s: %s%s%s\n", STR_FMT(what), verdict, check->why[0] ? ": " : "", check->why);
}

void verdicts_add_unread(Verdicts *verdicts, Str what, const Err *err)
{
    verdicts->unread++;
    write(&verdicts->json, what, 0, "no replay", err->text);
    if (!verdicts->is_json) printf("%s\n", err->text);
}

int verdicts_end(Verdicts *verdicts)
{
    JsonWriter *w = &verdicts->json;
    const int *counts = verdicts->counts;
    json_end_array(w);
    json_put_integer(w, "verified", counts[RUN_VERIFIED]);
    json_put_integer(w, "deal_not_checked", counts[RUN_DEAL_UNCHECKED]);
    json_put_integer(w, "not_consistent", counts[RUN_INCONSISTENT]);
    json_put_integer(w, "no_replay", verdicts->unread);
    json_end_object(w);
    Str text = json_writer_finish(w, verdicts->context->arena, true);
    if (verdicts->is_json)
        printf("%s\n", text.data);
    else
        printf("%d verified, %d with a deal that could not be checked, %d not consistent%s\n",
               counts[RUN_VERIFIED], counts[RUN_DEAL_UNCHECKED], counts[RUN_INCONSISTENT],
               verdicts->unread ? "; some were no replays" : "");
    return counts[RUN_INCONSISTENT] + verdicts->unread > 0 ? EXIT_FAILED : EXIT_DONE;
}
