#include "formats/export_parts.h"
#include "formats/html_escape.h"
#include "formats/sheet_fit.h"

/* Both kinds of sheet fit A4 and Letter with margins of 10 mm. */
#define ROWS         5
#define COLUMNS      2
#define CARDS_A_PAGE (ROWS * COLUMNS)

/* Within a card's margins; a row to fold may grow, a card to cut may not. */
static const SheetBox fold_box = {84000, 28000}, cut_box = {84000, 42000};

static const char style[] =
    "@page{margin:10mm}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;color:#000;background:#fff;font-family:\"Noto Sans\",\"DejaVu Sans\",sans-serif;"
    "line-height:1.3}\n"
    ".note,.head{width:184mm;margin:0 auto}\n"
    ".note{padding:4mm 0;font-size:11pt;color:#444}\n"
    ".head{height:6mm;font-size:7.5pt;color:#555;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}\n"
    ".row{display:flex;width:184mm;margin:0 auto;break-inside:avoid}\n"
    ".side{display:flex;width:92mm;padding:4mm;align-items:center;justify-content:center;"
    "border:0.2mm solid #999;margin:0 0 -0.2mm -0.2mm;text-align:center}\n"
    ".side>div{max-width:100%;white-space:pre-wrap;overflow-wrap:anywhere}\n"
    ".fold .side{min-height:36mm}\n"
    ".fold .term{border-right:0.3mm dashed #777}\n"
    ".fold .definition{border-left:none}\n"
    ".page{break-after:page}\n"
    ".page:last-child{break-after:auto}\n"
    ".cut .side{height:50mm;overflow:hidden}\n"
    ".s5,.s6{text-align:start}\n"
    "@media print{.note{display:none}}\n"
    "@media screen{.page{margin:6mm 0}}\n";

static void add(Exporting *exporting, const char *html)
{
    str_buf_add(&exporting->out, str_of(html));
}

static void add_attribute(Exporting *exporting, const char *name, Str value)
{
    if (value.size == 0) return;
    str_buf_addf(&exporting->out, " %s=\"", name);
    html_escape(&exporting->out, value);
    add(exporting, "\"");
}

static void add_style(Exporting *exporting)
{
    add(exporting, "<style>\n");
    add(exporting, style);
    for (int i = 0; i < SHEET_STEPS; i++)
        str_buf_addf(&exporting->out, ".s%d{font-size:%d.%dpt}\n", i, sheet_half_points[i] / 2,
                     sheet_half_points[i] % 2 * 5);
    add(exporting, "</style>\n");
}

/* Nothing may be loaded or run, whatever a text has in it. */
static void add_head(Exporting *exporting, const char *kind, const char *note)
{
    add(exporting, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                   "'unsafe-inline'\">\n<title>");
    html_escape(&exporting->out, export_title(exporting));
    add(exporting, "</title>\n");
    add_style(exporting);
    str_buf_addf(&exporting->out, "</head>\n<body class=\"%s\">\n<p class=\"note\">%s</p>\n", kind, note);
}

/* The deck and whose it is, on paper too. */
static void add_title(Exporting *exporting, Str place)
{
    const Str parts[] = {export_title(exporting), place, deck_author(exporting->deck),
                         deck_license(exporting->deck), deck_source(exporting->deck)};
    add(exporting, "<div class=\"head\" dir=\"auto\">");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].size == 0) continue;
        if (i > 0) add(exporting, " · ");
        html_escape(&exporting->out, parts[i]);
    }
    add(exporting, "</div>\n");
}

typedef struct {
    const char *name; /* of the style */
    Str text, language;
    SheetBox box;
    bool may_grow;
} SheetSide;

