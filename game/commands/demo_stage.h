/* What every demo has: a sitting with its time, and pictures on the way. */
#ifndef MATCHWICK_COMMANDS_DEMO_STAGE_H
#define MATCHWICK_COMMANDS_DEMO_STAGE_H

#include "base/json.h"
#include "commands/sitting.h"

#define DEMO_MOST_SHOTS 8

typedef struct {
    const CommandContext *context;
    Sitting sitting;
    uint32_t skill; /* how often it is right, in percent */
    bool is_offscreen;
    const char *folder; /* of pictures; NULL: none */
    Str shots[DEMO_MOST_SHOTS];
    int shot_count;
} DemoStage;

int64_t demo_now_ms(const DemoStage *stage);
/* Lets time pass to `until_ms`, with the frames that it needs. A person in front of the window may still end
   it. */
void demo_pass_time(DemoStage *stage, int64_t until_ms);
/* A picture, if pictures are wanted and there are not too many yet; `settled`: once the motion is over. */
NODISCARD bool demo_shoot(DemoStage *stage, const char *name, Err *err);
NODISCARD bool demo_shoot_settled(DemoStage *stage, const char *name, Err *err);
void demo_open_screen(DemoStage *stage, ScreenId screen, Str argument);
/* Pictures of title and library; opens the deck (NULL: the one played last). */
NODISCARD bool demo_show_menus(DemoStage *stage, Err *err);
NODISCARD bool demo_open_deck(DemoStage *stage, const char *deck, Err *err);

/* The member "shots"; or a line for each. */
void demo_write_shots(const DemoStage *stage, JsonWriter *w);
void demo_print_shots(const DemoStage *stage);

#endif
