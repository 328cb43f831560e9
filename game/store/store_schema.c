#include "store/store_schema.h"

#include "store/store_rebuild.h"

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

/* What study keeps. All but tests and marks is derived from the answers and can be made anew from them
   (store_rebuild.c). Bars are millionths, so that sums neither drift nor depend on their order. */
static const char version_2_answers[] =
    "ALTER TABLE answer ADD COLUMN study INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN is_near INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN is_forced INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN grade INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN is_undone INTEGER NOT NULL DEFAULT 0;"
    /* as it was judged: before it, then the verdict on the card (p: NULL where it says nothing), then on the
       card whose text was taken for it */
    "ALTER TABLE answer ADD COLUMN was_new INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN due_ms INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE answer ADD COLUMN recall REAL;"
    "ALTER TABLE answer ADD COLUMN p REAL;"
    "ALTER TABLE answer ADD COLUMN guess REAL;"
    "ALTER TABLE answer ADD COLUMN slip REAL;"
    "ALTER TABLE answer ADD COLUMN judged INTEGER;"
    "ALTER TABLE answer ADD COLUMN other_p REAL;"
    "ALTER TABLE answer ADD COLUMN other_guess REAL;"
    "ALTER TABLE answer ADD COLUMN other_slip REAL;"
    "ALTER TABLE answer ADD COLUMN other_judged INTEGER;"
    "CREATE TRIGGER answer_uncounted AFTER UPDATE OF is_undone ON answer BEGIN"
    " UPDATE answer_day SET answers = answers - 1, autoplay = autoplay - NEW.is_autoplay"
    "  WHERE player = NEW.player AND day = NEW.day;"
    "END;"

    "CREATE TABLE learner ("
    " player INTEGER PRIMARY KEY REFERENCES player (id) ON DELETE CASCADE,"
    " model TEXT NOT NULL, retention INTEGER NOT NULL," /* by which all that follows was reckoned */
    " first_right INTEGER NOT NULL DEFAULT 0, first_wrong INTEGER NOT NULL DEFAULT 0) STRICT;"

    /* A deck that a player has studied, and its sums. */
    "CREATE TABLE study ("
    " id INTEGER PRIMARY KEY,"
    " player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,"
    " deck_id TEXT NOT NULL,"
    " answers INTEGER NOT NULL DEFAULT 0, autoplay INTEGER NOT NULL DEFAULT 0,"
    " learning INTEGER NOT NULL DEFAULT 0, familiar INTEGER NOT NULL DEFAULT 0,"
    " mastered INTEGER NOT NULL DEFAULT 0, bars INTEGER NOT NULL DEFAULT 0,"
    " recounted_ms INTEGER NOT NULL DEFAULT 0,"
    " last_ms INTEGER NOT NULL DEFAULT 0,"
    " reviews INTEGER NOT NULL DEFAULT 0, reviews_in_time INTEGER NOT NULL DEFAULT 0,"
    " learned INTEGER NOT NULL DEFAULT 0,"
    " UNIQUE (player, deck_id)) STRICT;"
    "CREATE INDEX study_deck ON study (deck_id);"
    "INSERT INTO study (player, deck_id) SELECT DISTINCT player, deck_id FROM answer;"
    "UPDATE answer SET study = s.id FROM study s WHERE s.player = answer.player"
    " AND s.deck_id = answer.deck_id;"
    "DROP INDEX answer_player;"
    "CREATE INDEX answer_study ON answer (study, at_ms);"
    "CREATE INDEX answer_card ON answer (study, card_id);"
    "CREATE INDEX answer_other ON answer (study, chosen_card) WHERE other_p IS NOT NULL;"
    "CREATE INDEX answer_last ON answer (player, is_undone);"
    "CREATE INDEX answer_pace ON answer (player, format) WHERE is_right = 1 AND is_undone = 0;";

