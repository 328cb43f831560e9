#include "store/store_schema.h"

#define PLAYER_COLUMNS                                                                                       \
    "(id INTEGER PRIMARY KEY AUTOINCREMENT,"                                                                 \
    " name TEXT NOT NULL,"                                                                                   \
    " folded TEXT NOT NULL UNIQUE,"                                                                          \
    " color INTEGER NOT NULL,"                                                                               \
    " created_ms INTEGER NOT NULL,"                                                                          \
    " runs INTEGER NOT NULL DEFAULT 0) STRICT;"

#define SETTING_COLUMNS                                                                                      \
    "(player INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"                                      \
    " PRIMARY KEY (player, key)) STRICT, WITHOUT ROWID;"

/* Counts are kept by triggers beside the rows: counting a million answers took 39 ms and more when measured,
   which is too long for a frame. */
static const char version_1[] =
    "CREATE TABLE player " PLAYER_COLUMNS "CREATE TABLE setting " SETTING_COLUMNS

    "CREATE TABLE answer ("
    " id INTEGER PRIMARY KEY,"
    " player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,"
    " at_ms INTEGER NOT NULL, day INTEGER NOT NULL,"
    " deck_id TEXT NOT NULL, fingerprint TEXT NOT NULL, card_id TEXT NOT NULL,"
    " mode TEXT NOT NULL, variant TEXT NOT NULL, format TEXT NOT NULL,"
    " shown TEXT NOT NULL, chosen TEXT NOT NULL, chosen_card TEXT NOT NULL,"
    " is_right INTEGER NOT NULL, is_autoplay INTEGER NOT NULL,"
    " is_practice INTEGER NOT NULL, lost_focus INTEGER NOT NULL,"
    " response_ms INTEGER NOT NULL, choices INTEGER NOT NULL, read_characters INTEGER NOT NULL) STRICT;"
    "CREATE INDEX answer_player ON answer (player, deck_id, at_ms);"

    "CREATE TABLE answer_day ("
    " player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,"
    " day INTEGER NOT NULL, answers INTEGER NOT NULL, autoplay INTEGER NOT NULL,"
    " PRIMARY KEY (player, day)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE deck_played ("
    " player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,"
    " deck_id TEXT NOT NULL, last_ms INTEGER NOT NULL,"
    " PRIMARY KEY (player, deck_id)) STRICT, WITHOUT ROWID;"
    "CREATE TRIGGER answer_counted AFTER INSERT ON answer BEGIN"
    " INSERT INTO answer_day VALUES (NEW.player, NEW.day, 1, NEW.is_autoplay)"
    "  ON CONFLICT (player, day) DO UPDATE SET answers = answers + 1, autoplay = autoplay + NEW.is_autoplay;"
    " INSERT INTO deck_played SELECT NEW.player, NEW.deck_id, NEW.at_ms WHERE NOT NEW.is_autoplay"
    "  ON CONFLICT (player, deck_id) DO UPDATE SET last_ms = max(last_ms, NEW.at_ms);"
    "END;"

    "CREATE TABLE board ("
    " id INTEGER PRIMARY KEY,"
    " fingerprint TEXT NOT NULL, mode TEXT NOT NULL, variant TEXT NOT NULL, setup TEXT NOT NULL,"
    " category TEXT NOT NULL, rules INTEGER NOT NULL,"
    " runs INTEGER NOT NULL DEFAULT 0, autoplay_runs INTEGER NOT NULL DEFAULT 0,"
    " UNIQUE (fingerprint, mode, variant, setup, category, rules)) STRICT;"
    "CREATE TABLE run ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " board INTEGER NOT NULL REFERENCES board (id),"
    " player INTEGER REFERENCES player (id) ON DELETE CASCADE,"
    " player_name TEXT NOT NULL, player_color INTEGER NOT NULL,"
    " deck_id TEXT NOT NULL, deck_title TEXT NOT NULL,"
    " seed INTEGER NOT NULL," /* the 64 bits, read as signed */
    " played_ms INTEGER NOT NULL, key_0 INTEGER NOT NULL, key_1 INTEGER NOT NULL,"
    " score INTEGER NOT NULL, time_ms INTEGER NOT NULL, penalty_ms INTEGER NOT NULL,"
    " right INTEGER NOT NULL, wrong INTEGER NOT NULL, best_streak INTEGER NOT NULL,"
    " stars INTEGER NOT NULL, inputs INTEGER NOT NULL, is_autoplay INTEGER NOT NULL,"
    " replay TEXT NOT NULL) STRICT;" /* last: lists never reach its pages */
    "CREATE INDEX run_rank ON run (board, is_autoplay, key_0, key_1, played_ms, id);"
    "CREATE INDEX run_best ON run (player, board, is_autoplay, key_0, key_1, played_ms, id);"
    "CREATE INDEX run_time ON run (board, is_autoplay, played_ms);"
    "CREATE INDEX run_deck ON run (deck_id, board, is_autoplay);"
    "CREATE TRIGGER run_counted AFTER INSERT ON run BEGIN"
    " UPDATE board SET runs = runs + 1 - NEW.is_autoplay, autoplay_runs = autoplay_runs + NEW.is_autoplay"
    "  WHERE id = NEW.board;"
    " UPDATE player SET runs = runs + 1 WHERE id = NEW.player;"
    "END;"
    "CREATE TRIGGER run_uncounted AFTER DELETE ON run BEGIN"
    " UPDATE board SET runs = runs - 1 + OLD.is_autoplay, autoplay_runs = autoplay_runs - OLD.is_autoplay"
    "  WHERE id = OLD.board;"
    " UPDATE player SET runs = runs - 1 WHERE id = OLD.player;"
    "END;"
    "PRAGMA application_id = 0x4D57434B;"
    "PRAGMA user_version = 1;";

