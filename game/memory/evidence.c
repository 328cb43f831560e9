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

static void sort_out(LearnerPace *pace, double x)
{
    int32_t at = 0;
    while (pace->sorted[at] < x) at++;
    for (; at + 1 < pace->count; at++) pace->sorted[at] = pace->sorted[at + 1];
    pace->count--;
}

static void sort_in(LearnerPace *pace, double x)
{
    int32_t at = pace->count++;
    for (; at > 0 && pace->sorted[at - 1] > x; at--) pace->sorted[at] = pace->sorted[at - 1];
    pace->sorted[at] = x;
}

static void add_pace(LearnerPace *pace, double x)
{
    if (pace->count == PACE_SIZE) sort_out(pace, pace->x[pace->next]);
    sort_in(pace, x);
    pace->x[pace->next] = x;
    pace->next = (pace->next + 1) % PACE_SIZE;
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

/* Of values that rise: the one in the middle, or the mean of the two. */
static double middle(const double *sorted, int32_t count)
{
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
}

/* Distances from the median rise to both sides of it: the nearest half of them is taken from there. */
static double middle_distance(const double *sorted, int32_t count, double median)
{
    double distances[PACE_SIZE];
    int32_t above = count / 2, below = above - 1, taken = 0;
    while (taken <= count / 2) {
        bool is_above = below < 0 || (above < count && sorted[above] - median < median - sorted[below]);
        distances[taken++] = fabs((is_above ? sorted[above++] : sorted[below--]) - median);
    }
    return middle(distances, count);
}

static Usual usual_of(const LearnerPace *pace)
{
    double median = middle(pace->sorted, pace->count);
    return (Usual){median, middle_distance(pace->sorted, pace->count, median)};
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

/* A flashcard's grade is the player's own: its time is of no matter. */
static Speed speed_of(const Learner *learner, const Evidence *evidence)
{
    const LearnerPace *pace = &learner->pace[evidence->format];
    double x;
    if (evidence->format == EVIDENCE_CARD) return (Speed){0};
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

static Verdict judge_recall(const Evidence *evidence, double recall, double slowness)
{
    Grade grade = evidence->format == EVIDENCE_CARD ? evidence->grade : grade_of(evidence, slowness);
    return (Verdict){.p = evidence_is_right(evidence) ? 1 : 0, .grade = grade, .recall = recall};
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
    if (says_nothing(evidence))
        return (Verdict){.p = recall, .grade = GRADE_GOOD, .says_nothing = true, .recall = recall};
    Speed speed = speed_of(learner, evidence);
    if (is_free_recall(evidence->format)) return judge_recall(evidence, recall, speed.slowness);
    Verdict verdict = {.guess = evidence->format == EVIDENCE_TRUE_FALSE ? 0.5 : 1.0 / evidence->choices,
                       .slip = slip_of(evidence),
                       .grade = grade_of(evidence, speed.slowness),
                       .recall = recall};
    verdict.p = known_after(recall, verdict.guess, verdict.slip, evidence->is_right, speed.evidence);
    return verdict;
}
