#include "formats/anki_cloze.h"

#define HIDDEN_PICTURE STR("image-occlusion:")

typedef struct {
    bool is_there[ANKI_CLOZE_MAX + 1]; /* by number */
} Seen;

typedef struct {
    int32_t *numbers; /* "c1,3": both */
    int32_t number_count;
    Str hint;
    bool is_picture;
} Blank;

typedef enum { PIECE_TEXT, PIECE_OPEN, PIECE_CLOSE } PieceKind;

typedef struct {
    PieceKind kind;
    Str text; /* as it stands there */
    size_t blank;
    int depth; /* blanks around it; of an end as of its beginning */
} Piece;

struct AnkiCloze {
    Piece *pieces;
    size_t count;
    Blank *blanks;
    size_t blank_count;
    int32_t numbers[ANKI_CLOZE_MAX_CARDS];
    int32_t number_count;
    bool has_more, has_pictures;
};

/* --- reading --- */

typedef struct {
    AnkiCloze *cloze;
    Arena *arena;
    size_t open[ANKI_CLOZE_MAX_DEPTH]; /* pieces */
    int depth;
} Reader;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Bytes of "{{c1::" or "{{c1,2::" at the front; 0: something else stands there. */
static size_t open_size(Str rest)
{
    if (!str_starts(rest, STR("{{c"))) return 0;
    size_t at = 3;
    while (at < rest.size && (is_digit(rest.data[at]) || rest.data[at] == ',')) at++;
    bool is_open = at > 3 && str_starts(str_slice(rest, at, rest.size), STR("::"));
    return is_open ? at + 2 : 0;
}

bool anki_cloze_is_in(Str text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '{' && open_size(str_slice(text, i, text.size)) > 0) return true;
    return false;
}

static size_t token_size(Str rest)
{
    size_t size = *rest.data == '{' ? open_size(rest) : 0;
    return size ? size : str_starts(rest, STR("}}")) ? 2 : 0;
}

static void read_numbers(Blank *blank, Str token, Arena *arena)
{
    size_t most = 1;
    for (size_t i = 0; i < token.size; i++) most += token.data[i] == ',';
    blank->numbers = ARENA_NEW_N(arena, int32_t, most);
    int32_t number = 0;
    for (size_t i = 3; i < token.size; i++) {
        if (is_digit(token.data[i])) {
            if (number <= ANKI_CLOZE_MAX) number = 10 * number + (token.data[i] - '0');
            continue;
        }
        if (number > 0 && number <= ANKI_CLOZE_MAX) blank->numbers[blank->number_count++] = number;
        number = 0;
    }
}

static void add_piece(Reader *reader, PieceKind kind, Str text, size_t blank)
{
    if (text.size == 0) return;
    reader->cloze->pieces[reader->cloze->count++] = (Piece){kind, text, blank, reader->depth};
}

static void open_blank(Reader *reader, Str token)
{
    AnkiCloze *cloze = reader->cloze;
    if (reader->depth == ANKI_CLOZE_MAX_DEPTH) {
        cloze->has_more = true;
        add_piece(reader, PIECE_TEXT, token, 0);
        return;
    }
    Blank *blank = &cloze->blanks[cloze->blank_count];
    *blank = (Blank){.hint = STR("")};
    read_numbers(blank, token, reader->arena);
    reader->open[reader->depth] = cloze->count;
    add_piece(reader, PIECE_OPEN, token, cloze->blank_count++);
    reader->depth++;
}

/* What stands behind "::" in the blank itself is its hint. */
static void find_hint(Reader *reader, Blank *blank, size_t from)
{
    AnkiCloze *cloze = reader->cloze;
    for (size_t i = from; i < cloze->count; i++) {
        Piece *piece = &cloze->pieces[i];
        if (piece->kind != PIECE_TEXT || piece->depth != reader->depth + 1) continue;
        if (i == from && str_starts(piece->text, HIDDEN_PICTURE)) blank->is_picture = true;
        for (size_t at = 0; at + 2 <= piece->text.size; at++) {
            if (!str_starts(str_slice(piece->text, at, piece->text.size), STR("::"))) continue;
            blank->hint = str_trim(str_slice(piece->text, at + 2, piece->text.size));
            piece->text = str_slice(piece->text, 0, at);
            return;
        }
    }
}

static void close_blank(Reader *reader, Str token)
{
    if (reader->depth == 0) {
        add_piece(reader, PIECE_TEXT, token, 0);
        return;
    }
    AnkiCloze *cloze = reader->cloze;
    size_t open = reader->open[--reader->depth], number = cloze->pieces[open].blank;
    Blank *blank = &cloze->blanks[number];
    find_hint(reader, blank, open + 1);
    if (blank->is_picture) {
        cloze->has_pictures = true;
        blank->number_count = 0;
    }
    add_piece(reader, PIECE_CLOSE, token, number);
}

