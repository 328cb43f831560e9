#include "ui/sound.h"

#include <assert.h>

const char *sound_name(SoundCue cue)
{
    static const char *const names[SOUND_COUNT] = {
        [SOUND_FOCUS] = "focus",
        [SOUND_PICK] = "pick",
        [SOUND_UNPICK] = "unpick",
        [SOUND_DEAL] = "deal",
        [SOUND_MATCH] = "match",
        [SOUND_MULTIPLIER] = "multiplier",
        [SOUND_MISMATCH] = "mismatch",
        [SOUND_STREAK_LOST] = "streak-lost",
        [SOUND_COUNTDOWN] = "countdown",
        [SOUND_GO] = "go",
        [SOUND_LAST_SECONDS] = "last-seconds",
        [SOUND_ROUND_END] = "round-end",
        [SOUND_PERSONAL_BEST] = "personal-best",
        [SOUND_PASS_BEST] = "pass-best",
        [SOUND_FLIP] = "flip",
        [SOUND_RATING] = "rating",
        [SOUND_ALMOST] = "almost",
    };
    assert(cue < SOUND_COUNT);
    return names[cue];
}
