#include "formats/import.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "deck/deck_read.h"
#include "formats/import_detect.h"
#include "formats/import_sink.h"
#include "formats/import_text.h"

struct Import {
    Arena arena;      /* this and the texts that were decoded */
    const char *path; /* that can be read again; NULL: pasted, or a pipe */
    Str name;         /* for messages */
    Str title;        /* where the file says none */
    Str head;         /* the first bytes */
    Arena raw_arena;
    Str raw; /* all bytes; empty for a package that has a path, and once a text was decoded from the path */
    bool is_raw_there;
    bool is_guessed;
    ImportEncoding found; /* ENCODING_FOUND: not looked for yet */
    bool is_decoded[ENCODING_COUNT];
    ImportText texts[ENCODING_COUNT];
};

void import_choices_init(ImportChoices *choices)
{
    *choices = (ImportChoices){.group = 0};
    for (int kind = 0; kind < IMPORT_MAX_KINDS; kind++)
        for (int role = 0; role < COLUMN_ROLE_COUNT; role++) choices->columns[kind][role] = COLUMN_BY_FILE;
}

/* --- opening --- */

static Import *make(Str name, Str title)
{
    Arena arena;
    arena_init(&arena, 0);
    Import *import = ARENA_NEW(&arena, Import);
    import->name = str_copy(&arena, name);
    import->title = str_copy(&arena, text_repair(&arena, title)); /* a file's name may be of any bytes */
    import->arena = arena;
    arena_init(&import->raw_arena, 0);
    return import;
}

static Import *fail(Import *import)
{
    import_close(import);
    return NULL;
}

static void keep_raw(Import *import, Str raw)
{
    import->raw = raw;
    import->is_raw_there = true;
    import->head = str_slice(raw, 0, raw.size < IMPORT_HEAD_BYTES ? raw.size : IMPORT_HEAD_BYTES);
}

/* The head of a file that can be read again; empty for any other. */
static Str read_head(Import *import, const char *path)
{
    FileInfo info;
    bool is_file = file_info(path, &info) && !info.is_folder && info.size > 0;
    FILE *file = is_file ? fopen(path, "rb") : NULL;
    if (!file) return STR("");
    char *head = arena_alloc(&import->arena, IMPORT_HEAD_BYTES);
    size_t size = fread(head, 1, IMPORT_HEAD_BYTES, file);
    fclose(file);
    return (Str){head, size};
}

Import *import_open_file(const char *path, Err *err)
{
    Import *import = make(str_of(path), deck_file_stem(str_of(path)));
    import->head = read_head(import, path);
    if (import->head.size > 0) import->path = import->name.data;
    if (import_is_zip(import->head)) {
        FileInfo info;
        if (file_info(path, &info) && info.size <= IMPORT_MAX_BYTES) return import;
    }
    Str raw;
    if (!file_read(path, IMPORT_MAX_BYTES, &import->raw_arena, &raw, err)) return fail(import);
    keep_raw(import, raw);
    return import;
}

Import *import_open_text(Str text, Str name, Err *err)
{
    Import *import = make(name, name);
    if (text.size > IMPORT_MAX_BYTES) {
        err_set(err, "%.*s: is too big: %zu bytes, and at most %u are read", STR_FMT(name), text.size,
                IMPORT_MAX_BYTES);
        return fail(import);
    }
    keep_raw(import, str_copy(&import->raw_arena, text));
    return import;
}

void import_close(Import *import)
{
    if (!import) return;
    Arena arena = import->arena;
    arena_deinit(&import->raw_arena);
    arena_deinit(&arena);
}

/* --- text --- */

static bool look_at_raw(Import *import, const ImportChoices *choices, Err *err)
{
    if (!import->is_raw_there) return true;
    const char *why = choices->encoding == ENCODING_FOUND ? import_why_no_text(import->raw) : NULL;
    if (why) return err_set(err, "%s", why);
    if (import->found == ENCODING_FOUND) import->found = import_text_find(import->raw, &import->is_guessed);
    return true;
}

/* Bytes that are not the text itself need not be held beside it, where they can be read again. */
static void drop_raw(Import *import, ImportEncoding encoding)
{
    if (!import->path || !import->is_raw_there || import_text_is_plain(import->raw, encoding)) return;
    for (int i = 0; i < ENCODING_COUNT; i++)
        if (import->is_decoded[i]) return; /* an earlier result may look into them */
    arena_deinit(&import->raw_arena);
    import->raw = STR("");
    import->is_raw_there = false;
}

static bool decode(Import *import, ImportEncoding encoding, Err *err)
{
    if (import->is_decoded[encoding]) return true;
    ImportText *text = &import->texts[encoding];
    int32_t wrong_line = 0;
    if (import->is_guessed && encoding == import->found && import->is_raw_there)
        wrong_line = import_text_line(import->raw, text_find_invalid_utf8(import->raw));
    drop_raw(import, encoding);
    const char *path = import->is_raw_there ? NULL : import->path;
    if (!import_text_decode(path, import->raw, encoding, &import->arena, text, err)) return false;
    if (wrong_line) {
        text->is_guessed = true;
        text->wrong_line = wrong_line;
    }
    import->is_decoded[encoding] = true;
    return true;
}

