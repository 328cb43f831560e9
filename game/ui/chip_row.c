#include "ui/chip.h"
#include "ui/prompt.h"

enum { GAP = 10 };

static Chip chip_of(const ChipRow *row, int index, int selected)
{
    return (Chip){.id = ui_id_index(row->id, index),
                  .label = row->labels[index],
                  .role = ROLE_TAB,
                  .group = row->id,
                  .is_on = index == selected};
}

static float end_width(Ui *ui, UiTrigger trigger)
{
    float w = prompt_size(ui, trigger).x;
    return w > 0 ? w + GAP : 0;
}

/* Where a chip of that width goes: on the next line if it would leave the area. */
static Vec next_place(Ui *ui, const ChipRow *row, Vec at, float width)
{
    float right = row->area.x + row->area.w;
    if (at.x > row->area.x && at.x + width > right) return (Vec){row->area.x, at.y + chip_height(ui) + GAP};
    return at;
}

static float all_width(Ui *ui, const ChipRow *row)
{
    float w = row->has_ends ? end_width(ui, row->previous) + end_width(ui, row->next) : 0;
    for (int i = 0; i < row->count; i++) {
        Chip chip = chip_of(row, i, 0);
        w += chip_width(ui, &chip) + (i ? GAP : 0);
    }
    return w;
}

static Vec start(Ui *ui, const ChipRow *row)
{
    float w = row->is_right ? all_width(ui, row) : 0;
    bool fits = row->is_right && w < row->area.w;
    return (Vec){fits ? row->area.x + row->area.w - w : row->area.x, row->area.y};
}

float chip_row_height(Ui *ui, const ChipRow *row)
{
    Vec at = start(ui, row);
    if (row->has_ends) at.x += end_width(ui, row->previous);
    for (int i = 0; i < row->count; i++) {
        Chip chip = chip_of(row, i, 0);
        float w = chip_width(ui, &chip);
        at = next_place(ui, row, at, w);
        at.x += w + GAP;
    }
    return at.y + chip_height(ui) - row->area.y;
}

static int turned(Ui *ui, const ChipRow *row, int selected)
{
    if (!row->has_ends || row->count == 0) return selected;
    if (ui_triggered(ui, row->previous)) return (selected + row->count - 1) % row->count;
    if (ui_triggered(ui, row->next)) return (selected + 1) % row->count;
    return selected;
}

bool chip_row_put(Ui *ui, const ChipRow *row, int *selected)
{
    int picked = turned(ui, row, *selected);
    Vec at = start(ui, row);
    float middle = chip_height(ui) / 2;
    if (row->has_ends && end_width(ui, row->previous) > 0)
        at.x += prompt_draw_left(ui, row->previous, (Vec){at.x, at.y + middle}, PROMPT_NORMAL) + GAP;
    for (int i = 0; i < row->count; i++) {
        Chip chip = chip_of(row, i, picked);
        float w = chip_width(ui, &chip);
        chip.at = at = next_place(ui, row, at, w);
        if (chip_put(ui, &chip)) picked = i;
        at.x += w + GAP;
    }
    if (row->has_ends) prompt_draw_left(ui, row->next, (Vec){at.x, at.y + middle}, PROMPT_NORMAL);
    bool is_changed = picked != *selected;
    *selected = picked;
    return is_changed;
}
