#include "store/store_learner.h"

#include "store/store_inner.h"

bool store_learner_evidence(const StoreAnswer *answer, Evidence *out)
{
    EvidenceFormat format;
    if (!evidence_format_find(answer->format, &format)) return false;
    bool is_grade = answer->grade >= GRADE_AGAIN && answer->grade <= GRADE_EASY;
    Grade ungraded = answer->is_right ? GRADE_GOOD : GRADE_AGAIN;
    *out = (Evidence){.format = format,
                      .is_right = answer->is_right,
                      .is_near = answer->is_near,
                      .is_forced = answer->is_forced,
                      .lost_focus = answer->lost_focus,
                      .grade = is_grade ? (Grade)answer->grade : ungraded,
                      .choices = answer->choices,
                      .response_ms = answer->response_ms,
                      .read_characters = answer->read_characters};
    return true;
}

typedef struct {
    int64_t player;
    EvidenceFormat format;
    int64_t limit;
} Asked;

/* The last right answers, the latest first. */
static int read_right(StoreDb *db, const Asked *asked, Arena *arena, Evidence **out, size_t *count)
{
    Str format = evidence_format_name(asked->format);
    *out = NULL;
    *count = 0;
    Binder binder =
        store_db_bind(db, SQL_PACES,
                      "SELECT lost_focus, is_near, is_forced, grade, choices, response_ms, read_characters"
                      " FROM answer INDEXED BY answer_pace WHERE player = ? AND format = ?"
                      " AND is_right = 1 AND is_undone = 0 ORDER BY id DESC LIMIT ?");
    if (binder.statement == NULL) return sqlite3_errcode(db->handle);
    bind_integer(&binder, asked->player);
    bind_text(&binder, format);
    bind_integer(&binder, asked->limit);
    while (sqlite3_step(binder.statement) == SQLITE_ROW) {
        Taker taker = {binder.statement, 0, arena};
        StoreAnswer answer = {.format = format, .is_right = true};
        answer.lost_focus = take_bool(&taker);
        answer.is_near = take_bool(&taker);
        answer.is_forced = take_bool(&taker);
        answer.grade = take_int32(&taker);
        answer.choices = take_int32(&taker);
        answer.response_ms = take_int32(&taker);
        answer.read_characters = take_int32(&taker);
        *out = store_db_grow(arena, *out, *count, sizeof **out);
        store_learner_evidence(&answer, &(*out)[(*count)++]);
    }
    return sqlite3_reset(binder.statement);
}

/* False if there may be more further back that say something of pace. */
static bool is_enough(const LearnerPace *pace, size_t count, int64_t limit)
{
    return pace->count == PACE_SIZE || count < (size_t)limit;
}

/* Not every right answer says something of pace: further back if the last ones were not enough. */
static int read_pace(StoreDb *db, int64_t player, EvidenceFormat format, LearnerPace *out)
{
    Asked asked = {player, format, PACE_SIZE * 3 / 2};
    bool is_read = false;
    int code = SQLITE_OK;
    for (; code == SQLITE_OK && !is_read; asked.limit *= 8) {
        Arena arena;
        arena_init(&arena, 0);
        Evidence *right;
        size_t count;
        code = read_right(db, &asked, &arena, &right, &count);
        Learner learner = {0};
        for (size_t i = count; i > 0; i--) learner_apply(&learner, &right[i - 1], false);
        *out = learner.pace[format];
        is_read = is_enough(out, count, asked.limit);
        arena_deinit(&arena);
    }
    return code;
}

int store_learner_paces(StoreDb *db, int64_t player, Learner *learner)
{
    int code = SQLITE_OK;
    for (int format = 0; code == SQLITE_OK && format < EVIDENCE_FORMATS; format++)
        code = read_pace(db, player, (EvidenceFormat)format, &learner->pace[format]);
    return code;
}
