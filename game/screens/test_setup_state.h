/* What the set-up of a test knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_TEST_SETUP_STATE_H
#define MATCHWICK_SCREENS_TEST_SETUP_STATE_H

#include "screens/screen.h"
#include "screens/tag_chooser.h"
#include "screens/test_intent.h"

typedef struct {
    TagChooser tags; /* with how many cards there are under them */
    StoreTest *past; /* the player's on this deck, the latest first */
    int past_count;
    int page;      /* of two, where they don't fit side by side */
    bool is_asked; /* whether a new test may take the place of the one that waits */
} TestSetupState;

/* What is asked of a new test; a rectangle of `height` is filled, or it scrolls. */
Intent test_choices_put(Ui *ui, TestSetupState *state, const Model *model, Rect area);
/* Go on, begin; and a word on the test that waits. */
float test_start_height(const Ui *ui, const Model *model);
Intent test_start_put(Ui *ui, TestSetupState *state, const Model *model, Rect area);
/* The tests before, each against the one before it; a press opens its report. */
Intent test_past_put(Ui *ui, const TestSetupState *state, const Model *model, Rect area);

#endif
