#include "ui/icon_parts.h"

#define LINE(n, ...)                                                                                         \
    {                                                                                                        \
        PART_LINE, false, n,                                                                                 \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define LINE_OVER(n, ...)                                                                                    \
    {                                                                                                        \
        PART_LINE, true, n,                                                                                  \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define FILL(n, ...)                                                                                         \
    {                                                                                                        \
        PART_FILL, false, n,                                                                                 \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define ARC(...)                                                                                             \
    {                                                                                                        \
        PART_ARC, false, 0,                                                                                  \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define DISC(...)                                                                                            \
    {                                                                                                        \
        PART_DISC, false, 0,                                                                                 \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define BOX(...)                                                                                             \
    {                                                                                                        \
        PART_BOX, false, 0,                                                                                  \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define BOX_OVER(...)                                                                                        \
    {                                                                                                        \
        PART_BOX, true, 0,                                                                                   \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define SLAB(...)                                                                                            \
    {                                                                                                        \
        PART_SLAB, false, 0,                                                                                 \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define SLAB_OVER(...)                                                                                       \
    {                                                                                                        \
        PART_SLAB, true, 0,                                                                                  \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define ARC_OVER(...)                                                                                        \
    {                                                                                                        \
        PART_ARC, true, 0,                                                                                   \
        {                                                                                                    \
            __VA_ARGS__                                                                                      \
        }                                                                                                    \
    }
#define STAR                                                                                                 \
    12, 2.5f, 14.8f, 8.6f, 21.5f, 9.3f, 16.5f, 13.8f, 18, 20.5f, 12, 17, 6, 20.5f, 7.5f, 13.8f, 2.5f, 9.3f,  \
        9.2f, 8.6f

const IconPart icon_parts[ICON_COUNT][ICON_PARTS_MAX] = {
    [ICON_PLAY] = {FILL(3, 7, 4.5f, 7, 19.5f, 19, 12), LINE(4, 7, 4.5f, 7, 19.5f, 19, 12, 7, 4.5f)},
    [ICON_PAUSE] = {SLAB(6, 4, 4.5f, 16, 1.5f), SLAB(13.5f, 4, 4.5f, 16, 1.5f)},
    [ICON_LIBRARY] = {BOX(3, 4, 4.5f, 16, 1.5f), BOX(9.5f, 4, 4.5f, 16, 1.5f),
                      LINE_OVER(5, 15.6f, 5.2f, 18.8f, 4.4f, 21.6f, 19, 18.4f, 19.8f, 15.6f, 5.2f)},
    [ICON_LEADERBOARD] = {BOX(2.5f, 12, 5.5f, 9, 1.5f), BOX_OVER(9.25f, 6, 5.5f, 15, 1.5f),
                          BOX(16, 14.5f, 5.5f, 6.5f, 1.5f)},
    [ICON_SETTINGS] = {LINE(2, 3, 7, 13, 7), LINE(2, 19, 7, 21, 7), LINE(2, 3, 17, 5, 17),
                       LINE(2, 11, 17, 21, 17), ARC_OVER(16, 7, 2.75f, 0, 360),
                       ARC_OVER(8, 17, 2.75f, 0, 360)},
    [ICON_QUIT] = {LINE(4, 10, 3.5f, 4.5f, 3.5f, 4.5f, 20.5f, 10, 20.5f), LINE(2, 9, 12, 20.5f, 12),
                   LINE(3, 16.5f, 8, 20.5f, 12, 16.5f, 16)},
    [ICON_HELP] = {ARC(12, 12, 9, 0, 360), ARC(12, 9.5f, 2.75f, -90, 225), LINE(2, 12, 12.6f, 12, 13.6f),
                   DISC(12, 16.8f, 1.25f)},
    [ICON_TICK] = {LINE(3, 5, 12.5f, 10, 17.5f, 19.5f, 7)},
    [ICON_CROSS] = {LINE(2, 6, 6, 18, 18), LINE(2, 18, 6, 6, 18)},
    [ICON_TICK_CIRCLE] = {DISC(12, 12, 11), LINE_OVER(3, 7, 12.5f, 10.5f, 16, 17, 8.5f)},
    [ICON_CROSS_CIRCLE] = {DISC(12, 12, 11), LINE_OVER(2, 8, 8, 16, 16), LINE_OVER(2, 16, 8, 8, 16)},
    [ICON_ARROW_LEFT] = {LINE(2, 19.5f, 12, 4.5f, 12), LINE(3, 10.5f, 6, 4.5f, 12, 10.5f, 18)},
    [ICON_ARROW_RIGHT] = {LINE(2, 4.5f, 12, 19.5f, 12), LINE(3, 13.5f, 6, 19.5f, 12, 13.5f, 18)},
    [ICON_ARROW_UP] = {LINE(2, 12, 19.5f, 12, 4.5f), LINE(3, 6, 10.5f, 12, 4.5f, 18, 10.5f)},
    [ICON_ARROW_DOWN] = {LINE(2, 12, 4.5f, 12, 19.5f), LINE(3, 6, 13.5f, 12, 19.5f, 18, 13.5f)},
    [ICON_CHEVRON_LEFT] = {LINE(3, 15, 5, 8, 12, 15, 19)},
    [ICON_CHEVRON_RIGHT] = {LINE(3, 9, 5, 16, 12, 9, 19)},
    [ICON_CHEVRON_DOWN] = {LINE(3, 5, 9, 12, 16, 19, 9)},
    [ICON_CROWN] = {FILL(7, 2, 6.5f, 7.5f, 11, 12, 4, 16.5f, 11, 22, 6.5f, 20, 20, 4, 20)},
    [ICON_STAR] = {FILL(10, STAR)},
    [ICON_STAR_EMPTY] = {LINE(10, STAR), LINE(2, 9.2f, 8.6f, 12, 2.5f)},
    [ICON_CLOCK] = {ARC(12, 12, 9, 0, 360), LINE(3, 12, 6.5f, 12, 12, 16, 14)},
    [ICON_STOPWATCH] = {ARC(12, 13.5f, 8, 0, 360), LINE(3, 12, 9, 12, 13.5f, 15, 15.5f),
                        LINE(2, 9.5f, 2.5f, 14.5f, 2.5f)},
    [ICON_BOLT] = {FILL(6, 13.5f, 2, 4.5f, 13.5f, 11, 13.5f, 9.5f, 22, 19.5f, 9.5f, 12.5f, 9.5f)},
    [ICON_SEARCH] = {ARC(10.5f, 10.5f, 6.5f, 0, 360), LINE(2, 15.5f, 15.5f, 20.5f, 20.5f)},
    [ICON_FOLDER] = {LINE(7, 3, 19, 3, 5, 9.5f, 5, 12, 8, 21, 8, 21, 19, 3, 19)},
    [ICON_AGAIN] = {ARC(12, 12.5f, 7.5f, -45, 300), FILL(3, 3.5f, 3.5f, 9.5f, 4.6f, 4.6f, 9.5f)},
    [ICON_TARGET] = {ARC(12, 12, 9, 0, 360), DISC(12, 12, 4.5f)},
    [ICON_TRASH] = {LINE(2, 4, 6.5f, 20, 6.5f), LINE(4, 9, 6.5f, 9.5f, 3.5f, 14.5f, 3.5f, 15, 6.5f),
                    LINE(4, 6, 6.5f, 7, 20.5f, 17, 20.5f, 18, 6.5f), LINE(2, 10.5f, 10.5f, 10.5f, 16.5f),
                    LINE(2, 13.5f, 10.5f, 13.5f, 16.5f)},
    [ICON_PLUS] = {LINE(2, 12, 4.5f, 12, 19.5f), LINE(2, 4.5f, 12, 19.5f, 12)},
    [ICON_MINUS] = {LINE(2, 4.5f, 12, 19.5f, 12)},
    [ICON_PENCIL] = {LINE(6, 4, 20, 5, 15.5f, 16, 4.5f, 19.5f, 8, 8.5f, 19, 4, 20),
                     LINE(2, 13.5f, 7, 17, 10.5f)},
    [ICON_PEOPLE] = {ARC(9, 8, 3.5f, 0, 360), ARC(9, 20.5f, 6.5f, -90, 180), ARC(16.5f, 8.5f, 3, -30, 210),
                     ARC(16, 20, 5.5f, 0, 90)},
    [ICON_PERSON] = {ARC(12, 8, 4, 0, 360), ARC(12, 21, 7.5f, -90, 180)},
    [ICON_SOUND_ON] = {FILL(6, 3, 9, 7, 9, 12, 4.5f, 12, 19.5f, 7, 15, 3, 15), ARC(12, 12, 4.5f, 45, 90),
                       ARC(12, 12, 8.5f, 45, 90)},
    [ICON_SOUND_OFF] = {FILL(6, 3, 9, 7, 9, 12, 4.5f, 12, 19.5f, 7, 15, 3, 15), LINE(2, 15.5f, 9, 21.5f, 15),
                        LINE(2, 21.5f, 9, 15.5f, 15)},
    [ICON_LOCK] = {BOX(4.5f, 10.5f, 15, 10.5f, 2.5f), ARC(12, 8, 4.25f, -90, 180),
                   LINE(2, 7.75f, 8, 7.75f, 10.5f), LINE(2, 16.25f, 8, 16.25f, 10.5f),
                   DISC(12, 15.5f, 1.75f)},
    [ICON_SAVED] = {BOX(3.5f, 3.5f, 17, 17, 3), LINE(3, 8, 12.5f, 11, 15.5f, 16.5f, 9)},
    [ICON_WARNING] = {LINE(4, 12, 3.5f, 22, 20.5f, 2, 20.5f, 12, 3.5f), LINE(2, 12, 9.5f, 12, 14),
                      DISC(12, 17.3f, 1.25f)},
    [ICON_INFO] = {ARC(12, 12, 9, 0, 360), LINE(2, 12, 11.5f, 12, 16.5f), DISC(12, 7.8f, 1.25f)},
    [ICON_KEYBOARD] = {BOX(2, 6, 20, 12.5f, 2.5f), LINE(2, 8.5f, 15, 15.5f, 15), DISC(6, 10, 1),
                       DISC(10, 10, 1), DISC(14, 10, 1), DISC(18, 10, 1)},
    [ICON_SHIFT] = {LINE(8, 12, 3.5f, 20.5f, 12, 16, 12, 16, 20, 8, 20, 8, 12, 3.5f, 12, 12, 3.5f)},
    [ICON_BACKSPACE] = {LINE(6, 8.5f, 5, 21.5f, 5, 21.5f, 19, 8.5f, 19, 2.5f, 12, 8.5f, 5),
                        LINE(2, 11.5f, 9, 17.5f, 15), LINE(2, 17.5f, 9, 11.5f, 15)},
    [ICON_CARDS] = {BOX(2.5f, 6.5f, 8.5f, 13, 2.5f), DISC(6.75f, 13, 1.75f), SLAB(13, 4, 9, 14, 2.5f),
                    SLAB_OVER(15.75f, 9.25f, 3.5f, 3.5f, .75f)},
    [ICON_FLAG] = {LINE(2, 5, 3.5f, 5, 21), FILL(5, 5, 4, 18.5f, 4, 15.5f, 8.5f, 18.5f, 13, 5, 13)},
    [ICON_FULLSCREEN] = {LINE(3, 3.5f, 9, 3.5f, 3.5f, 9, 3.5f), LINE(3, 15, 3.5f, 20.5f, 3.5f, 20.5f, 9),
                         LINE(3, 20.5f, 15, 20.5f, 20.5f, 15, 20.5f),
                         LINE(3, 9, 20.5f, 3.5f, 20.5f, 3.5f, 15)},
    [ICON_SHUFFLE] = {LINE(6, 3, 7, 6, 7, 8.5f, 8.2f, 15, 15.8f, 17.5f, 17, 20.5f, 17),
                      LINE(4, 3, 17, 6, 17, 8.5f, 15.8f, 10.3f, 13.8f),
                      LINE(4, 13.3f, 10.2f, 15, 8.2f, 17.5f, 7, 20.5f, 7),
                      LINE(3, 18, 4.5f, 20.5f, 7, 18, 9.5f), LINE(3, 18, 14.5f, 20.5f, 17, 18, 19.5f)},
    [ICON_SLIDERS] = {LINE(2, 3, 7, 13, 7), LINE(2, 19, 7, 21, 7), LINE(2, 3, 17, 5, 17),
                      LINE(2, 11, 17, 21, 17), ARC(16, 7, 2.75f, 0, 360), ARC(8, 17, 2.75f, 0, 360)},
    [ICON_TYPING] = {BOX(2, 5.5f, 20, 13, 3.5f), LINE(2, 6.5f, 9.5f, 6.5f, 14.5f),
                     LINE(2, 9.5f, 14.5f, 15, 14.5f)},
    [ICON_TEST] = {BOX(4.5f, 2.5f, 15, 19, 3), LINE(3, 7.5f, 8, 9, 9.5f, 11.5f, 6.5f),
                   LINE(2, 13.5f, 8, 16.5f, 8), LINE(2, 8, 13, 16, 13), LINE(2, 8, 17, 16, 17)},
    [ICON_FLASHCARD] = {BOX(4, 6, 12, 15.5f, 2.5f), DISC(10, 13.75f, 2.25f),
                        LINE(5, 8.5f, 3, 16.5f, 3, 19, 5.5f, 19, 17.5f, 18.5f, 18.5f)},
    [ICON_DECAY] = {LINE(3, 3, 3, 3, 21, 21.5f, 21), LINE(4, 6.5f, 3.5f, 7.5f, 9, 9.5f, 13.5f, 12.5f, 17),
                    LINE(4, 11.5f, 3.5f, 12.5f, 8, 14.5f, 12, 17.5f, 15),
                    LINE(4, 16.5f, 3.5f, 17.5f, 7.5f, 19.5f, 10.5f, 22, 12.5f)},
    [ICON_CHART] = {LINE(3, 3.5f, 3.5f, 3.5f, 20.5f, 20.5f, 20.5f),
                    LINE(4, 7.5f, 15.5f, 11.5f, 10.5f, 14.5f, 13, 20, 6)},
    [ICON_SUN] = {DISC(12, 12, 5), LINE(2, 12, 2.5f, 12, 4.5f), LINE(2, 12, 19.5f, 12, 21.5f),
                  LINE(2, 2.5f, 12, 4.5f, 12), LINE(2, 19.5f, 12, 21.5f, 12), LINE(2, 5.3f, 5.3f, 6.7f, 6.7f),
                  LINE(2, 17.3f, 17.3f, 18.7f, 18.7f), LINE(2, 18.7f, 5.3f, 17.3f, 6.7f),
                  LINE(2, 6.7f, 17.3f, 5.3f, 18.7f)},
    [ICON_SWAP] = {LINE(2, 4, 12, 20, 12), LINE(3, 7.5f, 7.5f, 3, 12, 7.5f, 16.5f),
                   LINE(3, 16.5f, 7.5f, 21, 12, 16.5f, 16.5f)},
    [ICON_ALMOST] = {LINE(7, 3, 9.5f, 5, 7.8f, 8, 7.3f, 12, 9, 16, 10.7f, 19, 10.2f, 21, 8.5f),
                     LINE(7, 3, 16.5f, 5, 14.8f, 8, 14.3f, 12, 16, 16, 17.7f, 19, 17.2f, 21, 15.5f)},
};
