#include "memory/evidence.h"

#include <math.h>

static const Str names[EVIDENCE_FORMATS] = {[EVIDENCE_CARD] = STR_INIT("card"),
                                            [EVIDENCE_TYPED] = STR_INIT("typed"),
                                            [EVIDENCE_CHOICE] = STR_INIT("choice"),
                                            [EVIDENCE_TRUE_FALSE] = STR_INIT("truefalse"),
                                            [EVIDENCE_MATCH] = STR_INIT("match")};

#define MAX_SPEED_MS 60000
#define SHORTEST_MS  150 /* beyond reading: no one answers in less */

Str evidence_format_name(EvidenceFormat format)
{
    return names[format];
}

bool evidence_format_find(Str name, EvidenceFormat *out)
{
    for (int format = 0; format < EVIDENCE_FORMATS; format++) {
        if (!str_is(name, names[format])) continue;
        *out = (EvidenceFormat)format;
        return true;
    }
    return false;
}

static bool is_free_recall(EvidenceFormat format)
{
    return format == EVIDENCE_CARD || format == EVIDENCE_TYPED;
}

bool evidence_is_right(const Evidence *evidence)
{
    return evidence->format == EVIDENCE_CARD ? evidence->grade != GRADE_AGAIN : evidence->is_right;
}

static bool says_nothing(const Evidence *evidence)
{
    bool has_options = evidence->format == EVIDENCE_CHOICE || evidence->format == EVIDENCE_MATCH;
    return evidence->is_forced || (has_options && evidence->choices < 2);
}

/* --- the learner --- */

bool evidence_pace(const Evidence *evidence, double *x)
{
    if (!evidence_is_right(evidence) || says_nothing(evidence)) return false;
    if (evidence->lost_focus || evidence->response_ms > MAX_SPEED_MS) return false;
    int64_t reading_ms = 300 + INT64_C(40) * evidence->read_characters;
    int64_t ms = evidence->response_ms - reading_ms;
    if (ms <= SHORTEST_MS) return false;
    *x = log((double)ms / 1000);
    return true;
}

double learner_prior(const Learner *learner)
{
    double right = 2 + learner->first_right, wrong = 8 + learner->first_wrong;
    return right / (right + wrong);
}

static void add_pace(LearnerPace *pace, double x)
{
    pace->x[pace->next] = x;
    pace->next = (pace->next + 1) % PACE_SIZE;
    if (pace->count < PACE_SIZE) pace->count++;
}

void learner_apply(Learner *learner, const Evidence *evidence, bool is_first)
{
    double x;
    if (says_nothing(evidence)) return;
    if (evidence_pace(evidence, &x)) add_pace(&learner->pace[evidence->format], x);
    if (is_first && is_free_recall(evidence->format))
        ++*(evidence_is_right(evidence) ? &learner->first_right : &learner->first_wrong);
}

/* --- speed --- */

/* What is usual: the median, and how far off it half of them are. */
typedef struct {
    double median, deviation;
} Usual;

static double middle(const double *sorted, int32_t count)
{
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
}

static void sort(double *values, int32_t count)
{
    for (int32_t i = 1; i < count; i++) {
        double value = values[i];
        int32_t at = i;
        for (; at > 0 && values[at - 1] > value; at--) values[at] = values[at - 1];
        values[at] = value;
    }
}

/* Sorted first: the sum of two middles must not depend on where in the ring they are. */
static Usual usual_of(const LearnerPace *pace)
{
    double values[PACE_SIZE];
    for (int32_t i = 0; i < pace->count; i++) values[i] = pace->x[i];
    sort(values, pace->count);
    Usual usual = {.median = middle(values, pace->count)};
    for (int32_t i = 0; i < pace->count; i++) values[i] = fabs(values[i] - usual.median);
    sort(values, pace->count);
    usual.deviation = middle(values, pace->count);
    return usual;
}

/* What an answer's time says. */
typedef struct {
    double evidence; /* rho: the logarithm of how much likelier it is if it was known */
    double slowness; /* u: in usual deviations */
} Speed;

/* ln(N(x; 0, 0.5) / N(x; 0.7, 0.65)), to +-ln 3: one is slower where one guesses. */
static double evidence_of_pace(double x)
{
    double known = x / 0.5, guessed = (x - 0.7) / 0.65, most = log(3);
    double ratio = log(0.65 / 0.5) + (guessed * guessed - known * known) / 2;
    return fmin(fmax(ratio, -most), most);
}

static Speed speed_of(const Learner *learner, const Evidence *evidence)
{
    const LearnerPace *pace = &learner->pace[evidence->format];
    double x;
    if (pace->count < PACE_LEAST || !evidence_pace(evidence, &x)) return (Speed){0};
    Usual usual = usual_of(pace);
    x -= usual.median;
    return (Speed){evidence_of_pace(x), x / fmax(.25, 1.4826 * usual.deviation)};
}

/* --- the verdict --- */

/* A choice is not made quicker by knowing it better, so that it is never Easy. */
static Grade grade_of(const Evidence *evidence, double slowness)
{
    bool is_typed = evidence->format == EVIDENCE_TYPED;
    if (is_typed && !evidence->is_right) return GRADE_AGAIN;
    if (slowness >= 1 || (is_typed && evidence->is_near)) return GRADE_HARD;
    return slowness <= -1 && is_typed ? GRADE_EASY : GRADE_GOOD;
}

static Verdict judge_recall(const Evidence *evidence, double slowness)
{
    Grade grade = evidence->format == EVIDENCE_CARD ? evidence->grade : grade_of(evidence, slowness);
    return (Verdict){.p = evidence_is_right(evidence) ? 1 : 0, .grade = grade};
}

static double slip_of(const Evidence *evidence)
{
    if (evidence->format == EVIDENCE_CHOICE) return 0.03;
    if (evidence->format == EVIDENCE_TRUE_FALSE) return 0.05;
    return evidence->is_other ? 0.35 : 0.08;
}

static double known_after(double recall, double guess, double slip, bool is_right, double speed)
{
    double before = fmin(fmax(recall, .01), .99);
    double told = is_right ? log((1 - slip) / guess) : log(slip / (1 - guess));
    return 1 / (1 + exp(-(log(before / (1 - before)) + told + speed)));
}

Verdict evidence_judge(const Learner *learner, double recall, const Evidence *evidence)
{
    if (says_nothing(evidence)) return (Verdict){.p = recall, .grade = GRADE_GOOD, .says_nothing = true};
    Speed speed = speed_of(learner, evidence);
    if (is_free_recall(evidence->format)) return judge_recall(evidence, speed.slowness);
    Verdict verdict = {.guess = evidence->format == EVIDENCE_TRUE_FALSE ? 0.5 : 1.0 / evidence->choices,
                       .slip = slip_of(evidence),
                       .grade = grade_of(evidence, speed.slowness)};
    verdict.p = known_after(recall, verdict.guess, verdict.slip, evidence->is_right, speed.evidence);
    return verdict;
}
