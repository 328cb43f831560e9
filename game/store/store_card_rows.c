#include "store/store_rows.h"

void store_rows_take_card(Taker *taker, StoreCard *out)
{
    CardMemory *memory = &out->memory;
    out->card_id = take_text(taker);
    memory->state.stability = take_real(taker);
    memory->state.fast = take_real(taker);
    memory->state.difficulty = take_real(taker);
    memory->last_ms = take_integer(taker);
    memory->last_day = take_int32(taker);
    memory->answers = take_int32(taker);
    memory->lapses = take_int32(taker);
    memory->good_days = take_int32(taker);
    memory->last_good_day = take_int32(taker);
    memory->has_recalled = take_bool(taker);
    memory->last_p = take_real(taker);
    memory->s90 = take_real(taker);
    out->due_ms = take_integer(taker);
    out->is_starred = take_bool(taker);
    out->is_suspended = take_bool(taker);
    out->is_learned = take_bool(taker);
    out->buried_until_ms = take_integer(taker);
}

int store_rows_card(StoreDb *db, int64_t study, StoreCard *out)
{
    Arena arena;
    arena_init(&arena, 256);
    Binder binder = store_db_bind(
        db, SQL_CARD, "SELECT " STORE_CARD_COLUMNS " FROM card_memory WHERE study = ? AND card_id = ?");
    bind_integer(&binder, study);
    bind_text(&binder, out->card_id);
    Taker taker;
    int code;
    if (store_db_first(db, &binder, &arena, &taker, &code)) {
        Str card_id = out->card_id;
        store_rows_take_card(&taker, out);
        out->card_id = card_id;
        sqlite3_reset(binder.statement);
    }
    arena_deinit(&arena);
    return code;
}

int store_rows_cards(StoreDb *db, int64_t study, Arena *arena, StoreCard **out, size_t *count)
{
    *out = NULL;
    *count = 0;
    Binder binder =
        store_db_bind(db, SQL_CARDS, "SELECT " STORE_CARD_COLUMNS " FROM card_memory WHERE study = ?");
    if (binder.statement == NULL) return sqlite3_errcode(db->handle);
    bind_integer(&binder, study);
    while (sqlite3_step(binder.statement) == SQLITE_ROW) {
        *out = store_db_grow(arena, *out, *count, sizeof **out);
        Taker taker = {binder.statement, 0, arena};
        store_rows_take_card(&taker, &(*out)[(*count)++]);
    }
    return sqlite3_reset(binder.statement);
}

static int drop_card(StoreDb *db, const BookCard *card)
{
    Binder binder =
        store_db_bind(db, SQL_DROP_CARD, "DELETE FROM card_memory WHERE study = ? AND card_id = ?");
    bind_integer(&binder, card->study->id);
    bind_text(&binder, card->kept.card_id);
    return store_db_finish(db, &binder);
}

static void bind_memory(Binder *binder, const CardMemory *memory)
{
    bind_real(binder, memory->state.stability);
    bind_real(binder, memory->state.fast);
    bind_real(binder, memory->state.difficulty);
    bind_integer(binder, memory->last_ms);
    bind_integer(binder, memory->last_day);
    bind_integer(binder, memory->answers);
    bind_integer(binder, memory->lapses);
    bind_integer(binder, memory->good_days);
    bind_integer(binder, memory->last_good_day);
    bind_integer(binder, memory->has_recalled);
    bind_real(binder, memory->last_p);
    bind_real(binder, memory->s90);
}

int store_rows_set_card(StoreDb *db, const BookCard *card)
{
    const StoreCard *kept = &card->kept;
    bool is_marked = kept->is_starred || kept->is_suspended || kept->is_learned || kept->buried_until_ms != 0;
    if (card_memory_is_new(&kept->memory) && !is_marked) return drop_card(db, card);
    Binder binder =
        store_db_bind(db, SQL_SET_CARD,
                      "INSERT OR REPLACE INTO card_memory (study, player, " STORE_CARD_COLUMNS ", asked_ms)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_integer(&binder, card->study->id);
    bind_integer(&binder, card->study->player->id);
    bind_text(&binder, kept->card_id);
    bind_memory(&binder, &kept->memory);
    bind_integer(&binder, kept->due_ms);
    bind_integer(&binder, kept->is_starred);
    bind_integer(&binder, kept->is_suspended);
    bind_integer(&binder, kept->is_learned);
    bind_integer(&binder, kept->buried_until_ms);
    bind_integer(&binder, kept->is_suspended ? INT64_MAX : kept->due_ms);
    return store_db_finish(db, &binder);
}