/* Blanks that are never closed are text. */
static void drop_open(Reader *reader)
{
    while (reader->depth > 0) {
        Piece *piece = &reader->cloze->pieces[reader->open[--reader->depth]];
        piece->kind = PIECE_TEXT;
        reader->cloze->blanks[piece->blank].number_count = 0;
    }
}

static void collect_numbers(AnkiCloze *cloze, Arena *arena)
{
    Seen *seen = ARENA_NEW(arena, Seen);
    for (size_t i = 0; i < cloze->blank_count; i++)
        for (int32_t n = 0; n < cloze->blanks[i].number_count; n++)
            seen->is_there[cloze->blanks[i].numbers[n]] = true;
    for (int32_t number = 1; number <= ANKI_CLOZE_MAX; number++) {
        if (!seen->is_there[number]) continue;
        if (cloze->number_count < ANKI_CLOZE_MAX_CARDS)
            cloze->numbers[cloze->number_count++] = number;
        else
            cloze->has_more = true;
    }
}

static AnkiCloze *make(Str text, Arena *arena)
{
    size_t tokens = 0;
    for (size_t at = 0; at < text.size;) {
        size_t size = token_size(str_slice(text, at, text.size));
        tokens += size > 0;
        at += size ? size : 1;
    }
    AnkiCloze *cloze = ARENA_NEW(arena, AnkiCloze);
    cloze->pieces = ARENA_NEW_N(arena, Piece, 2 * tokens + 1);
    cloze->blanks = ARENA_NEW_N(arena, Blank, tokens + 1);
    return cloze;
}

AnkiCloze *anki_cloze_read(Str text, Arena *arena)
{
    Reader reader = {.cloze = make(text, arena), .arena = arena};
    size_t from = 0;
    for (size_t at = 0; at < text.size;) {
        size_t size = token_size(str_slice(text, at, text.size));
        if (size == 0) {
            at++;
            continue;
        }
        add_piece(&reader, PIECE_TEXT, str_slice(text, from, at), 0);
        Str token = str_slice(text, at, at + size);
        if (*token.data == '{')
            open_blank(&reader, token);
        else
            close_blank(&reader, token);
        from = at = at + size;
    }
    add_piece(&reader, PIECE_TEXT, str_slice(text, from, text.size), 0);
    drop_open(&reader);
    collect_numbers(reader.cloze, arena);
    return reader.cloze;
}

const int32_t *anki_cloze_numbers(const AnkiCloze *cloze, int32_t *count)
{
    *count = cloze->number_count;
    return cloze->numbers;
}

bool anki_cloze_has_more(const AnkiCloze *cloze)
{
    return cloze->has_more;
}

bool anki_cloze_has_pictures(const AnkiCloze *cloze)
{
    return cloze->has_pictures;
}

/* --- cards --- */

static bool has_number(const Blank *blank, int32_t number)
{
    for (int32_t i = 0; i < blank->number_count; i++)
        if (blank->numbers[i] == number) return true;
    return false;
}

static size_t find_close(const AnkiCloze *cloze, size_t open)
{
    size_t at = open + 1;
    while (cloze->pieces[at].kind != PIECE_CLOSE || cloze->pieces[at].blank != cloze->pieces[open].blank)
        at++;
    return at;
}

Str anki_cloze_question(const AnkiCloze *cloze, int32_t number, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    for (size_t i = 0; i < cloze->count; i++) {
        const Piece *piece = &cloze->pieces[i];
        if (piece->kind == PIECE_TEXT) str_buf_add(&out, piece->text);
        if (piece->kind != PIECE_OPEN) continue;
        const Blank *blank = &cloze->blanks[piece->blank];
        bool is_asked = has_number(blank, number);
        if (is_asked) str_buf_addf(&out, "[%.*s]", STR_FMT(blank->hint.size ? blank->hint : STR("…")));
        if (is_asked || blank->is_picture) i = find_close(cloze, i);
    }
    return str_buf_str(&out);
}

static void add_inside(const AnkiCloze *cloze, size_t from, size_t end, StrBuf *out)
{
    for (size_t i = from; i < end; i++)
        if (cloze->pieces[i].kind == PIECE_TEXT) str_buf_add(out, cloze->pieces[i].text);
}

Str anki_cloze_answer(const AnkiCloze *cloze, int32_t number, Arena *arena)
{
    StrBuf out;
    str_buf_init(&out, arena);
    for (size_t i = 0; i < cloze->count; i++) {
        const Piece *piece = &cloze->pieces[i];
        if (piece->kind != PIECE_OPEN || !has_number(&cloze->blanks[piece->blank], number)) continue;
        size_t end = find_close(cloze, i);
        if (out.size > 0) str_buf_add(&out, STR(", "));
        add_inside(cloze, i + 1, end, &out);
        i = end;
    }
    return str_buf_str(&out);
}
