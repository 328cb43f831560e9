#include "screens/deck_wait.h"

#include <math.h>

#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

static Str words_of(const Model *model)
{
    switch (model->deck.state) {
    case DECK_FAILED: return str_of(model->deck.error);
    case DECK_LOADING: return STR("Reading the deck…");
    case DECK_NONE:
    case DECK_READY: break;
    }
    return STR("No deck is open.");
}

Intent deck_wait_put(Ui *ui, const Model *model, Rect area)
{
    LabelStyle style = {.size = T24,
                        .weight = WEIGHT_SEMI,
                        .color = model->deck.state == DECK_FAILED ? TOKEN_BAD : TOKEN_MUTED,
                        .align = TEXT_ALIGN_CENTER};
    Str text = words_of(model);
    Rect box = layout_center(area, area.w * 0.8f, 160);
    label_paragraph(ui, box, text, &style);
    ui_note(ui, ui_id("waiting"), text, box);
    if (model->deck.state != DECK_NONE) return intent_none();
    layout_cut_top(&box, label_height(ui, text, &style, box.w), 24);
    Button library = {.id = ui_id("waiting-library"),
                      .label = STR("Open the library"),
                      .icon = ICON_LIBRARY,
                      .kind = BUTTON_PRIMARY,
                      .trigger = ui_on_key_button(KEY_L, PAD_X),
                      .is_default = true};
    float height = button_height(ui, false), width = fminf(button_width(ui, &library) + 24, area.w);
    library.rect = (Rect){box.x + (box.w - width) / 2, box.y, width, height};
    if (!button_put(ui, &library)) return intent_none();
    return (Intent){.kind = INTENT_OPEN, .screen = SCREEN_LIBRARY};
}
