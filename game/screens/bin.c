#include "screens/bin.h"

#include <math.h>
#include <stdio.h>

#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROW_HIGH 72
#define DAY_MS   INT64_C(86400000)

typedef struct {
    bool is_asked;        /* for the list: it is read by another thread */
    bool has_focus;       /* the list was given it, once there was one */
    int focused;          /* the row that keys mean */
    char destroyed[1024]; /* path of the deck whose end is asked about; empty: none */
} BinState;

static Intent tool(DeckTool which, Str path)
{
    return (Intent){.kind = INTENT_DECK_TOOL, .input = (int32_t)which, .text = path};
}

static Str name_of(const BinDeck *deck)
{
    return deck->title.size ? deck->title : deck->name;
}

/* Rounded up: on its last day a deck still has one. */
static Str days_left(Arena *arena, const BinDeck *deck, int64_t now_ms)
{
    int64_t left = (deck->at_ms + DECK_FILES_BIN_DAYS * DAY_MS - now_ms + DAY_MS - 1) / DAY_MS;
    return format_count(arena, left > 0 ? left : 1, "day left", "days left");
}

static void draw_row(Ui *ui, const Model *model, const BinDeck *deck, Rect rect)
{
    LabelStyle name = {.size = T20, .weight = WEIGHT_SEMI, .color = TOKEN_TEXT, .align = TEXT_ALIGN_LEFT};
    LabelStyle quiet = {
        .size = T18, .weight = WEIGHT_MEDIUM, .color = TOKEN_MUTED, .align = TEXT_ALIGN_RIGHT};
    Rect inside = layout_pad(rect, 18, 0);
    Str left = days_left(ui->frame, deck, model->wall_ms);
    label_draw(ui, layout_cut_right(&inside, ui_grow(ui, 130, T18, 4), 16), left, &quiet);
    if (ui->in.text_percent < 175) {
        Str day = format_day(ui->frame, format_local_day(deck->at_ms, model->utc_offset_min), model->today);
        label_draw(ui, layout_cut_right(&inside, ui_grow(ui, 150, T18, 4), 16), day, &quiet);
        Str cards =
            deck->cards ? format_count(ui->frame, deck->cards, "card", "cards") : STR("can't be read");
        label_draw(ui, layout_cut_right(&inside, ui_grow(ui, 150, T18, 4), 16), cards, &quiet);
    }
    label_draw(ui, inside, name_of(deck), &name);
}

static Intent put_list(Ui *ui, BinState *bin, const Model *model, Rect area)
{
    Intent intent = intent_none();
    ScrollList list = {.id = ui_id("binned"),
                       .view = area,
                       .row_height = ui_grow(ui, ROW_HIGH, T20, 1),
                       .gap = 10,
                       .count = (int)model->tools.bin_count,
                       .takes_pages = true};
    if (!bin->has_focus) scroll_list_focus(ui, &list, 0);
    bin->has_focus = true;
    ScrollRows rows = scroll_list_begin(ui, &list);
    for (int i = rows.from; i < rows.to; i++) {
        const BinDeck *deck = &model->tools.bin[i];
        Row row = {.id = ui_id_index(list.id, i),
                   .rect = scroll_list_cell(&list, &rows, i),
                   .label = name_of(deck),
                   .value = days_left(ui->frame, deck, model->wall_ms),
                   .look = ROW_CARD};
        UiHit hit = row_begin(ui, &row);
        draw_row(ui, model, deck, row.rect);
        row_end(ui);
        if (hit.is_focused) bin->focused = i;
        if (hit.is_activated) intent = tool(TOOL_RESTORE, deck->path);
    }
    scroll_end(ui);
    return intent;
}

static void put_empty(Ui *ui, const Model *model, Rect area)
{
    LabelStyle style = {
        .size = T20, .weight = WEIGHT_MEDIUM, .color = TOKEN_SOFT, .align = TEXT_ALIGN_CENTER};
    Str text = model->tools.is_bin_read
                   ? STR("Nothing is in the bin. Decks that you delete stay here for 30 days.")
                   : STR("Looking into the bin…");
    Rect box = layout_center(area, area.w * 0.8f, label_height(ui, text, &style, area.w * 0.8f));
    paint_layer(ui, box);
    label_paragraph(ui, box, text, &style);
    paint_layer_end(ui);
    ui_note(ui, ui_id("empty"), text, box);
}

static void ask(BinState *bin, Str path)
{
    snprintf(bin->destroyed, sizeof bin->destroyed, "%.*s", STR_FMT(path));
}

static Intent put_question(Ui *ui, BinState *bin)
{
    DialogQuestion question = {
        .id = ui_id("destroy"),
        .title = STR("Delete it for good?"),
        .text = STR("The file is gone then. What you know of its cards stays, should the deck "
                    "ever come back."),
        .answers = {STR("Keep it"), STR("Delete")},
        .answer_count = 2,
        .danger = 1,
        .icon = ICON_TRASH};
    int answer = dialog_ask(ui, &question);
    Intent intent =
        answer == 1 ? tool(TOOL_DESTROY, str_copy(ui->frame, str_of(bin->destroyed))) : intent_none();
    if (answer >= 0) bin->destroyed[0] = '\0';
    return intent;
}

static void put_hints(Ui *ui, BinState *bin, const Model *model, Rect bar)
{
    Hint hints[] = {hint_arrows(STR("Move"), false, true),
                    hint_say(ui_on_command(COMMAND_CONFIRM), STR("Put back")),
                    hint_do(ui_on_key_button(KEY_DELETE, PAD_X), STR("Delete now"))};
    bool is_empty = model->tools.bin_count == 0;
    Hint back = hint_say(ui_on_command(COMMAND_BACK), STR("Back"));
    int pressed = is_empty ? prompt_hints(ui, bar, &back, 1) : prompt_hints(ui, bar, hints, 3);
    if (pressed == 2 && !is_empty && bin->focused < (int)model->tools.bin_count)
        ask(bin, model->tools.bin[bin->focused].path);
}

static Intent build(void *state, const Model *model, Ui *ui)
{
    BinState *bin = state;
    LayoutPage page = layout_page(&ui->in.view, ui->in.text_percent);
    paint_backdrop(ui, BACKDROP_MENU);
    Str note = model->tools.bin_count > 0 && ui->in.text_percent <= 150
                   ? format_count(ui->frame, (int64_t)model->tools.bin_count, "deck", "decks")
                   : (Str){0};
    Intent intent = menu_header(ui, model, page.header, STR("Bin"), note);
    if (model->tools.bin_count > 0)
        intent = menu_first(intent, put_list(ui, bin, model, page.content));
    else
        put_empty(ui, model, page.content);
    put_hints(ui, bin, model, page.hints);
    if (bin->destroyed[0]) intent = menu_first(intent, put_question(ui, bin));
    if (intent.kind != INTENT_NONE || bin->is_asked) return intent;
    bin->is_asked = true;
    return tool(TOOL_LIST_BIN, (Str){0});
}

const ScreenKind bin_screen = {
    .id = SCREEN_BIN,
    .name = "bin",
    .state_size = sizeof(BinState),
    .context = INPUT_CONTEXT_MENU,
    .build = build,
};
