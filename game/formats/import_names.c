#include "formats/import_names.h"

#include <string.h>

#define MAX_NAME 32

typedef struct {
    const char *name; /* lower-case letters and digits alone */
    ColumnRole role;
} NamedRole;

static const NamedRole named_roles[] = {
    {"term", COLUMN_TERM},
    {"terms", COLUMN_TERM},
    {"front", COLUMN_TERM},
    {"question", COLUMN_TERM},
    {"questions", COLUMN_TERM},
    {"word", COLUMN_TERM},
    {"words", COLUMN_TERM},
    {"q", COLUMN_TERM},
    {"prompt", COLUMN_TERM},
    {"expression", COLUMN_TERM},
    {"phrase", COLUMN_TERM},
    {"concept", COLUMN_TERM},
    {"vocab", COLUMN_TERM},
    {"vocabulary", COLUMN_TERM},
    {"side1", COLUMN_TERM},
    {"frontside", COLUMN_TERM},
    {"key", COLUMN_TERM},
    {"definition", COLUMN_DEFINITION},
    {"definitions", COLUMN_DEFINITION},
    {"back", COLUMN_DEFINITION},
    {"answer", COLUMN_DEFINITION},
    {"answers", COLUMN_DEFINITION},
    {"correctanswer", COLUMN_DEFINITION},
    {"meaning", COLUMN_DEFINITION},
    {"meanings", COLUMN_DEFINITION},
    {"a", COLUMN_DEFINITION},
    {"response", COLUMN_DEFINITION},
    {"translation", COLUMN_DEFINITION},
    {"translations", COLUMN_DEFINITION},
    {"description", COLUMN_DEFINITION},
    {"explanation", COLUMN_DEFINITION},
    {"side2", COLUMN_DEFINITION},
    {"backside", COLUMN_DEFINITION},
    {"value", COLUMN_DEFINITION},
    {"tags", COLUMN_TAGS},
    {"tag", COLUMN_TAGS},
    {"category", COLUMN_TAGS},
    {"categories", COLUMN_TAGS},
    {"labels", COLUMN_TAGS},
    {"hint", COLUMN_HINT},
    {"hints", COLUMN_HINT},
    {"clue", COLUMN_HINT},
    {"wordings", COLUMN_WORDINGS},
    {"wording", COLUMN_WORDINGS},
    {"accept", COLUMN_ACCEPTS},
    {"accepts", COLUMN_ACCEPTS},
    {"accepted", COLUMN_ACCEPTS},
    {"acceptedanswers", COLUMN_ACCEPTS},
    {"distractors", COLUMN_DISTRACTORS},
    {"distractor", COLUMN_DISTRACTORS},
    {"incorrectanswers", COLUMN_DISTRACTORS},
    {"wronganswers", COLUMN_DISTRACTORS},
    {"id", COLUMN_ID},
    {"guid", COLUMN_ID},
    {"uuid", COLUMN_ID},
};

/* Empty where it is too long to be one of ours. */
static Str plain_name(Str name, char out[MAX_NAME])
{
    size_t size = 0;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + ('a' - 'A'));
        bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
        if (!is_kept) continue;
        if (size == MAX_NAME) return STR("");
        out[size++] = c;
    }
    return (Str){out, size};
}

ColumnRole import_role_of_name(Str name)
{
    char room[MAX_NAME];
    Str plain = plain_name(name, room);
    for (size_t i = 0; i < sizeof named_roles / sizeof *named_roles; i++)
        if (str_is(plain, str_of(named_roles[i].name))) return named_roles[i].role;
    return COLUMN_ROLE_COUNT;
}

bool import_roles_of_names(const Str *names, int32_t count, int32_t roles[COLUMN_ROLE_COUNT])
{
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++) roles[role] = COLUMN_NONE;
    for (int32_t column = 0; column < count; column++) {
        ColumnRole role = import_role_of_name(names[column]);
        if (role != COLUMN_ROLE_COUNT && roles[role] == COLUMN_NONE) roles[role] = column;
    }
    return roles[COLUMN_TERM] != COLUMN_NONE && roles[COLUMN_DEFINITION] != COLUMN_NONE;
}

/* A single letter may be anything. */
static bool is_telling(Str name)
{
    return str_trim(name).size > 2 && import_role_of_name(name) != COLUMN_ROLE_COUNT;
}

bool import_names_are_header(const Str *names, int32_t count)
{
    int32_t roles[COLUMN_ROLE_COUNT];
    if (import_roles_of_names(names, count, roles)) return true;
    bool is_any = false;
    for (int32_t i = 0; i < count; i++) is_any |= is_telling(names[i]);
    return is_any && count >= 3;
}

static bool has_role(const int32_t roles[COLUMN_ROLE_COUNT], int32_t column)
{
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
        if (roles[role] == column) return true;
    return false;
}

void import_roles_by_place(int32_t count, int32_t roles[COLUMN_ROLE_COUNT])
{
    for (int side = COLUMN_TERM; side <= COLUMN_DEFINITION; side++)
        for (int32_t column = 0; column < count && roles[side] == COLUMN_NONE; column++)
            if (!has_role(roles, column)) roles[side] = column;
}

bool import_names_are_own(const Str *names, int32_t count)
{
    static const Str own[] = {STR_INIT("id"),       STR_INIT("term"),   STR_INIT("definition"),
                              STR_INIT("wordings"), STR_INIT("accept"), STR_INIT("distractors"),
                              STR_INIT("tags"),     STR_INIT("hint")};
    if (count != (int32_t)(sizeof own / sizeof *own)) return false;
    for (int32_t i = 0; i < count; i++)
        if (!str_is(names[i], own[i])) return false;
    return true;
}
