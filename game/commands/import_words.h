/* The words of `matchwick import` as choices, and what was read as words. */
#ifndef MATCHWICK_COMMANDS_IMPORT_WORDS_H
#define MATCHWICK_COMMANDS_IMPORT_WORDS_H

#include "base/json.h"
#include "commands/commands.h"
#include "formats/import.h"

extern const OptionSpec import_options[];

/* All but what can only be known once the file was read. */
NODISCARD bool import_words_choices(const CommandContext *context, ImportChoices *out, Err *err);
/* Columns and the subdeck that were named, by what the first reading found. True and `is_again` set where the
   file must be read once more. */
NODISCARD bool import_words_named(const CommandContext *context, const ImportResult *result,
                                  ImportChoices *choices, bool *is_again, Err *err);

/* What it was taken for, the cards, and on standard error what was dropped and why. */
void import_words_print(const CommandContext *context, const char *path, const ImportResult *result);
/* The same as members of the open object. */
void import_words_write(JsonWriter *w, const ImportResult *result, Arena *arena);

#endif