/* The n-th leads from version n to n + 1; its last words set the version. */
static const char *const migrations[STORE_VERSION] = {version_1};

static int look_for_tables(StoreDb *db, int64_t *tables, int64_t *ours)
{
    int code = store_db_number(db, "SELECT count(*) FROM sqlite_schema", tables);
    if (code != SQLITE_OK) return code;
    return store_db_number(db,
                           "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN"
                           " ('player', 'setting', 'answer', 'answer_day', 'deck_played', 'board', 'run')",
                           ours);
}

SchemaState store_schema_look(StoreDb *db, int *code)
{
    int64_t version = 0, application = 0, tables = 0, ours = 0;
    *code = store_db_number(db, "PRAGMA user_version", &version);
    if (*code == SQLITE_OK) *code = store_db_number(db, "PRAGMA application_id", &application);
    if (*code == SQLITE_OK) *code = look_for_tables(db, &tables, &ours);
    if (store_db_is_damage(*code) || *code == SQLITE_ERROR) return SCHEMA_DAMAGED;
    if (*code != SQLITE_OK) return SCHEMA_UNREADABLE;
    if (version == 0 && application == 0 && tables == 0) return SCHEMA_EMPTY;
    if (application != STORE_APPLICATION_ID) return SCHEMA_FOREIGN;
    if (version > STORE_VERSION) return SCHEMA_NEWER;
    if (version < 1) return SCHEMA_DAMAGED;
    if (version < STORE_VERSION) return SCHEMA_OLDER;
    return ours == 7 ? SCHEMA_CURRENT : SCHEMA_DAMAGED;
}

static int migrate_in_transaction(StoreDb *db, bool *is_current)
{
    int64_t version = 0;
    int code = store_db_number(db, "PRAGMA user_version", &version);
    *is_current = version >= STORE_VERSION;
    if (code != SQLITE_OK || *is_current) return code;
    return store_db_exec(db, migrations[version]);
}

int store_schema_migrate(StoreDb *db)
{
    bool is_current = false;
    while (!is_current) {
        int code = store_db_run(db, SQL_BEGIN, "BEGIN IMMEDIATE");
        if (code != SQLITE_OK) return code;
        code = migrate_in_transaction(db, &is_current);
        if (code == SQLITE_OK) code = store_db_run(db, SQL_COMMIT, "COMMIT");
        if (code != SQLITE_OK) {
            store_db_run(db, SQL_ROLLBACK, "ROLLBACK");
            return code;
        }
    }
    return SQLITE_OK;
}

int store_schema_shadow(StoreDb *db)
{
    int code = store_db_exec(db, "PRAGMA temp_store = MEMORY;"
                                 "CREATE TEMP TABLE player " PLAYER_COLUMNS
                                 "CREATE TEMP TABLE setting " SETTING_COLUMNS);
    if (code != SQLITE_OK) return code;
    /* A newer version's tables may have other columns: what cannot be read stays empty. */
    store_db_exec(db, "INSERT INTO temp.player (id, name, folded, color, created_ms, runs)"
                      " SELECT id, name, folded, color, created_ms, runs FROM main.player");
    store_db_exec(db, "INSERT INTO temp.setting SELECT player, key, value FROM main.setting");
    return SQLITE_OK;
}
