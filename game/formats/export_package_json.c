#include <inttypes.h>

#include "base/json.h"
#include "deck/fingerprint.h"
#include "formats/export_package.h"
#include "formats/html_escape.h"

#define DEFAULT_DECK    1
#define DEFAULT_OPTIONS 1

static int64_t now_s(const Exporting *exporting)
{
    return exporting->choices->now_ms / 1000;
}

int64_t export_package_deck(const Exporting *exporting)
{
    uint8_t digits[FINGERPRINT_BYTES];
    fingerprint_of_bytes(export_title(exporting), digits);
    int64_t id = 1;
    for (int i = 0; i < 5; i++) id = id << 8 | digits[i];
    return id;
}

static void put_integers(JsonWriter *w, const char *name, const int64_t *items, int count)
{
    json_begin_array(w, name);
    for (int i = 0; i < count; i++) json_put_integer(w, NULL, items[i]);
    json_end_array(w);
}

static Str conf_json(const Exporting *exporting)
{
    const int64_t active[] = {export_package_deck(exporting)};
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_put_integer(&w, "nextPos", (int64_t)export_count(exporting) + 1);
    put_integers(&w, "activeDecks", active, 1);
    json_put_integer(&w, "curDeck", export_package_deck(exporting));
    json_put_integer(&w, "curModel", EXPORT_PACKAGE_NOTE_TYPE);
    json_put_string(&w, "sortType", STR("noteFld"));
    json_put_bool(&w, "sortBackwards", false);
    json_put_bool(&w, "addToCur", true);
    json_put_bool(&w, "estTimes", true);
    json_put_bool(&w, "dueCounts", true);
    json_put_integer(&w, "newSpread", 0);
    json_put_integer(&w, "timeLim", 0);
    json_put_integer(&w, "collapseTime", 1200);
    json_end_object(&w);
    return json_writer_finish(&w, exporting->arena, false);
}

/* --- note type --- */

static void write_field(JsonWriter *w, int ord)
{
    json_begin_object(w, NULL);
    json_put_string(w, "name", str_of(export_anki_field_names[ord]));
    json_put_integer(w, "ord", ord);
    json_put_bool(w, "sticky", false);
    json_put_bool(w, "rtl", false);
    json_put_string(w, "font", STR("Arial"));
    json_put_integer(w, "size", 20);
    json_begin_array(w, "media");
    json_end_array(w);
    json_end_object(w);
}

static void write_template(JsonWriter *w)
{
    json_begin_object(w, NULL);
    json_put_string(w, "name", STR("Card 1"));
    json_put_integer(w, "ord", 0);
    json_put_string(w, "qfmt",
                    STR("<div dir=\"auto\">{{Term}}</div>\n"
                        "{{#Hint}}<div class=\"hint\">{{hint:Hint}}</div>{{/Hint}}"));
    json_put_string(w, "afmt",
                    STR("<div dir=\"auto\">{{Term}}</div>\n\n<hr id=answer>\n\n"
                        "<div dir=\"auto\">{{Definition}}</div>"));
    json_put_string(w, "bqfmt", STR(""));
    json_put_string(w, "bafmt", STR(""));
    json_put_null(w, "did");
    json_end_object(w);
}

/* A card is made where the first field has something in it. */
static void write_requirement(JsonWriter *w)
{
    const int64_t fields[] = {0};
    json_begin_array(w, "req");
    json_begin_array(w, NULL);
    json_put_integer(w, NULL, 0);
    json_put_string(w, NULL, STR("any"));
    put_integers(w, NULL, fields, 1);
    json_end_array(w);
    json_end_array(w);
}

static void write_note_type(JsonWriter *w, const Exporting *exporting)
{
    json_begin_object(w, str_format(exporting->arena, "%" PRId64, EXPORT_PACKAGE_NOTE_TYPE).data);
    json_put_integer(w, "id", EXPORT_PACKAGE_NOTE_TYPE);
    json_put_string(w, "name", STR("Matchwick"));
    json_put_integer(w, "type", 0);
    json_put_integer(w, "mod", now_s(exporting));
    json_put_integer(w, "usn", -1);
    json_put_integer(w, "sortf", 0);
    json_put_integer(w, "did", export_package_deck(exporting));
    json_begin_array(w, "tmpls");
    write_template(w);
    json_end_array(w);
    json_begin_array(w, "flds");
    for (int i = 0; i < EXPORT_ANKI_FIELDS; i++) write_field(w, i);
    json_end_array(w);
    json_put_string(w, "css",
                    STR(".card { font-family: arial; font-size: 20px; text-align: center;"
                        " color: black; background-color: white; }\n.hint { font-size: 14px; }\n"));
    json_put_string(w, "latexPre",
                    STR("\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n"
                        "\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n"
                        "\\setlength{\\parindent}{0in}\n\\begin{document}\n"));
    json_put_string(w, "latexPost", STR("\\end{document}"));
    write_requirement(w);
    json_begin_array(w, "tags");
    json_end_array(w);
    json_begin_array(w, "vers");
    json_end_array(w);
    json_end_object(w);
}

