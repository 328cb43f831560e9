#include "base/file.h"
#include "base/json.h"
#include "deck/deck_id.h"
#include "deck/deck_read.h"
#include "edit/deck_files.h"
#include "formats/export_parts.h"

/* A deck that leaves its id out has its file's name for one, which the export may not have. */
static bool has_id(Str text)
{
    JsonParts parts = json_parts(text);
    JsonPart part;
    while (json_parts_next(&parts, &part))
        if (json_part_is(&part, STR("id"))) return true;
    return false;
}

/* The file as it stands, where that is the deck and all of it. */
static bool take_file(const Exporting *exporting, Str *bytes)
{
    const ExportChoices *choices = exporting->choices;
    if (!choices->path || choices->cards || choices->title.size) return false;
    Err err = {0};
    Str text;
    if (!file_read(choices->path, DECK_MAX_FILE_BYTES, exporting->arena, &text, &err)) return false;
    Deck *deck = deck_read_text(text, STR(""), NULL);
    bool is_same = deck && has_id(text) && str_is(deck_fingerprint(deck), deck_fingerprint(exporting->deck));
    deck_release(deck);
    if (is_same) *bytes = text;
    return is_same;
}

static bool write_anew(Exporting *exporting, uint32_t count, Str *bytes, Err *err)
{
    const ExportChoices *choices = exporting->choices;
    DeckHead head = deck_head_of(exporting->deck);
    char id[DECK_MADE_ID_BYTES];
    if (choices->title.size) head.id = (Str){id, deck_id_make(choices->title, exporting->card, id)};
    head.title = export_title(exporting);
    DeckCard *cards = ARENA_NEW_N(exporting->card, DeckCard, count + 1);
    for (uint32_t i = 0; i < count; i++)
        cards[i] = deck_card_of(exporting->deck, choices->cards ? choices->cards[i] : i, exporting->card);
    return deck_files_text(&head, cards, count, exporting->arena, bytes, err);
}

bool export_write_deck(Exporting *exporting, Str *bytes, Err *err)
{
    uint32_t count = export_count(exporting);
    exporting->report->cards = count;
    return take_file(exporting, bytes) || write_anew(exporting, count, bytes, err);
}
