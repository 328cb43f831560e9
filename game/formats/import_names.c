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
    {"wort", COLUMN_TERM},
    {"begriff", COLUMN_TERM},
    {"vokabel", COLUMN_TERM},
    {"frage", COLUMN_TERM},
    {"vorderseite", COLUMN_TERM},
    {"palabra", COLUMN_TERM},
    {"término", COLUMN_TERM},
    {"pregunta", COLUMN_TERM},
    {"anverso", COLUMN_TERM},
    {"mot", COLUMN_TERM},
    {"terme", COLUMN_TERM},
    {"recto", COLUMN_TERM},
    {"parola", COLUMN_TERM},
    {"termine", COLUMN_TERM},
    {"domanda", COLUMN_TERM},
    {"palavra", COLUMN_TERM},
    {"termo", COLUMN_TERM},
    {"pergunta", COLUMN_TERM},
    {"слово", COLUMN_TERM},
    {"вопрос", COLUMN_TERM},
    {"übersetzung", COLUMN_DEFINITION},
    {"bedeutung", COLUMN_DEFINITION},
    {"antwort", COLUMN_DEFINITION},
    {"erklärung", COLUMN_DEFINITION},
    {"rückseite", COLUMN_DEFINITION},
    {"definición", COLUMN_DEFINITION},
    {"traducción", COLUMN_DEFINITION},
    {"significado", COLUMN_DEFINITION},
    {"respuesta", COLUMN_DEFINITION},
    {"reverso", COLUMN_DEFINITION},
    {"définition", COLUMN_DEFINITION},
    {"traduction", COLUMN_DEFINITION},
    {"signification", COLUMN_DEFINITION},
    {"réponse", COLUMN_DEFINITION},
    {"verso", COLUMN_DEFINITION},
    {"definizione", COLUMN_DEFINITION},
    {"traduzione", COLUMN_DEFINITION},
    {"significato", COLUMN_DEFINITION},
    {"risposta", COLUMN_DEFINITION},
    {"definição", COLUMN_DEFINITION},
    {"tradução", COLUMN_DEFINITION},
    {"resposta", COLUMN_DEFINITION},
    {"перевод", COLUMN_DEFINITION},
    {"ответ", COLUMN_DEFINITION},
    {"schlagwörter", COLUMN_TAGS},
    {"schlagworte", COLUMN_TAGS},
    {"kategorie", COLUMN_TAGS},
    {"etiquetas", COLUMN_TAGS},
    {"categoría", COLUMN_TAGS},
    {"étiquettes", COLUMN_TAGS},
    {"catégorie", COLUMN_TAGS},
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

/* Each line: one language as others and it itself call it. */
static const char *const languages[][9] = {
    {"english", "englisch", "inglés", "anglais", "inglese", "inglês", "английский", "英語", "英语"},
    {"german", "deutsch", "alemán", "allemand", "tedesco", "alemão", "немецкий", "ドイツ語", "德语"},
    {"spanish", "spanisch", "español", "espagnol", "spagnolo", "espanhol", "испанский", "castellano"},
    {"french", "französisch", "francés", "français", "francese", "francês", "французский"},
    {"italian", "italienisch", "italiano", "italien", "итальянский"},
    {"portuguese", "portugiesisch", "portugués", "portugais", "portoghese", "português"},
    {"russian", "russisch", "ruso", "russe", "russo", "русский"},
    {"latin", "latein", "latín", "latino", "latim"},
    {"greek", "griechisch", "griego", "grec", "greco", "ελληνικά"},
    {"japanese", "japanisch", "japonés", "japonais", "giapponese", "japonês", "日本語", "日语"},
    {"chinese", "chinesisch", "chino", "chinois", "cinese", "中文", "mandarin"},
    {"korean", "koreanisch", "coreano", "coréen", "한국어"},
    {"dutch", "niederländisch", "holandés", "néerlandais", "nederlands"},
    {"polish", "polnisch", "polaco", "polonais", "polski"},
    {"swedish", "schwedisch", "sueco", "suédois", "svenska"},
    {"turkish", "türkisch", "turco", "turc", "türkçe"},
    {"arabic", "arabisch", "árabe", "arabe", "العربية"},
};
#define LANGUAGE_COUNT (sizeof languages / sizeof *languages)

