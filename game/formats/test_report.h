/* A test's report as JSON (version 1), which the store keeps, and as a page of HTML that prints well. */
#ifndef MATCHWICK_FORMATS_TEST_REPORT_H
#define MATCHWICK_FORMATS_TEST_REPORT_H

#include "base/err.h"
#include "study/test_report.h"

#define TEST_REPORT_FORMAT  "matchwick-test"
#define TEST_REPORT_VERSION 1

/* On one line. */
Str test_report_write(const TestReport *report, Arena *arena);
/* False: "LINE:COLUMN: what, and what would be right" in `err`. All of it lies in the arena. */
NODISCARD bool test_report_read(Str text, Arena *arena, TestReport *out, Err *err);
/* One file that needs no other and no network. Texts of the deck and of the player are only ever text. */
Str test_report_page(const TestReport *report, int utc_offset_min, Arena *arena);

#endif
