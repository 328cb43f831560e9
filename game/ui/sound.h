/* Sound cues: what a screen or the app may ask to be heard. How each sounds is data: assets/sounds.json. */
#ifndef MATCHWICK_UI_SOUND_H
#define MATCHWICK_UI_SOUND_H

typedef enum {
    SOUND_FOCUS,
    SOUND_PICK,
    SOUND_UNPICK,
    SOUND_DEAL,  /* step: which tile */
    SOUND_MATCH, /* step: matches in the streak before this one; the pitch rises with it */
    SOUND_MULTIPLIER,
    SOUND_MISMATCH,
    SOUND_STREAK_LOST,
    SOUND_COUNTDOWN,
    SOUND_GO,
    SOUND_LAST_SECONDS,
    SOUND_ROUND_END,
    SOUND_PERSONAL_BEST,
    SOUND_PASS_BEST,
    SOUND_FLIP,   /* a card is turned over */
    SOUND_RATING, /* step: 0 Again to 3 Easy */
    SOUND_ALMOST, /* a typed answer that is right but for a slip */
    SOUND_COUNT
} SoundCue;

/* As in assets/sounds.json: "match", "last-seconds" … */
const char *sound_name(SoundCue cue);

#endif