static const char version_2_memory[] =
    "CREATE TABLE card_memory ("
    " study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE, card_id TEXT NOT NULL,"
    " player INTEGER NOT NULL,"
    " stability REAL NOT NULL, fast REAL NOT NULL, difficulty REAL NOT NULL,"
    " last_ms INTEGER NOT NULL, last_day INTEGER NOT NULL, answers INTEGER NOT NULL,"
    " lapses INTEGER NOT NULL, good_days INTEGER NOT NULL, last_good_day INTEGER NOT NULL,"
    " has_recalled INTEGER NOT NULL, last_p REAL NOT NULL, s90 REAL NOT NULL,"
    " due_ms INTEGER NOT NULL,"
    " asked_ms INTEGER NOT NULL," /* when it is due, or never: suspended */
    " is_starred INTEGER NOT NULL, is_suspended INTEGER NOT NULL, is_learned INTEGER NOT NULL,"
    " buried_until_ms INTEGER NOT NULL,"
    " PRIMARY KEY (study, card_id)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX card_asked_deck ON card_memory (study, asked_ms, buried_until_ms);"
    "CREATE INDEX card_asked ON card_memory (player, asked_ms, buried_until_ms);"
    "CREATE INDEX card_learned ON card_memory (study) WHERE is_learned = 1;"
    "CREATE INDEX card_starred ON card_memory (study) WHERE is_starred = 1;"

    "CREATE TABLE study_day ("
    " study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE, day INTEGER NOT NULL,"
    " answers INTEGER NOT NULL, right INTEGER NOT NULL,"
    " learning INTEGER NOT NULL, familiar INTEGER NOT NULL, mastered INTEGER NOT NULL,"
    " bars INTEGER NOT NULL,"
    " PRIMARY KEY (study, day)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE study_session ("
    " id INTEGER PRIMARY KEY,"
    " study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,"
    " start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL,"
    " answers INTEGER NOT NULL, right INTEGER NOT NULL, modes TEXT NOT NULL) STRICT;"
    "CREATE INDEX study_session_study ON study_session (study);"
    "CREATE TABLE confusion ("
    " study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,"
    " asked TEXT NOT NULL, chosen TEXT NOT NULL, count INTEGER NOT NULL,"
    " PRIMARY KEY (study, asked, chosen)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE calibration ("
    " study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE, bin INTEGER NOT NULL,"
    " count INTEGER NOT NULL, right INTEGER NOT NULL, predicted INTEGER NOT NULL,"
    " PRIMARY KEY (study, bin)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE test ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " study INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,"
    " at_ms INTEGER NOT NULL, length_ms INTEGER NOT NULL,"
    " right INTEGER NOT NULL, total INTEGER NOT NULL,"
    " report TEXT NOT NULL) STRICT;" /* last: lists never reach its pages */
    "CREATE INDEX test_study ON test (study, at_ms);"
    "PRAGMA user_version = 2;";

/* Reviews that came from another program: they are kept as answers, and are played by their time. They count
   for no day and no deck played; among a day's answers as those of the game itself do. */
static const char version_3[] =
    "DROP TRIGGER answer_counted;"
    "CREATE TRIGGER answer_counted AFTER INSERT ON answer BEGIN"
    " INSERT INTO answer_day VALUES (NEW.player, NEW.day, 1, NEW.is_autoplay OR NEW.mode = 'anki')"
    "  ON CONFLICT (player, day) DO UPDATE SET answers = answers + 1, autoplay = autoplay + "
    "excluded.autoplay;"
    " INSERT INTO deck_played SELECT NEW.player, NEW.deck_id, NEW.at_ms"
    "  WHERE NOT NEW.is_autoplay AND NEW.mode <> 'anki'"
    "  ON CONFLICT (player, deck_id) DO UPDATE SET last_ms = max(last_ms, NEW.at_ms);"
    "END;"
    "CREATE INDEX answer_review ON answer (player, at_ms) WHERE mode = 'anki';"
    "PRAGMA user_version = 3;";

/* The n-th, in two parts, leads from version n to n + 1; its last words set the version. */
static const char *const migrations[STORE_VERSION][2] = {
    {version_1, ""}, {version_2_answers, version_2_memory}, {version_3, ""}};

#define TABLES 15

static int look_for_tables(StoreDb *db, int64_t *tables, int64_t *ours)
{
    int code = store_db_number(db, "SELECT count(*) FROM sqlite_schema", tables);
    if (code != SQLITE_OK) return code;
    return store_db_number(db,
                           "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN"
                           " ('player', 'setting', 'answer', 'answer_day', 'deck_played', 'board', 'run',"
                           " 'learner', 'study', 'card_memory', 'study_day', 'study_session', 'confusion',"
                           " 'calibration', 'test')",
                           ours);
}

/* Answers of a copy of version 1 that was at work while another one migrated the file, and has gone on. */
static int look_for_strays(StoreDb *db, int64_t *are_there)
{
    return store_db_number(db, "SELECT EXISTS (SELECT 1 FROM answer WHERE study = 0)", are_there);
}

SchemaState store_schema_look(StoreDb *db, int *code)
{
    int64_t version = 0, application = 0, tables = 0, ours = 0, strays = 0;
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
    if (ours != TABLES) return SCHEMA_DAMAGED;
    *code = look_for_strays(db, &strays);
    if (store_db_is_damage(*code) || *code == SQLITE_ERROR) return SCHEMA_DAMAGED;
    if (*code != SQLITE_OK) return SCHEMA_UNREADABLE;
    return strays ? SCHEMA_OLDER : SCHEMA_CURRENT;
}

static int migrate_in_transaction(StoreDb *db, bool *is_current)
{
    int64_t version = 0, strays = 0, unused;
    int code = store_db_number(db, "PRAGMA user_version", &version);
    *is_current = version >= STORE_VERSION;
    if (code == SQLITE_OK && version == STORE_VERSION) code = look_for_strays(db, &strays);
    if (code == SQLITE_OK && strays) code = store_rebuild(db, &unused);
    if (code != SQLITE_OK || *is_current) return code;
    for (int64_t step = version; code == SQLITE_OK && step < STORE_VERSION; step++) {
        code = store_db_exec(db, migrations[step][0]);
        if (code == SQLITE_OK) code = store_db_exec(db, migrations[step][1]);
    }
    /* The answers of version 1 were never looked at for what they say of memory. */
    if (code == SQLITE_OK && version == 1) code = store_rebuild(db, &unused);
    return code;
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
