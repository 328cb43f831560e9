#include "screens/help.h"

#include <math.h>

#include "screens/help_state.h"
#include "screens/menu.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PICTURE_W 200
#define PICTURE_H 120
#define PAD       20
#define GAP       16

typedef struct {
    int page;
} HelpState;

static const LabelStyle title = {
    .size = T24, .weight = WEIGHT_BOLD, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
static const LabelStyle words = {
    .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_LEFT};

static int columns_of(const Ui *ui)
{
    return ui->in.text_percent <= 100 ? 2 : 1;
}

/* Very large text has no room for pictures beside it. */
static bool has_picture(const Ui *ui)
{
    return ui->in.text_percent < 200;
}

static float words_width(const Ui *ui, float card)
{
    return card - 2 * PAD - (has_picture(ui) ? PICTURE_W + PAD : 0);
}

static float card_height(Ui *ui, const HelpCard *card, float width)
{
    float text =
        ui_type(ui, T24).line + 8 + label_height(ui, str_of(card->words), &words, words_width(ui, width));
    return fmaxf(text, has_picture(ui) ? PICTURE_H : 0) + 2 * PAD;
}

/* All cards of a page are as high as its highest: they stand in lines. */
static float page_height(Ui *ui, const HelpPage *page, float width)
{
    float height = 0;
    for (int i = 0; i < page->count; i++) height = fmaxf(height, card_height(ui, &page->cards[i], width));
    return height;
}

/* A card can have the focus: so that keys move through the page, and its words are read out. */
static void put_card(Ui *ui, const HelpPage *page, int index, Rect rect)
{
    const HelpCard *card = &page->cards[index];
    ui_widget(ui, &(UiWidget){.id = ui_id_index(ui_id(page->label), index),
                              .role = ROLE_ROW,
                              .label = str_of(card->title),
                              .value = str_of(card->words),
                              .flags = UI_FOCUSABLE | (index == 0 ? (unsigned)UI_DEFAULT : 0u),
                              .rect = rect,
                              .radius = 24});
    paint_layer(ui, rect);
    paint_panel(ui, rect);
    Rect inside = layout_pad(rect, PAD, PAD);
    if (has_picture(ui)) {
        Rect picture = layout_cut_left(&inside, PICTURE_W, PAD);
        card->picture(ui, layout_center(picture, PICTURE_W, PICTURE_H));
    }
    label_draw(ui, layout_cut_top(&inside, ui_type(ui, T24).line, 8), str_of(card->title), &title);
    label_paragraph(ui, inside, str_of(card->words), &words);
    paint_layer_end(ui);
}

static void put_page(Ui *ui, const HelpPage *page, Rect view)
{
    int columns = columns_of(ui), lines = (page->count + columns - 1) / columns;
    float width = layout_column((Rect){0, 0, view.w - scroll_bar_width(), 0}, 0, columns, GAP).w;
    float card = page_height(ui, page, width);
    Rect content = scroll_begin(ui, ui_id_index(ui_id("help"), page->count), view,
                                (float)lines * card + (float)(lines - 1) * GAP);
    content.w = view.w - scroll_bar_width();
    for (int i = 0; i < page->count; i++) put_card(ui, page, i, layout_cell(content, i, columns, card, GAP));
    scroll_end(ui);
}

static void put_tabs(Ui *ui, HelpState *help, const HelpPage *pages, int count, Rect *rest)
{
    Str labels[8];
    for (int i = 0; i < count; i++) labels[i] = str_of(pages[i].label);
    ChipRow row = {.id = ui_id("help-page"),
                   .area = *rest,
                   .labels = labels,
                   .count = count,
                   .previous = ui_on_key_button(KEY_Q, PAD_LB),
                   .next = ui_on_key_button(KEY_E, PAD_RB),
                   .has_ends = true};
    layout_cut_top(rest, chip_row_height(ui, &row), GAP);
    chip_row_put(ui, &row, &help->page);
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    HelpState *help = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Intent intent = menu_header(ui, model, page.header, STR("How to play"), (Str){0});
    int count;
    const HelpPage *pages = help_pages(&count);
    Rect area = page.content;
    put_tabs(ui, help, pages, count, &area);
    put_page(ui, &pages[help->page], area);
    Hint hints[] = {hint_arrows(STR("Move"), true, true),
                    hint_say(ui_on_key_button(KEY_E, PAD_RB), STR("Next page")),
                    hint_say(ui_on_command(COMMAND_BACK), STR("Back"))};
    prompt_hints(ui, page.hints, hints, 3);
    return intent;
}

const ScreenKind help_screen = {
    .id = SCREEN_HELP,
    .name = "help",
    .state_size = sizeof(HelpState),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
