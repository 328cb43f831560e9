/* What the screen of Learn remembers between passes, and its parts. */
#ifndef MATCHWICK_SCREENS_LEARN_PARTS_H
#define MATCHWICK_SCREENS_LEARN_PARTS_H

#include "screens/screen.h"
#include "ui/field.h"
#include "ui/layout.h"
#include "ui/particles.h"

#define LEARN_TIGHT_PERCENT 150 /* of text: from here on what is typed gives way to what was graded */
#define LEARN_GAP           16.0f

typedef struct {
    TextEdit edit;
    Keyboard keyboard;
    TextEdit before; /* the keyboard was opened */
    /* Seen last: what changes takes the focus and empties the field. */
    bool is_seen;
    LearnPhase phase;
    LearnForm form;
    uint32_t asked;
    bool is_pad;
    Particles particles;
    int32_t sparked; /* the answer that sparks flew for last */
} LearnScreen;

/* Of the page: the ladder is empty where the window has no room for it. */
typedef struct {
    Rect ladder, main, buttons;
} LearnAreas;

/* The intent of one input of study/learn.h. */
Intent learn_input(LearnInputKind kind, int64_t number);
bool learn_is_tight(const Ui *ui);
/* Grades itself in place of typing: no keyboard is at hand. */
bool learn_is_by_pad(const Ui *ui, const Learn *learn);

/* --- learn_ladder.c --- */
void learn_ladder_draw(Ui *ui, const Model *model, Rect area);

/* --- learn_question.c --- */
/* The card and what stands below it, without the buttons. */
Intent learn_question_put(Ui *ui, LearnScreen *screen, const Model *model, const LearnAreas *areas);

/* --- learn_verdict.c --- */
/* Height of the verdict on a typed answer. */
float learn_verdict_height(const Ui *ui);
/* The right text on one line, for typing it again where there is no room for more. */
float learn_reminder_height(const Ui *ui);
void learn_reminder_put(Ui *ui, const Learn *learn, Rect line);
/* Almost, right or wrong: in words, and with letters or both texts. */
void learn_verdict_put(Ui *ui, const Model *model, Rect panel);
/* A wrong option beside the right one, each with what it belongs to. */
void learn_compare_put(Ui *ui, const Model *model, Rect area);

/* --- learn_letters.c --- */
/* The letters of the right text as tiles, what slipped raised. False: they do not fit, nothing is drawn. */
bool learn_letters_draw(Ui *ui, const CurrentLearn *current, Rect area);
/* "One letter missing." */
Str learn_letters_words(Arena *arena, const LearnAnswer *answer);

/* --- learn_buttons.c --- */
/* What can be done now; the first has the focus when it comes. */
Intent learn_buttons_put(Ui *ui, LearnScreen *screen, const Model *model, Rect line);
UiId learn_button_id(int index);
Intent learn_hints_put(Ui *ui, const Model *model, Rect bar);

/* --- learn_rest.c --- */
/* Between groups, at the end, or where the selection is empty. */
Intent learn_rest_put(Ui *ui, const Model *model, Rect area);

#endif