static bool check_text(const ImportSource *source, Err *err)
{
    const char *zero = memchr(source->text.data, '\0', source->text.size);
    if (zero)
        return import_error(source, import_text_line(source->text, (size_t)(zero - source->text.data)), err,
                            "is no text: there is a zero byte in it");
    return !str_is_blank(str_trim(source->text)) || import_error(source, 0, err, "is empty");
}

static void tell_encoding(const ImportText *text, ImportSink *sink)
{
    sink->result->encoding = text->encoding;
    sink->result->is_encoding_guessed = text->is_guessed;
    if (text->is_guessed)
        import_notice(sink, NOTICE_DOUBT, text->wrong_line, "is not UTF-8, so the file is read as %s",
                      import_encoding_label(text->encoding));
    if (text->wrong > 0)
        import_notice(sink, NOTICE_DOUBT, text->is_guessed ? 0 : text->wrong_line,
                      "%zu byte%s not %s and became “\xef\xbf\xbd”", text->wrong,
                      text->wrong == 1   ? " is"
                      : text->is_guessed ? "s are"
                                         : "s from here on are",
                      import_encoding_label(text->encoding));
}

/* --- reading --- */

static bool read_format(ImportFormat format, const ImportSource *source, ImportSink *sink, Err *err)
{
    switch (format) {
    case IMPORT_TABLE: return import_table_read(source, sink, err);
    case IMPORT_BLOCKS: return import_blocks_read(source, sink, err);
    case IMPORT_MARKDOWN: return import_markdown_read(source, sink, err);
    case IMPORT_QUESTIONS: return import_questions_read(source, sink, err);
    case IMPORT_COLONS: return import_colons_read(source, sink, err);
    case IMPORT_ANKI_TEXT: return import_anki_text_read(source, sink, err);
    case IMPORT_ANKI_PACKAGE: return import_anki_package_read(source, sink, err);
    case IMPORT_JSON:
    case IMPORT_DECK: return import_json_read(source, sink, err);
    case IMPORT_AUTO:
    case IMPORT_FORMAT_COUNT: break;
    }
    return import_error(source, 0, err, "is of no kind that can be read");
}

static bool read_package(Import *import, ImportSink *sink, Err *err)
{
    ImportSource source = {.path = import->path, .bytes = import->raw, .name = import->name};
    ImportFormat chosen = sink->choices->format;
    if (chosen != IMPORT_AUTO && chosen != IMPORT_ANKI_PACKAGE)
        return import_error(&source, 0, err, "is a ZIP archive, and no %s", import_format_label(chosen));
    sink->result->format = IMPORT_ANKI_PACKAGE;
    return import_anki_package_read(&source, sink, err);
}

static bool read_text(Import *import, ImportSink *sink, Err *err)
{
    const ImportChoices *choices = sink->choices;
    ImportSource source = {.name = import->name};
    if (choices->format == IMPORT_ANKI_PACKAGE)
        return import_error(&source, 0, err, "is no Anki package: that is a ZIP archive");
    if (!look_at_raw(import, choices, err)) return false;
    ImportEncoding encoding = choices->encoding == ENCODING_FOUND ? import->found : choices->encoding;
    if (!decode(import, encoding, err)) return false;
    source.text = import->texts[encoding].text;
    if (!check_text(&source, err)) return false;
    ImportFormat format = choices->format;
    if (format == IMPORT_AUTO) format = import_detect(&source, choices, sink->scratch);
    sink->result->format = format;
    if (!read_format(format, &source, sink, err)) return false;
    tell_encoding(&import->texts[encoding], sink);
    return true;
}

static bool read_any(Import *import, ImportSink *sink, Err *err)
{
    if (import_is_zip(import->head)) return read_package(import, sink, err);
    if (import_is_sqlite(import->head))
        return err_set(err,
                       "is a database: in Anki choose Export and “Anki Deck Package”, and import that file");
    return read_text(import, sink, err);
}

/* What was dropped tells best why. */
static bool check_cards(const ImportSource *source, const ImportResult *result, Err *err)
{
    if (result->count > 0) return true;
    for (size_t i = 0; i < result->notice_count; i++)
        if (result->notices[i].kind == NOTICE_DROPPED)
            return import_error(source, result->notices[i].line, err,
                                "%.*s; no card comes of the file, taken for: %s",
                                STR_FMT(result->notices[i].text), import_format_label(result->format));
    return import_error(source, 0, err, "there is no card in it, taken for: %s",
                        import_format_label(result->format));
}

static bool name_file(const Import *import, Err *err)
{
    if (!str_starts(str_of(err->text), import->name)) err_wrap(err, "%.*s", STR_FMT(import->name));
    return false;
}

bool import_read(Import *import, const ImportChoices *choices, Arena *arena, ImportResult *out, Err *err)
{
    Arena scratch;
    Err own = {0};
    arena_init(&scratch, 0);
    *out = (ImportResult){.format = choices->format};
    ImportSink sink = {.choices = choices, .result = out, .arena = arena, .scratch = &scratch};
    import_sink_begin(&sink);
    bool is_read = read_any(import, &sink, &own);
    import_sink_end(&sink);
    import_sink_close(&sink);
    arena_deinit(&scratch);
    if (!is_read) (void)name_file(import, &own);
    if (str_is_blank(out->head.title)) out->head.title = import->title;
    is_read = is_read && check_cards(&(ImportSource){.name = import->name}, out, &own);
    return is_read || err_set(err, "%s", own.text);
}