static void add_side(Exporting *exporting, const SheetSide *side)
{
    int step = sheet_fit(side->text, side->box);
    bool is_shortened = step == SHEET_STEPS && !side->may_grow;
    Str text = is_shortened ? sheet_shorten(side->text, side->box) : side->text;
    exporting->report->shortened += is_shortened;
    str_buf_addf(&exporting->out, "<div class=\"side %s\"><div class=\"s%d\" dir=\"auto\"", side->name,
                 step < SHEET_STEPS ? step : SHEET_STEPS - 1);
    add_attribute(exporting, "lang", side->language);
    add(exporting, ">");
    html_escape(&exporting->out, text);
    add(exporting, is_shortened ? "…</div></div>" : "</div></div>");
}

static SheetSide term_of(const Exporting *exporting, Str text)
{
    return (SheetSide){"term", text, deck_term_language(exporting->deck), fold_box, true};
}

static SheetSide definition_of(const Exporting *exporting, Str text)
{
    return (SheetSide){"definition", text, deck_definition_language(exporting->deck), fold_box, true};
}

/* --- to fold --- */

static void write_fold(Exporting *exporting, const DeckCard *card)
{
    SheetSide term = term_of(exporting, card->term), definition = definition_of(exporting, card->definition);
    add(exporting, "<div class=\"row\">");
    add_side(exporting, &term);
    add_side(exporting, &definition);
    add(exporting, "</div>\n");
}

/* --- to cut: a page of fronts, then a page of their backs, which lie mirrored behind them --- */

typedef struct {
    Exporting *exporting;
    uint32_t first, count;
    bool is_back;
} SheetPage;

static void add_card(const SheetPage *page, uint32_t number)
{
    Exporting *exporting = page->exporting;
    const ExportChoices *choices = exporting->choices;
    SheetSide side = term_of(exporting, STR(""));
    if (number < page->count) {
        uint32_t card = choices->cards ? choices->cards[page->first + number] : page->first + number;
        side = page->is_back ? definition_of(exporting, deck_wording(exporting->deck, card, 0))
                             : term_of(exporting, deck_term(exporting->deck, card));
    }
    side.box = cut_box;
    side.may_grow = false;
    add_side(exporting, &side);
}

static void add_page(const SheetPage *page, Str place)
{
    Exporting *exporting = page->exporting;
    add(exporting, "<div class=\"page\">\n");
    add_title(exporting, place);
    for (uint32_t row = 0; row < ROWS && row * COLUMNS < page->count; row++) {
        add(exporting, "<div class=\"row\">");
        for (uint32_t i = 0; i < COLUMNS; i++)
            add_card(page, row * COLUMNS + (page->is_back ? COLUMNS - 1 - i : i));
        add(exporting, "</div>\n");
    }
    add(exporting, "</div>\n");
}

static void ignore_card(Exporting *exporting, const DeckCard *card)
{
    (void)exporting;
    (void)card;
}

static void write_pages(Exporting *exporting)
{
    export_each(exporting, CARD_TERM | CARD_DEFINITION, ignore_card);
    uint32_t count = export_count(exporting), pages = (count + CARDS_A_PAGE - 1) / CARDS_A_PAGE;
    for (uint32_t i = 0; i < pages; i++) {
        uint32_t first = i * CARDS_A_PAGE, left = count - first;
        SheetPage page = {exporting, first, left < CARDS_A_PAGE ? left : CARDS_A_PAGE, false};
        arena_reset(exporting->card);
        add_page(&page, str_format(exporting->card, "fronts %u of %u", i + 1, pages));
        page.is_back = true;
        add_page(&page, str_format(exporting->card, "backs %u of %u", i + 1, pages));
    }
}

void export_write_sheet(Exporting *exporting)
{
    if (exporting->choices->format == EXPORT_SHEET_CUT) {
        add_head(exporting, "cut",
                 "Print on both sides, flipped on the long edge, at 100 %. Then cut along the lines.");
        write_pages(exporting);
    } else {
        add_head(exporting, "fold",
                 "Print on one side at 100 %. Cut along the lines, fold at the dashes, and glue.");
        add_title(exporting, STR(""));
        export_each(exporting, CARD_TERM | CARD_DEFINITION, write_fold);
    }
    add(exporting, "</body>\n</html>\n");
}