static Str models_json(const Exporting *exporting)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    write_note_type(&w, exporting);
    json_end_object(&w);
    return json_writer_finish(&w, exporting->arena, false);
}

/* --- decks --- */

/* What the deck says of itself, and whose it is. */
static Str description_of(const Exporting *exporting)
{
    const Deck *deck = exporting->deck;
    const Str parts[] = {deck_description(deck), deck_author(deck), deck_license(deck), deck_source(deck)};
    StrBuf text;
    str_buf_init(&text, exporting->arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (text.size && parts[i].size) str_buf_add(&text, STR("\n"));
        html_escape(&text, parts[i]);
    }
    return str_buf_str(&text);
}

typedef struct {
    int64_t id;
    Str name, description;
} AnkiDeck;

static void write_deck(JsonWriter *w, const Exporting *exporting, const AnkiDeck *deck)
{
    static const char *const today[] = {"newToday", "revToday", "lrnToday", "timeToday"};
    const int64_t none[] = {0, 0};
    json_begin_object(w, str_format(exporting->arena, "%" PRId64, deck->id).data);
    json_put_integer(w, "id", deck->id);
    json_put_string(w, "name", deck->name);
    json_put_string(w, "desc", deck->description);
    json_put_integer(w, "mod", now_s(exporting));
    json_put_integer(w, "usn", -1);
    json_put_integer(w, "dyn", 0);
    json_put_integer(w, "conf", DEFAULT_OPTIONS);
    json_put_integer(w, "extendNew", 0);
    json_put_integer(w, "extendRev", 0);
    json_put_bool(w, "collapsed", false);
    json_put_bool(w, "browserCollapsed", false);
    for (size_t i = 0; i < sizeof today / sizeof *today; i++) put_integers(w, today[i], none, 2);
    json_end_object(w);
}

static Str decks_json(const Exporting *exporting)
{
    AnkiDeck first = {DEFAULT_DECK, STR("Default"), STR("")};
    AnkiDeck ours = {export_package_deck(exporting), export_title(exporting), description_of(exporting)};
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    write_deck(&w, exporting, &first);
    write_deck(&w, exporting, &ours);
    json_end_object(&w);
    return json_writer_finish(&w, exporting->arena, false);
}

/* --- options: those that Anki begins with --- */

static void write_new(JsonWriter *w)
{
    const int64_t minutes[] = {1, 10}, days[] = {1, 4, 0};
    json_begin_object(w, "new");
    put_integers(w, "delays", minutes, 2);
    put_integers(w, "ints", days, 3);
    json_put_integer(w, "initialFactor", 2500);
    json_put_integer(w, "order", 1);
    json_put_integer(w, "perDay", 20);
    json_put_bool(w, "bury", false);
    json_end_object(w);
}

static void write_review(JsonWriter *w)
{
    json_begin_object(w, "rev");
    json_put_integer(w, "perDay", 200);
    json_put_number(w, "ease4", 1.3);
    json_put_number(w, "hardFactor", 1.2);
    json_put_integer(w, "ivlFct", 1);
    json_put_integer(w, "maxIvl", 36500);
    json_put_bool(w, "bury", false);
    json_end_object(w);
}

static void write_lapse(JsonWriter *w)
{
    const int64_t minutes[] = {10};
    json_begin_object(w, "lapse");
    put_integers(w, "delays", minutes, 1);
    json_put_integer(w, "mult", 0);
    json_put_integer(w, "minInt", 1);
    json_put_integer(w, "leechFails", 8);
    json_put_integer(w, "leechAction", 1);
    json_end_object(w);
}

static Str dconf_json(const Exporting *exporting)
{
    JsonWriter w;
    json_writer_init(&w);
    json_begin_object(&w, NULL);
    json_begin_object(&w, "1");
    json_put_integer(&w, "id", DEFAULT_OPTIONS);
    json_put_string(&w, "name", STR("Default"));
    json_put_integer(&w, "mod", 0);
    json_put_integer(&w, "usn", 0);
    json_put_integer(&w, "maxTaken", 60);
    json_put_integer(&w, "timer", 0);
    json_put_bool(&w, "autoplay", true);
    json_put_bool(&w, "replayq", true);
    json_put_bool(&w, "dyn", false);
    write_new(&w);
    write_review(&w);
    write_lapse(&w);
    json_end_object(&w);
    json_end_object(&w);
    return json_writer_finish(&w, exporting->arena, false);
}

ExportPackageJson export_package_json(const Exporting *exporting)
{
    return (ExportPackageJson){
        .conf = conf_json(exporting),
        .models = models_json(exporting),
        .decks = decks_json(exporting),
        .dconf = dconf_json(exporting),
    };
}
