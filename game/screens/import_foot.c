#include <math.h>

#include "screens/import_state.h"
#include "screens/menu.h"
#include "ui/format.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define UPDATE_SHARE 0.6f

static bool has_update(const CurrentImport *import)
{
    return import->result && import->update && import->update->is_there;
}

static bool has_gone(const CurrentImport *import)
{
    return has_update(import) && import->update->gone > 0;
}

float import_foot_height(const Ui *ui, const CurrentImport *import)
{
    return button_height(ui, has_update(import));
}

float import_gone_height(const Ui *ui, const CurrentImport *import)
{
    return has_gone(import) ? setting_height(ui, false) : 0;
}

static Str update_words(const ImportUpdate *update, Arena *arena)
{
    if (update->fresh + update->changed + update->gone == 0) return STR("All of it is there already");
    return str_format(arena, "%s new, %s changed, %s gone", format_number(arena, (int64_t)update->fresh).data,
                      format_number(arena, (int64_t)update->changed).data,
                      format_number(arena, (int64_t)update->gone).data);
}

/* Why nothing can be brought in now; empty: it can. */
static Str wait_words(const CurrentImport *import)
{
    switch (import->stage) {
    case IMPORT_STAGE_READING: return STR("Reading…");
    case IMPORT_STAGE_FAILED: return STR("It cannot be read like this");
    case IMPORT_STAGE_WRITING: return STR("Writing the deck…");
    case IMPORT_STAGE_NONE:
    case IMPORT_STAGE_READY: break;
    }
    return (Str){0};
}

static Button go_button(const Ui *ui, const CurrentImport *import)
{
    Arena *arena = ui->frame;
    UiId id = ui_id("import-go"), focused = ui_focused(ui);
    Button go = {.id = id,
                 .kind = BUTTON_PRIMARY,
                 .trigger = ui_on_key_button(KEY_NONE, PAD_START),
                 .shows_confirm = focused == 0 || focused == id, /* elsewhere Enter does something else */
                 .is_default = true};
    go.label = wait_words(import);
    go.is_disabled = go.label.size > 0;
    if (go.is_disabled) return go;
    if (!has_update(import)) {
        go.icon = ICON_PLUS;
        go.label = str_format(arena, "Bring in %s",
                              format_count(arena, (int64_t)import->result->count, "card", "cards").data);
        return go;
    }
    go.label = str_format(arena, "Update “%.*s”", STR_FMT(import->update->title));
    go.detail = update_words(import->update, arena);
    return go;
}

static Intent write(const ImportState *state, bool is_update)
{
    return (Intent){.kind = INTENT_IMPORT_WRITE,
                    .text = text_edit_text(&state->title),
                    .number = is_update,
                    .other = is_update && state->removes_gone};
}

void import_gone_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect rect)
{
    if (!has_gone(import)) return;
    int64_t gone = (int64_t)import->update->gone;
    Setting row = {.id = ui_id("import-gone"),
                   .rect = rect,
                   .label = gone == 1
                                ? STR("Take the card that is gone out of the deck")
                                : str_format(ui->frame, "Take the %s cards that are gone out of the deck",
                                             format_number(ui->frame, gone).data)};
    if (ui->in.text_percent > 125) row.label = STR("Take gone cards out");
    setting_toggle(ui, &row, &state->removes_gone);
}

Intent import_foot_put(Ui *ui, ImportState *state, const CurrentImport *import, Rect area)
{
    Button go = go_button(ui, import);
    bool is_update = has_update(import) && !go.is_disabled;
    go.rect = is_update ? layout_cut_left(&area, floorf(area.w * UPDATE_SHARE), 16) : area;
    bool wants_go = button_put(ui, &go);
    if (!is_update) return wants_go ? write(state, false) : intent_none();
    Button fresh = {.id = ui_id("import-new"),
                    .rect = area,
                    .label = STR("As a new deck"),
                    .detail = format_count(ui->frame, (int64_t)import->result->count, "card", "cards")};
    if (button_put(ui, &fresh)) return write(state, false);
    return wants_go ? write(state, true) : intent_none();
}
