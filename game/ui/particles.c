#include "ui/particles.h"

#include <math.h>

static const float PI = 3.14159265f;
static const float FALL = 600;    /* units a second squared */
static const float UP_GAP = 0.9f; /* radians that a burst leaves free above it: points rise there */

void particles_init(Particles *particles, uint64_t seed)
{
    *particles = (Particles){0};
    rng_seed(&particles->rng, seed);
}

void particles_clear(Particles *particles)
{
    particles->count = particles->next = 0;
}

/* Evenly between the two, in thousandths. */
static float between(Rng *rng, float low, float high)
{
    return low + (high - low) * (float)rng_below(rng, 1001) / 1000;
}

static void add(Particles *particles, Particle particle)
{
    particles->items[particles->next] = particle;
    particles->next = (particles->next + 1) % PARTICLES_MAX;
    if (particles->count < PARTICLES_MAX) particles->count++;
}

static Particle make(Particles *particles, const Ui *ui, Vec at, Color color)
{
    Rng *rng = &particles->rng;
    return (Particle){.at = at,
                      .size = between(rng, 6, 10),
                      .angle_deg = between(rng, 0, 90),
                      .spin_deg = between(rng, -180, 180),
                      .born_ms = ui->in.now_ms,
                      .life_ms = (int)between(rng, 400, 700),
                      .is_square = rng_below(rng, 2) == 1,
                      .color = color};
}

void particles_burst(Particles *particles, const Ui *ui, Vec from, int count, Color color, Color second)
{
    if (ui->in.reduced_motion) return;
    if (particles->count == 0) particles->moved_ms = ui->in.now_ms;
    for (int i = 0; i < count; i++) {
        float turn = ((float)i + between(&particles->rng, 0, 0.6f)) / (float)count;
        float angle = -PI / 2 + UP_GAP / 2 + (2 * PI - UP_GAP) * turn;
        float speed = between(&particles->rng, 110, 230);
        Particle p = make(particles, ui, from, i % 3 == 2 ? second : color);
        p.speed = (Vec){speed * cosf(angle), speed * sinf(angle) - 40};
        p.gravity = FALL / 3;
        add(particles, p);
    }
}

void particles_confetti(Particles *particles, const Ui *ui, Rect area, int count, int ms)
{
    static const Token colors[] = {TOKEN_TERM, TOKEN_DEF, TOKEN_STREAK, TOKEN_OK};
    if (ui->in.reduced_motion) return;
    if (particles->count == 0) particles->moved_ms = ui->in.now_ms;
    for (int i = 0; i < count; i++) {
        Rng *rng = &particles->rng;
        Vec at = {between(rng, area.x, area.x + area.w), area.y + between(rng, 0, area.h * 0.3f)};
        Particle p = make(particles, ui, at, ui_color(ui, colors[i % 4]));
        p.speed = (Vec){between(rng, -60, 60), between(rng, -420, -160)};
        p.gravity = FALL;
        p.life_ms = (int)between(rng, (float)ms * 0.7f, (float)ms);
        add(particles, p);
    }
}

static void move(Particles *particles, int64_t now_ms)
{
    float s = (float)(now_ms - particles->moved_ms) / 1000;
    particles->moved_ms = now_ms;
    if (s <= 0) return;
    for (int i = 0; i < particles->count; i++) {
        Particle *p = &particles->items[i];
        p->at.x += p->speed.x * s;
        p->at.y += p->speed.y * s + p->gravity * s * s / 2;
        p->speed.y += p->gravity * s;
        p->angle_deg += p->spin_deg * s;
    }
}

/* A picture of each size and colour is kept; alpha, place and turn are the layer's. */
static void draw_one(Ui *ui, const Particle *p, float age)
{
    float size = roundf(p->size / 2) * 2;
    Rect box = {-size / 2, -size / 2, size, size};
    DrawLayer layer = draw_layer_identity(rect_inset(box, -1));
    layer.dx = p->at.x;
    layer.dy = p->at.y;
    layer.alpha = age < 0.6f ? 1 : (1 - age) / 0.4f;
    layer.angle_deg = p->is_square ? p->angle_deg : 0;
    draw_layer(ui->draw, layer);
    draw_rect(ui->draw, box, p->is_square ? 3 : size / 2, p->color);
    draw_layer_end(ui->draw);
}

void particles_draw(Particles *particles, Ui *ui)
{
    if (particles->count == 0) return;
    move(particles, ui->in.now_ms);
    bool is_any_alive = false;
    for (int i = 0; i < particles->count; i++) {
        const Particle *p = &particles->items[i];
        float age = (float)(ui->in.now_ms - p->born_ms) / (float)p->life_ms;
        if (age < 0 || age >= 1) continue;
        is_any_alive = true;
        draw_one(ui, p, age);
    }
    if (is_any_alive)
        ui_keep_moving(ui);
    else
        particles_clear(particles);
}
