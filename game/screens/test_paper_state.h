/* What the paper's screen knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_TEST_PAPER_STATE_H
#define MATCHWICK_SCREENS_TEST_PAPER_STATE_H

#include "screens/screen.h"
#include "screens/test_intent.h"
#include "ui/widgets.h"

#define PAPER_NONE UINT32_MAX

typedef struct {
    bool has_begun;
    uint32_t shown;   /* question in front in the pass before */
    int64_t shown_ms; /* when its page came */
    bool is_answered; /* just now: the focus goes on to Next */
    bool is_asked;    /* whether to hand in with questions open */
    bool has_reader;  /* a text of this page does not fit: a strip carries the whole of it */
    TextEdit edit, before;
    Keyboard keyboard;
} TestPaperState;

/* What of a page does not fit: the text that has the focus, else the first. */
typedef struct {
    bool is_there;
    Str text;
    Side side;
} PaperCut;

void paper_cut_add(PaperCut *cut, Str text, Side side, bool is_focused);
/* Reads it out in the strip; a page that had none gets it in the next frame. */
void paper_cut_put(Ui *ui, TestPaperState *state, const PaperCut *cut, Rect strip);

UiId paper_option_id(uint32_t option);
UiId paper_next_id(void);
/* The question that Next leads to; the paper's count on its last page. */
uint32_t paper_next_page(const TestPaper *paper);
/* Parts of the body; each returns what was done in it. */
Intent paper_choice_put(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area);
Intent paper_match_put(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area);
Intent paper_typed_put(Ui *ui, TestPaperState *state, const TestPaper *paper, Rect area);
/* The keyboard on screen, while it is open. */
Intent paper_keyboard_put(Ui *ui, TestPaperState *state, const TestPaper *paper);
/* The card with the question in front, as it comes; `heading` says what is wanted. True if text is cut. */
bool paper_card_put(Ui *ui, const TestPaperState *state, const TestQuestion *question, Rect card,
                    Str heading);

/* To the page before or on; on the last one sets `wants_hand_in`. */
Intent paper_turn(const TestPaper *paper, bool is_on, bool *wants_hand_in);
/* Overview between Previous and Next. Sets `wants_hand_in` when that was pressed in their place. */
float paper_foot_height(const Ui *ui);
Intent paper_foot_put(Ui *ui, const TestPaper *paper, Rect area, bool *wants_hand_in);

#endif
