#include "formats/progress_export.h"

#include <inttypes.h>

#include "base/json.h"
#include "formats/csv_guard.h"
#include "formats/csv_write.h"
#include "formats/utc.h"

/* A row on its way out, as CSV or JSON: its values are named once. */
typedef struct {
    StrBuf *csv;     /* NULL: JSON */
    bool is_header;  /* of a CSV: the names alone */
    JsonWriter json; /* of one object */
    Arena *arena;
    int count;
} Row;

static void put_cell(Row *row, const char *name, Str cell)
{
    if (row->count++ > 0) str_buf_add(row->csv, STR(","));
    csv_write_cell(row->csv, row->is_header ? str_of(name) : cell);
}

static void put_text(Row *row, const char *name, Str text)
{
    if (row->csv)
        put_cell(row, name, csv_guard(text, row->arena));
    else
        json_put_string(&row->json, name, text);
}

static void put_integer(Row *row, const char *name, int64_t value)
{
    if (row->csv)
        put_cell(row, name, str_format(row->arena, "%" PRId64, value));
    else
        json_put_integer(&row->json, name, value);
}

static void put_bool(Row *row, const char *name, bool value)
{
    if (row->csv)
        put_cell(row, name, value ? STR("1") : STR("0"));
    else
        json_put_bool(&row->json, name, value);
}

static void put_nothing(Row *row, const char *name)
{
    if (row->csv)
        put_cell(row, name, STR(""));
    else
        json_put_null(&row->json, name);
}

/* To four decimals. */
static void put_number(Row *row, const char *name, double value, bool is_there)
{
    if (!is_there)
        put_nothing(row, name);
    else if (row->csv)
        put_cell(row, name, str_format(row->arena, "%.4f", value));
    else
        json_put_number(&row->json, name, (double)(int64_t)(value * 1e4 + 0.5) / 1e4);
}

static void put_time(Row *row, const char *name, int64_t at_ms, bool is_there)
{
    if (!is_there || at_ms < 0 || at_ms / 1000 > UTC_MAX_S)
        put_nothing(row, name);
    else
        put_text(row, name, utc_write(row->arena, at_ms / 1000));
}

static void put_card(Row *row, const ProgressRow *card)
{
    bool is_new = card->level == MASTERY_NEW;
    put_text(row, "id", card->card_id);
    put_text(row, "term", card->term);
    put_text(row, "mastery", mastery_name(card->level));
    put_number(row, "recall", card->recall, !is_new);
    put_number(row, "stability_days", card->s90, !is_new);
    put_time(row, "due", card->due_ms, card->due_ms != INT64_MAX);
    put_integer(row, "answers", card->answers);
    put_integer(row, "right", card->right);
    put_integer(row, "lapses", card->lapses);
    put_time(row, "last", card->last_ms, card->last_ms != 0);
    put_bool(row, "starred", card->is_starred);
    put_bool(row, "suspended", card->is_suspended);
    put_bool(row, "learned", card->is_learned);
}

static void put_answer(Row *row, const AnswerRow *answer)
{
    put_time(row, "time", answer->at_ms, true);
    put_text(row, "id", answer->card_id);
    put_text(row, "term", answer->term);
    put_text(row, "mode", answer->mode);
    put_text(row, "variant", answer->variant);
    put_text(row, "format", answer->format);
    put_text(row, "shown", answer->shown);
    put_text(row, "chosen", answer->chosen);
    put_text(row, "chosen_card", answer->chosen_card);
    put_bool(row, "right", answer->is_right);
    put_bool(row, "near", answer->is_near);
    if (answer->grade > 0)
        put_integer(row, "grade", answer->grade);
    else
        put_nothing(row, "grade");
    put_integer(row, "response_ms", answer->response_ms);
    put_integer(row, "choices", answer->choices);
    put_bool(row, "practice", answer->is_practice);
    put_bool(row, "autoplay", answer->is_autoplay);
    put_bool(row, "lost_focus", answer->lost_focus);
}

/* --- files --- */

static Row begin_header(StrBuf *out)
{
    str_buf_add(out, STR(CSV_MARK));
    return (Row){.csv = out, .is_header = true, .arena = out->arena};
}

/* One object a line, so that a file of many can be read and searched line by line. */
static void begin_json(StrBuf *out, const ProgressHead *head, const char *format, const char *list)
{
    Arena *arena = out->arena;
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_string(&w, "format", str_of(format));
    json_put_integer(&w, "version", 1);
    json_begin_object(&w, "deck");
    json_put_string(&w, "id", head->deck_id);
    json_put_string(&w, "title", head->deck_title);
    json_put_string(&w, "fingerprint", head->fingerprint);
    json_end_object(&w);
    json_put_string(&w, "player", head->player);
    json_put_string(&w, "at", utc_write(arena, head->now_ms / 1000));
    json_end_object(&w);
    Str text = json_writer_finish(&w, arena, false);
    str_buf_addf(out, "%.*s,\"%s\":[", STR_FMT(str_slice(text, 0, text.size - 1)), list);
}

static void end_json(StrBuf *out)
{
    str_buf_add(out, STR("\n]}\n"));
}

static Row begin_row(StrBuf *out, bool is_json, bool is_first, Arena *arena)
{
    Row row = {.csv = is_json ? NULL : out, .arena = arena};
    if (!is_json) return row;
    str_buf_add(out, is_first ? STR("\n") : STR(",\n"));
    json_writer_init(&row.json);
    json_begin_object(&row.json, NULL);
    return row;
}

static void end_row(StrBuf *out, Row *row)
{
    if (row->csv) {
        str_buf_add(out, STR("\r\n"));
        return;
    }
    json_end_object(&row->json);
    str_buf_add(out, json_writer_finish(&row->json, row->arena, false));
}

static void add_cards(StrBuf *out, bool is_json, const ProgressRow *rows, size_t count)
{
    Arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < count; i++) {
        Row row = begin_row(out, is_json, i == 0, &arena);
        put_card(&row, &rows[i]);
        end_row(out, &row);
        arena_reset(&arena);
    }
    arena_deinit(&arena);
}

Str progress_export_csv(const ProgressRow *rows, size_t count, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    Row header = begin_header(&out);
    put_card(&header, &(ProgressRow){0});
    end_row(&out, &header);
    add_cards(&out, false, rows, count);
    return str_buf_str(&out);
}

Str progress_export_json(const ProgressHead *head, const ProgressRow *rows, size_t count, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    begin_json(&out, head, "matchwick-progress", "cards");
    add_cards(&out, true, rows, count);
    end_json(&out);
    return str_buf_str(&out);
}

void answer_export_begin(AnswerExport *answers, const ProgressHead *head, bool is_json, Arena *arena)
{
    *answers = (AnswerExport){.is_json = is_json};
    str_buf_init(&answers->out, arena);
    if (is_json) {
        begin_json(&answers->out, head, "matchwick-answers", "answers");
        return;
    }
    Row header = begin_header(&answers->out);
    put_answer(&header, &(AnswerRow){0});
    end_row(&answers->out, &header);
}

void answer_export_add(AnswerExport *answers, const AnswerRow *answer)
{
    Arena arena;
    arena_init(&arena, 4096);
    Row row = begin_row(&answers->out, answers->is_json, answers->count++ == 0, &arena);
    put_answer(&row, answer);
    end_row(&answers->out, &row);
    arena_deinit(&arena);
}

Str answer_export_end(AnswerExport *answers)
{
    if (answers->is_json) end_json(&answers->out);
    return str_buf_str(&answers->out);
}
