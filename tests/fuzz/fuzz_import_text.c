/* Any bytes as a file of any text format: nothing crashes, and what comes out is cards that a deck can hold,
   each once. The first four bytes choose format, encoding, switches and separators. */
#include "fuzz/import_checks.h"

static void choose(const uint8_t *data, ImportChoices *choices)
{
    static const Str separators[] = {STR_INIT(""),   STR_INIT("\t"), STR_INIT(","),   STR_INIT(";"),
                                     STR_INIT("\n"), STR_INIT("--"), STR_INIT(" - "), STR_INIT("\n\n")};
    import_choices_init(choices);
    choices->format = (ImportFormat)(data[0] % IMPORT_FORMAT_COUNT);
    choices->encoding = (ImportEncoding)(data[1] % ENCODING_COUNT);
    choices->quotes = (ImportSwitch)(data[2] % 3);
    choices->header = (ImportSwitch)(data[2] / 3 % 3);
    choices->html = (ImportSwitch)(data[2] / 9 % 3);
    choices->is_swapped = data[2] / 27 % 2;
    choices->side_separator = separators[data[3] % 8];
    choices->card_separator = separators[data[3] / 8 % 8];
    choices->columns[0][data[1] / 8 % COLUMN_ROLE_COUNT] = data[0] / 16 % 8 - 2;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4) return 0;
    ImportChoices choices;
    Err err = {0};
    choose(data, &choices);
    Import *import = import_open_text((Str){(const char *)data + 4, size - 4},
                                      data[3] & 64 ? STR("list.csv") : STR("list"), &err);
    CHECK(import);
    check_import(import, &choices);
    return 0;
}
