#include "screens/study_settings.h"

#include "screens/menu.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define ROWS 4

float study_settings_height(const Ui *ui)
{
    return ROWS * setting_height(ui, false);
}

static Intent put_number(Ui *ui, Rect rect, const char *key, const char *label, SettingNumber number,
                         int value)
{
    Setting row = {.id = ui_id(key), .rect = rect, .label = str_of(label)};
    if (!setting_number(ui, &row, &number, &value)) return intent_none();
    return (Intent){.kind = INTENT_SET, .text = str_of(key), .value = str_format(ui->frame, "%d", value)};
}

Intent study_settings_put(Ui *ui, const Settings *settings, Rect area)
{
    float height = setting_height(ui, false);
    Str retention = str_format(ui->frame, "%d%%", settings->retention_percent);
    Str fresh = format_count(ui->frame, settings->new_cards, "card", "cards");
    Str reviews = format_count(ui->frame, settings->reviews, "card", "cards");
    Str hour = str_format(ui->frame, "%02d:00", settings->rollover_hour);
    Intent intent = put_number(ui, layout_cut_top(&area, height, 0), "retention", "Recall to hold",
                               (SettingNumber){70, 97, 1, retention}, settings->retention_percent);
    Intent next = put_number(ui, layout_cut_top(&area, height, 0), "new-cards", "New cards a day",
                             (SettingNumber){0, 999, 5, fresh}, settings->new_cards);
    intent = menu_first(intent, next);
    next = put_number(ui, layout_cut_top(&area, height, 0), "reviews", "Reviews a day",
                      (SettingNumber){0, 9999, 10, reviews}, settings->reviews);
    intent = menu_first(intent, next);
    next = put_number(ui, layout_cut_top(&area, height, 0), "rollover", "A new day begins at",
                      (SettingNumber){0, 23, 1, hour}, settings->rollover_hour);
    return menu_first(intent, next);
}
