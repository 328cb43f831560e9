/* Every widget there is, for a screen that uses many. */
#ifndef MATCHWICK_UI_WIDGETS_H
#define MATCHWICK_UI_WIDGETS_H

#include "ui/button.h"
#include "ui/chip.h"
#include "ui/dialog.h"
#include "ui/field.h"
#include "ui/header.h"
#include "ui/icons.h"
#include "ui/label.h"
#include "ui/paint.h"
#include "ui/prompt.h"
#include "ui/row.h"
#include "ui/scroll.h"
#include "ui/setting.h"

#endif
