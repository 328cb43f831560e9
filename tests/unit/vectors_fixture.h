/* Vectors: review histories with what a reference implementation made of them. */
#ifndef MATCHWICK_TESTS_VECTORS_FIXTURE_H
#define MATCHWICK_TESTS_VECTORS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>

#include "base/file.h"
#include "base/json.h"

static inline JsonDoc *open_vectors(const char *path, Arena *arena)
{
    Str text;
    Err err = {0};
    JsonProblem problem = {.text = ""};
    if (!file_read(path, (size_t)1 << 20, arena, &text, &err)) fail_msg("%s", err.text);
    JsonDoc *doc = json_open(text, 16, &problem);
    if (!doc) fail_msg("%s: %s", path, problem.text);
    return doc;
}

static inline const JsonValue *member_of(const JsonValue *object, const char *name)
{
    const JsonValue *value = json_find(object, name);
    if (!value) fail_msg("\"%s\" is missing", name);
    return value;
}

static inline double number_of(const JsonValue *object, const char *name)
{
    return json_number(member_of(object, name));
}

static inline void expect_near(const JsonValue *row, const char *name, double value, double tolerance)
{
    double wanted = number_of(row, name);
    if (!(fabs(value - wanted) <= tolerance * fabs(wanted)))
        fail_msg("%s is %.17g instead of %.17g", name, value, wanted);
}

static inline void expect_exact(const JsonValue *row, const char *name, int64_t value)
{
    int64_t wanted;
    assert_true(json_integer(member_of(row, name), &wanted));
    if (value != wanted) fail_msg("%s is %lld instead of %lld", name, (long long)value, (long long)wanted);
}

#endif
