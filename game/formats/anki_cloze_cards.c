#include "formats/anki_cloze_cards.h"

static void tell(AnkiClozeCards *cloze)
{
    int32_t line = cloze->record->line;
    if (anki_cloze_has_more(cloze->cloze))
        import_notice(cloze->sink, NOTICE_DOUBT, line,
                      "has more blanks than %d, or deeper in one another than "
                      "%d: the others were left out",
                      ANKI_CLOZE_MAX_CARDS, ANKI_CLOZE_MAX_DEPTH);
    if (anki_cloze_has_pictures(cloze->cloze))
        import_notice(cloze->sink, cloze->count ? NOTICE_DOUBT : NOTICE_DROPPED, line,
                      "covers parts of a picture, which was left out");
    else if (cloze->count == 0)
        import_notice(cloze->sink, NOTICE_DROPPED, line, "has no blank such as {{c1::answer}}");
}

bool anki_cloze_cards_begin(AnkiClozeCards *cloze, ImportSink *sink, const ImportRecord *record,
                            Arena *scratch, Err *err)
{
    *cloze = (AnkiClozeCards){.sink = sink, .record = record, .scratch = scratch};
    if (!import_read_record(sink, record, &cloze->card, err)) return false;
    cloze->cloze = anki_cloze_read(cloze->card.card.term, scratch);
    cloze->numbers = anki_cloze_numbers(cloze->cloze, &cloze->count);
    tell(cloze);
    return true;
}

bool anki_cloze_cards_next(AnkiClozeCards *cloze, int32_t *place, ImportCard *out)
{
    if (cloze->next == cloze->count) return false;
    int32_t number = cloze->numbers[cloze->next++];
    Arena *arena = cloze->sink->arena;
    *place = number - 1;
    *out = cloze->card;
    DeckCard *card = &out->card;
    if (card->id.size) card->id = str_format(arena, "%.*s-c%d", STR_FMT(card->id), (int)number);
    card->term = str_copy(arena, anki_cloze_question(cloze->cloze, number, cloze->scratch));
    card->definition = str_copy(arena, anki_cloze_answer(cloze->cloze, number, cloze->scratch));
    return true;
}
