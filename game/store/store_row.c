#include "store/store_row.h"

#include <assert.h>
#include <string.h>

#define TEXT_OF(Type, member) (offsetof(StoreRow, of) + offsetof(Type, member))
#define SETTING_TEXT(member)  TEXT_OF(StoreSetting, member)
#define ANSWER_TEXT(member)   TEXT_OF(StoreAnswer, member)
#define RUN_TEXT(member)      TEXT_OF(StoreRun, member)

static const size_t setting_texts[] = {SETTING_TEXT(key), SETTING_TEXT(value)};
static const size_t answer_texts[] = {
    ANSWER_TEXT(deck_id), ANSWER_TEXT(fingerprint), ANSWER_TEXT(card_id),
    ANSWER_TEXT(mode),    ANSWER_TEXT(variant),     ANSWER_TEXT(format),
    ANSWER_TEXT(shown),   ANSWER_TEXT(chosen),      ANSWER_TEXT(chosen_card),
};
static const size_t run_texts[] = {
    RUN_TEXT(player_name),   RUN_TEXT(board.fingerprint), RUN_TEXT(board.mode),
    RUN_TEXT(board.variant), RUN_TEXT(board.setup),       RUN_TEXT(board.category),
    RUN_TEXT(deck_id),       RUN_TEXT(deck_title),        RUN_TEXT(replay),
};
static const size_t undo_texts[] = {TEXT_OF(StoreUndo, deck_id), TEXT_OF(StoreUndo, card_id)};
static const size_t mark_texts[] = {TEXT_OF(StoreMark, deck_id), TEXT_OF(StoreMark, card_id)};
static const size_t recount_texts[] = {TEXT_OF(StoreRecount, deck_id)};
static const size_t test_texts[] = {TEXT_OF(StoreTest, deck_id), TEXT_OF(StoreTest, report)};

typedef struct {
    const size_t *offsets;
    size_t count;
} Texts;

#define TEXTS(array) ((Texts){(array), sizeof(array) / sizeof((array)[0])})

static Texts texts_of(StoreRowKind kind)
{
    switch (kind) {
    case ROW_SETTING: return TEXTS(setting_texts);
    case ROW_ANSWER: return TEXTS(answer_texts);
    case ROW_RUN: return TEXTS(run_texts);
    case ROW_UNDO: return TEXTS(undo_texts);
    case ROW_MARK: return TEXTS(mark_texts);
    case ROW_RECOUNT: return TEXTS(recount_texts);
    case ROW_TEST: return TEXTS(test_texts);
    }
    assert(false);
    return (Texts){0};
}

static Str get_text(const StoreRow *row, size_t offset)
{
    Str text;
    memcpy(&text, (const char *)row + offset, sizeof text);
    return text;
}

size_t store_row_texts_size(const StoreRow *row)
{
    Texts texts = texts_of(row->kind);
    size_t size = 0;
    for (size_t i = 0; i < texts.count; i++) size += get_text(row, texts.offsets[i]).size;
    return size;
}

void store_row_copy(StoreRow *copy, const StoreRow *row, char *texts)
{
    *copy = *row;
    Texts places = texts_of(row->kind);
    for (size_t i = 0; i < places.count; i++) {
        Str text = get_text(row, places.offsets[i]);
        if (text.size > 0) memcpy(texts, text.data, text.size);
        Str moved = {texts, text.size};
        memcpy((char *)copy + places.offsets[i], &moved, sizeof moved);
        texts += text.size;
    }
}

int store_row_write(StoreBook *book, const StoreRow *row, int64_t *id)
{
    switch (row->kind) {
    case ROW_SETTING: return store_settings_write(book, &row->of.setting);
    case ROW_ANSWER: return store_answers_write(book, &row->of.answer);
    case ROW_RUN: return store_runs_write(book->db, &row->of.run, id);
    case ROW_UNDO: return store_undo_write(book, &row->of.undo);
    case ROW_MARK: return store_marks_write(book, &row->of.mark);
    case ROW_RECOUNT: return store_memory_recount(book, &row->of.recount);
    case ROW_TEST: return store_tests_write(book, &row->of.test, id);
    }
    assert(false);
    return SQLITE_MISUSE;
}
