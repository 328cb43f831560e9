/* The words behind a command: options by a table, and operands. Every table is read together with that of the
   common options, so those may stand before or after the command's name; help is printed from the same
   tables. Long options may be cut short as far as they stay clear, and take their value as `--name value` or
   `--name=value`; `--` ends them. */
#ifndef MATCHWICK_COMMANDS_OPTIONS_H
#define MATCHWICK_COMMANDS_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

typedef struct {
    const char *name;  /* without dashes */
    char letter;       /* of the short form; 0: none */
    const char *value; /* what the value is called in help, "DIR"; NULL: a switch */
    const char *help;  /* one line; NULL in the entry that ends the table */
} OptionSpec;

#define OPTIONS_END                                                                                          \
    {                                                                                                        \
        NULL, 0, NULL, NULL                                                                                  \
    }

/* --data, --decks, --window, --fullscreen, --mute, --theme, --text-scale, --renderer, --help, --version */
extern const OptionSpec options_common[];

typedef struct {
    const OptionSpec *spec;
    const char *value; /* view into argv; NULL for a switch */
} OptionValue;

/* What was given, in order. The operands are views into argv. */
typedef struct {
    OptionValue *values;
    int count, capacity;
    char **operands;
    int operand_count;
} Words;

/* Adds to `words` (zeroed at first). argv[0] is passed over. `is_all`: options may stand among the operands;
   else the first operand ends the options. argv is put in order: options first. False says which word is off
   and what comes nearest. */
NODISCARD bool options_parse(Words *words, const OptionSpec *own, int argc, char **argv, bool is_all,
                             Arena *arena, Err *err);
bool options_has(const Words *words, const char *name);
/* The last one given; NULL if none. */
const char *options_get(const Words *words, const char *name);
/* The i-th of those given under this name, in their order; NULL beyond the last. */
const char *options_get_nth(const Words *words, const char *name, int i);

/* The common options as values. */
typedef struct {
    const char *data_folder; /* NULL: the platform's own place */
    const char *added_decks; /* NULL: none */
    int width_px, height_px; /* 0: not given */
    bool is_fullscreen, is_muted;
    const char *theme;    /* NULL: the player's */
    int text_percent;     /* 0: the player's */
    const char *renderer; /* NULL: what suits the machine */
} CommonOptions;

/* Checks: a window is 800x600 to 16384x16384, a text scale 100 to 200, a theme one that there is. */
NODISCARD bool options_common_read(const Words *words, CommonOptions *out, Err *err);

/* A whole number in decimal digits, for values and operands. `name` says whose it is in the message. */
NODISCARD bool options_number(const char *text, const char *name, uint64_t low, uint64_t high, uint64_t *out,
                              Err *err);

#endif
