/* What formats, encodings and separators are called, by people and on the command line. */
#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "formats/import.h"

typedef struct {
    const char *name, *label;
} Words;

static const Words formats[IMPORT_FORMAT_COUNT] = {
    [IMPORT_AUTO] = {"auto", "As found"},
    [IMPORT_TABLE] = {"table", "Table or list"},
    [IMPORT_BLOCKS] = {"blocks", "Blocks"},
    [IMPORT_MARKDOWN] = {"markdown", "Markdown table"},
    [IMPORT_QUESTIONS] = {"questions", "Questions and answers"},
    [IMPORT_COLONS] = {"colons", "Term :: definition"},
    [IMPORT_ANKI_TEXT] = {"anki-text", "Anki text"},
    [IMPORT_ANKI_PACKAGE] = {"anki", "Anki package"},
    [IMPORT_JSON] = {"json", "JSON"},
    [IMPORT_DECK] = {"deck", "Matchwick deck"},
};

const char *import_format_name(ImportFormat format)
{
    assert(format < IMPORT_FORMAT_COUNT);
    return formats[format].name;
}

const char *import_format_label(ImportFormat format)
{
    assert(format < IMPORT_FORMAT_COUNT);
    return formats[format].label;
}

static bool is_word(Str said, const char *word)
{
    return said.size == strlen(word) && strncasecmp(said.data, word, said.size) == 0;
}

bool import_format_find(Str name, ImportFormat *out)
{
    static const char *const tables[] = {"csv", "tsv", "quizlet"};
    for (int i = 0; i < IMPORT_FORMAT_COUNT; i++) {
        *out = (ImportFormat)i;
        if (is_word(name, formats[i].name)) return true;
    }
    *out = IMPORT_TABLE;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (is_word(name, tables[i])) return true;
    return false;
}

static const char *const encoding_labels[ENCODING_COUNT] = {
    [ENCODING_FOUND] = "As found",
    [ENCODING_UTF8] = "UTF-8",
    [ENCODING_UTF16_LE] = "UTF-16 LE",
    [ENCODING_UTF16_BE] = "UTF-16 BE",
    [ENCODING_WINDOWS_1252] = "Windows-1252",
};

const char *import_encoding_label(ImportEncoding encoding)
{
    assert(encoding < ENCODING_COUNT);
    return encoding_labels[encoding];
}

/* Without signs and spaces. */
bool import_encoding_find(Str name, ImportEncoding *out)
{
    static const struct {
        const char *name;
        ImportEncoding encoding;
    } names[] = {
        {"auto", ENCODING_FOUND},
        {"utf8", ENCODING_UTF8},
        {"utf16le", ENCODING_UTF16_LE},
        {"utf16be", ENCODING_UTF16_BE},
        {"windows1252", ENCODING_WINDOWS_1252},
        {"cp1252", ENCODING_WINDOWS_1252},
        {"latin1", ENCODING_WINDOWS_1252},
        {"iso88591", ENCODING_WINDOWS_1252},
    };
    char plain[16];
    size_t size = 0;
    for (size_t i = 0; i < name.size && size < sizeof plain; i++)
        if (!strchr("-_ ", name.data[i])) plain[size++] = name.data[i];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        *out = names[i].encoding;
        if (is_word((Str){plain, size}, names[i].name)) return true;
    }
    return false;
}

/* --- separators --- */

static const struct {
    const char *name, *label;
    Str bytes;
} separators[] = {
    {"tab", "Tab", STR_INIT("\t")},
    {"comma", "Comma", STR_INIT(",")},
    {"semicolon", "Semicolon", STR_INIT(";")},
    {"pipe", "Pipe", STR_INIT("|")},
    {"colon", "Colon", STR_INIT(":")},
    {"dash", "Dash", STR_INIT(" - ")},
    {"space", "Space", STR_INIT(" ")},
    {"newline", "New line", STR_INIT("\n")},
    {"blank-line", "Empty line", STR_INIT("\n\n")},
};
#define SEPARATORS (sizeof separators / sizeof *separators)

/* "\t", "\n", "\r" and "\\" are what they stand for; any other backslash is itself. */
static Str undo_escapes(Str said, Arena *arena)
{
    char *out = arena_alloc(arena, said.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < said.size; i++) {
        const char *escape =
            said.data[i] == '\\' && i + 1 < said.size ? strchr("tnr\\", said.data[i + 1]) : NULL;
        bool is_escape = escape && *escape;
        if (is_escape) i++;
        out[size++] = !is_escape       ? said.data[i]
                      : *escape == 't' ? '\t'
                      : *escape == 'n' ? '\n'
                      : *escape == 'r' ? '\r'
                                       : '\\';
    }
    return (Str){out, size};
}

bool import_separator_read(Str said, Arena *arena, Str *out, Err *err)
{
    for (size_t i = 0; i < SEPARATORS; i++) {
        *out = separators[i].bytes;
        if (is_word(said, separators[i].name)) return true;
    }
    *out = undo_escapes(said, arena);
    if (out->size == 0) return err_set(err, "a separator is at least one character");
    if (text_find_invalid_utf8(*out) != TEXT_NO_OFFSET) return err_set(err, "a separator is text of UTF-8");
    return out->size <= IMPORT_MAX_SEPARATOR ||
           err_set(err, "a separator has at most %d bytes, not %zu", IMPORT_MAX_SEPARATOR, out->size);
}

Str import_separator_label(Str separator, Arena *arena)
{
    for (size_t i = 0; i < SEPARATORS; i++)
        if (str_is(separator, separators[i].bytes)) return str_of(separators[i].label);
    StrBuf label;
    str_buf_init(&label, arena);
    str_buf_add(&label, STR("“"));
    for (size_t i = 0; i < separator.size; i++) {
        char c = separator.data[i];
        str_buf_add(&label, c == '\n'   ? STR("\\n")
                            : c == '\t' ? STR("\\t")
                            : c == '\r' ? STR("\\r")
                                        : str_slice(separator, i, i + 1));
    }
    str_buf_add(&label, STR("”"));
    return str_buf_str(&label);
}
