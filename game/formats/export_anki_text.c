#include "formats/csv_write.h"
#include "formats/export_anki.h"

/* Anki's text: https://docs.ankiweb.net/importing/text-files.html. Columns: the guid, the fields, the tags.
 */
#define GUID_COLUMN 1
#define TAGS_COLUMN (GUID_COLUMN + EXPORT_ANKI_FIELDS + 1)

static void add_column(Exporting *exporting, Str column, const char *behind)
{
    /* A record that begins with "#" is a comment. */
    bool is_quoted = str_has(column, STR("\"")) || str_has(column, STR("\t")) || str_starts(column, STR("#"));
    if (is_quoted)
        csv_write_quoted(&exporting->out, column);
    else
        str_buf_add(&exporting->out, column);
    str_buf_add(&exporting->out, str_of(behind));
}

static void write_note(Exporting *exporting, const DeckCard *card)
{
    AnkiNote note = export_anki_note(exporting, card);
    add_column(exporting, export_one_line(exporting, note.guid), "\t");
    for (int i = 0; i < EXPORT_ANKI_FIELDS; i++) add_column(exporting, note.fields[i], "\t");
    add_column(exporting, note.tags, "\n");
}

void export_write_anki_text(Exporting *exporting)
{
    StrBuf *out = &exporting->out;
    Str title = export_one_line(exporting, export_title(exporting));
    str_buf_add(out, STR("#separator:tab\n#html:true\n#notetype:Basic\n"));
    str_buf_addf(out, "#deck:%.*s\n", STR_FMT(title));
    str_buf_addf(out, "#guid column:%d\n#tags column:%d\n#columns:Guid", GUID_COLUMN, TAGS_COLUMN);
    for (int i = 0; i < EXPORT_ANKI_FIELDS; i++) str_buf_addf(out, "\t%s", export_anki_field_names[i]);
    str_buf_add(out, STR("\tTags\n"));
    export_each(exporting, CARD_ALL_FIELDS, write_note);
}
