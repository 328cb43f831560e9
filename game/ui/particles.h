/* Particles: confetti and sparks, for the look alone (a generator of their own). At most 64 alive; a new one
   takes the place of the oldest. With reduced motion none are made. */
#ifndef MATCHWICK_UI_PARTICLES_H
#define MATCHWICK_UI_PARTICLES_H

#include "base/rng.h"
#include "ui/ui.h"

enum { PARTICLES_MAX = 64 };

typedef struct {
    Vec at, speed; /* units, units a second */
    float gravity; /* units a second squared */
    float size, angle_deg, spin_deg;
    int64_t born_ms;
    int life_ms;
    bool is_square;
    Color color;
} Particle;

typedef struct {
    Particle items[PARTICLES_MAX];
    int count, next;
    int64_t moved_ms; /* up to when they have moved */
    Rng rng;
} Particles;

void particles_init(Particles *particles, uint64_t seed);
void particles_clear(Particles *particles);
/* `count` sparks out of a point in all directions; life 400 to 700 ms. */
void particles_burst(Particles *particles, const Ui *ui, Vec from, int count, Color color, Color second);
/* Confetti over an area for `ms`, falling at 600 units/s2. */
void particles_confetti(Particles *particles, const Ui *ui, Rect area, int count, int ms);
/* Moves them to the pass's time and draws them; keeps the screen awake while any is alive. */
void particles_draw(Particles *particles, Ui *ui);

#endif