/* Empty where it is too long to be one of ours. */
static Str plain_name(Str name, char out[MAX_NAME])
{
    size_t size = 0;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        unsigned char byte = (unsigned char)c;
        bool is_latin =
            size > 0 && (unsigned char)out[size - 1] == 0xc3 && byte <= 0x9e && byte >= 0x80; /* À to Þ */
        if ((c >= 'A' && c <= 'Z') || is_latin) c = (char)(byte + ('a' - 'A'));
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

static int language_of(Str name)
{
    char room[MAX_NAME];
    Str plain = plain_name(name, room);
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        for (size_t k = 0; k < sizeof *languages / sizeof **languages && languages[i][k]; k++)
            if (str_is(plain, str_of(languages[i][k]))) return (int)i;
    return -1;
}

/* The last word of "english_translation" or "Spanish word"; empty where it is no such name. */
static Str last_word(Str name)
{
    name = str_trim(name);
    size_t from = name.size;
    while (from > 0 && !memchr(" _-", name.data[from - 1], 3)) from--;
    if (from < 2) return STR("");
    bool is_joined = name.data[from - 1] == '_';
    return is_joined || language_of(str_slice(name, 0, from)) >= 0 ? str_slice(name, from, name.size)
                                                                   : STR("");
}

/* Two languages head two columns; one language by two names is a card. */
static bool are_languages(const Str *names, int32_t count)
{
    int one = count >= 2 ? language_of(names[0]) : -1;
    int other = one >= 0 ? language_of(names[1]) : -1;
    return other >= 0 && one != other;
}

static bool has_role(const int32_t roles[COLUMN_ROLE_COUNT], int32_t column)
{
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++)
        if (roles[role] == column) return true;
    return false;
}

/* "q" and "a" are question and answer; one of them alone may be anything. */
static void drop_lone_letters(const Str *names, int32_t roles[COLUMN_ROLE_COUNT])
{
    for (int side = COLUMN_TERM; side <= COLUMN_DEFINITION; side++) {
        int other = side == COLUMN_TERM ? COLUMN_DEFINITION : COLUMN_TERM;
        bool is_alone = roles[side] != COLUMN_NONE && roles[other] == COLUMN_NONE;
        if (is_alone && str_trim(names[roles[side]]).size == 1) roles[side] = COLUMN_NONE;
    }
}

bool import_roles_of_names(const Str *names, int32_t count, int32_t roles[COLUMN_ROLE_COUNT])
{
    for (int role = 0; role < COLUMN_ROLE_COUNT; role++) roles[role] = COLUMN_NONE;
    for (int32_t column = 0; column < count; column++) {
        ColumnRole role = import_role_of_name(names[column]);
        if (role != COLUMN_ROLE_COUNT && roles[role] == COLUMN_NONE) roles[role] = column;
    }
    drop_lone_letters(names, roles);
    for (int32_t column = 0; column < count; column++) {
        ColumnRole role = import_role_of_name(last_word(names[column]));
        bool is_side = role == COLUMN_TERM || role == COLUMN_DEFINITION;
        if (is_side && roles[role] == COLUMN_NONE && !has_role(roles, column)) roles[role] = column;
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
    if (import_roles_of_names(names, count, roles) || are_languages(names, count)) return true;
    bool is_any = false;
    for (int32_t i = 0; i < count; i++) is_any |= is_telling(names[i]);
    return is_any && count >= 3;
}

static void take_places(int32_t count, uint64_t left_out, int32_t roles[COLUMN_ROLE_COUNT])
{
    for (int side = COLUMN_TERM; side <= COLUMN_DEFINITION; side++)
        for (int32_t column = 0; column < count && roles[side] == COLUMN_NONE; column++)
            if (!has_role(roles, column) && !(left_out >> column & 1)) roles[side] = column;
}

void import_roles_by_place(int32_t count, uint64_t sparse, int32_t roles[COLUMN_ROLE_COUNT])
{
    take_places(count, sparse, roles);
    take_places(count, 0, roles);
    if (roles[COLUMN_TERM] == COLUMN_NONE || roles[COLUMN_DEFINITION] != COLUMN_NONE) return;
    roles[COLUMN_DEFINITION] = roles[COLUMN_HINT];
    roles[COLUMN_HINT] = COLUMN_NONE;
}

uint64_t import_sparse_columns(const int *filled, int32_t count, int records)
{
    uint64_t sparse = 0;
    for (int32_t column = 0; column < count; column++)
        if (filled[column] * 2 < records) sparse |= UINT64_C(1) << column;
    return sparse;
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
