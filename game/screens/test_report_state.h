/* What the report's screen knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_TEST_REPORT_STATE_H
#define MATCHWICK_SCREENS_TEST_REPORT_STATE_H

#include "screens/screen.h"
#include "screens/test_intent.h"
#include "study/test_report.h"
#include "ui/particles.h"

typedef enum { SHOW_ALL, SHOW_WRONG, SHOW_RIGHT } ReportShow;

typedef struct {
    const TestReport *report; /* NULL: it cannot be read */
    int64_t id;               /* in the store; 0: the one at hand */
    bool has_before, is_best; /* of this player on this deck; best: better than all before */
    uint32_t before_percent;  /* of the test before it */
    int show;                 /* ReportShow */
    int page;                 /* of two, where they don't fit side by side */
    bool has_begun, has_celebrated, is_asked;
    int64_t shown_ms;
    Particles particles;
    /* Heights of all answers at a width and text size: their texts are measured once. */
    float heights[TEST_MAX_QUESTIONS], heights_width;
    int heights_percent;
} TestReportState;

/* Ring, verdict, bars by kind and by tag, length. */
void report_grade_put(Ui *ui, TestReportState *state, Rect area);
/* The filter, and each question with what was given and what is right. */
void report_answers_put(Ui *ui, TestReportState *state, Rect area);
/* The answer that has the focus; NULL: none. */
const TestAnswer *report_answer_seen(const Ui *ui, const TestReportState *state);
/* One answer's row: its height at a width, and its look. */
float report_answer_height(Ui *ui, const TestAnswer *answer, float width);
void report_answer_draw(Ui *ui, const TestAnswer *answer, uint32_t number, Rect row);

#endif
