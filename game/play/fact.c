#include "play/fact.h"

Str answer_format_name(AnswerFormat format)
{
    return format == FORMAT_MATCH ? STR("match") : STR("choice");
}
