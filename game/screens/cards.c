#include "screens/cards.h"

#include "screens/cards_parts.h"
#include "screens/fix_card.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define PROGRESS_HEIGHT 8.0f
#define EDGE_ROOM       12.0f /* below the card */
#define STACK_ROOM      16.0f /* above it, for those behind */

Intent cards_input(CardsInputKind kind, int64_t number)
{
    return (Intent){.kind = INTENT_STUDY, .study = STUDY_CARDS, .input = (int32_t)kind, .number = number};
}

UiId cards_card_id(void)
{
    return ui_id("card");
}

static void load(void *state, Arena *arena, const Model *model, Str argument)
{
    (void)argument;
    CardsScreen *screen = state;
    if (!model->cards) return;
    tag_chooser_load(&screen->tags, arena, model);
    cards_jump_load(screen, arena, model);
}

static Intent put_header(Ui *ui, const Model *model, Rect area)
{
    const Cards *cards = model->cards;
    Header header = {.title = STR("Cards"),
                     .has_back = true,
                     .player = model->player.name,
                     .player_color = model->player.color};
    if (cards && cards->count > 0) {
        header.title = format_number(ui->frame, cards->at + 1);
        header.rest = str_format(ui->frame, "/ %s", format_number(ui->frame, cards->count).data);
    }
    if (cards) header.note = deck_title(model->deck.deck);
    return header_put(ui, area, &header) == HEADER_BACK ? (Intent){.kind = INTENT_BACK} : intent_none();
}

static Intent open_reading(CardsScreen *screen)
{
    screen->dialog = CARDS_READING;
    return intent_none();
}

static Intent open_options(CardsScreen *screen)
{
    screen->dialog = CARDS_OPTIONS;
    return intent_none();
}

static Intent fix(const Model *model)
{
    const Deck *deck = model->deck.deck;
    return fix_card(model->deck.id, deck_card_id(deck, model->cards->place.card));
}

/* What has no place on the card or below it; first what does not fit on it whole. */
static Intent put_hints(Ui *ui, CardsScreen *screen, const Model *model, bool is_whole, Rect bar)
{
    const Cards *cards = model->cards;
    Hint hints[] = {
        hint_do(ui_on_key_button(KEY_R, PAD_LEFT_STICK), STR("Read it all")),
        hint_do(ui_on_key_button(KEY_O, PAD_BACK), STR("Options")),
        hint_do(ui_on_key_button(KEY_P, PAD_START), cards->is_playing ? STR("Stop") : STR("Autoplay")),
        hint_do(ui_on_key_button(KEY_J, PAD_RIGHT_STICK), STR("Jump")),
        hint_do(ui_on_key(KEY_B), cards->place.is_both ? STR("One side") : STR("Both sides")),
        hint_do(ui_on_key(KEY_F6), STR("Fix this card"))}; /* by pad from the options */
    int first = is_whole ? 1 : 0, count = cards->count > 0 ? 6 - first : 1;
    switch (prompt_hints(ui, bar, hints + first, count) + first) {
    case 0: return is_whole ? intent_none() : open_reading(screen);
    case 1: return open_options(screen);
    case 2: return cards_input(CARDS_PLAY, 0);
    case 3: return cards_jump_open(screen);
    case 4: return cards_input(CARDS_BOTH, 0);
    case 5: return fix(model);
    default: return intent_none();
    }
}

static bool is_free(const CardsScreen *screen)
{
    return screen->dialog == CARDS_NO_DIALOG && !screen->tags.is_open;
}

/* A dialog stops the cards that turn by themselves. */
static Intent play_on(Ui *ui, const CardsScreen *screen, const Cards *cards)
{
    if (!cards->is_playing) return intent_none();
    if (!is_free(screen)) return cards_input(CARDS_PLAY, 0);
    ui_wake_at(ui, cards->turn_ms);
    return ui->in.now_ms >= cards->turn_ms ? cards_input(CARDS_TIME, 0) : intent_none();
}

static Intent put_dialogs(Ui *ui, CardsScreen *screen, const Model *model)
{
    Intent intent = tag_chooser_put(ui, &screen->tags, model);
    switch (screen->dialog) {
    case CARDS_NO_DIALOG: break;
    case CARDS_OPTIONS: return menu_first(intent, cards_options_put(ui, screen, model));
    case CARDS_JUMPING: return menu_first(intent, cards_jump_put(ui, screen, model));
    case CARDS_READING: cards_reading_put(ui, screen, model); break;
    }
    return intent;
}

static Intent put_body(Ui *ui, CardsScreen *screen, const Model *model, const LayoutPage *page)
{
    const Cards *cards = model->cards;
    Rect area = page->content;
    bool is_whole = true;
    Rect tools = layout_cut_bottom(&area, button_height(ui, false), 20);
    Rect bar = layout_cut_bottom(&area, PROGRESS_HEIGHT, EDGE_ROOM + 20);
    layout_cut_top(&area, STACK_ROOM, 0);
    if (screen->wants_focus) ui_focus(ui, cards_card_id());
    screen->wants_focus = false;
    Intent intent = cards->count > 0 ? cards_stack_put(ui, screen, model, area, &is_whole)
                                     : cards_empty_put(ui, model, area);
    cards_progress_draw(ui, cards, bar);
    intent = menu_first(intent, cards_tools_put(ui, screen, model, tools));
    intent = menu_first(intent, put_hints(ui, screen, model, is_whole, page->hints));
    intent = menu_first(intent, put_dialogs(ui, screen, model));
    return menu_first(intent, play_on(ui, screen, cards));
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_ROUND);
    Intent intent = put_header(ui, model, page.header);
    if (!model->cards) return intent;
    return menu_first(intent, put_body(ui, state, model, &page));
}

const ScreenKind cards_screen = {
    .id = SCREEN_CARDS,
    .name = "cards",
    .state_size = sizeof(CardsScreen),
    .context = INPUT_CONTEXT_MENU,
    .load = load,
    .build = build,
};
