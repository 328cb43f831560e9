#include "platform/layers.h"

#include <assert.h>
#include <stdlib.h>

#include "base/err.h"

enum { MAX_ENTRIES = 2048, BUCKETS = 4096, NONE = -1 };

typedef struct {
    uint64_t content;
    SDL_Texture *texture; /* NULL: free */
    size_t bytes;
    uint64_t used_in; /* frame */
    int next;         /* in its bucket, or in the list of free entries */
} Entry;

struct Layers {
    SDL_Renderer *renderer;
    SDL_TextureAccess access;
    size_t budget, bytes;
    uint64_t frame;
    Entry entries[MAX_ENTRIES];
    int buckets[BUCKETS];
    int first_free;
    SDL_Texture *painting; /* between begin and keep */
    Picture picture;
    uint32_t *pixels; /* to paint in where textures can't be: as large as the largest picture so far */
    size_t capacity;
};

Layers *layers_open(SDL_Renderer *renderer, bool are_lockable, size_t budget_bytes)
{
    Layers *layers = calloc(1, sizeof *layers);
    if (!layers) err_fatal("out of memory");
    layers->renderer = renderer;
    layers->access = are_lockable ? SDL_TEXTUREACCESS_STREAMING : SDL_TEXTUREACCESS_STATIC;
    layers->budget = budget_bytes;
    for (int i = 0; i < BUCKETS; i++) layers->buckets[i] = NONE;
    for (int i = 0; i < MAX_ENTRIES; i++) layers->entries[i].next = i + 1 < MAX_ENTRIES ? i + 1 : NONE;
    return layers;
}

void layers_close(Layers *layers)
{
    if (!layers) return;
    for (int i = 0; i < MAX_ENTRIES; i++)
        if (layers->entries[i].texture) SDL_DestroyTexture(layers->entries[i].texture);
    free(layers->pixels);
    free(layers);
}

void layers_begin_frame(Layers *layers)
{
    layers->frame++;
}

static int *bucket_of(Layers *layers, uint64_t content)
{
    return &layers->buckets[(content ^ content >> 32) % BUCKETS];
}

SDL_Texture *layers_find(Layers *layers, uint64_t content)
{
    for (int i = *bucket_of(layers, content); i != NONE; i = layers->entries[i].next) {
        Entry *entry = &layers->entries[i];
        if (entry->content != content) continue;
        entry->used_in = layers->frame;
        return entry->texture;
    }
    return NULL;
}

static void drop(Layers *layers, int index)
{
    Entry *entry = &layers->entries[index];
    int *link = bucket_of(layers, entry->content);
    while (*link != index) link = &layers->entries[*link].next;
    *link = entry->next;
    SDL_DestroyTexture(entry->texture);
    layers->bytes -= entry->bytes;
    *entry = (Entry){.next = layers->first_free};
    layers->first_free = index;
}

static int find_oldest(const Layers *layers)
{
    int oldest = NONE;
    for (int i = 0; i < MAX_ENTRIES; i++) {
        const Entry *entry = &layers->entries[i];
        if (!entry->texture || entry->used_in == layers->frame) continue;
        if (oldest == NONE || entry->used_in < layers->entries[oldest].used_in) oldest = i;
    }
    return oldest;
}

static void make_room(Layers *layers, size_t bytes)
{
    while (layers->first_free == NONE || layers->bytes + bytes > layers->budget) {
        int oldest = find_oldest(layers);
        if (oldest == NONE) return;
        drop(layers, oldest);
    }
}

static SDL_Texture *make_texture(const Layers *layers, int width, int height)
{
    SDL_Texture *texture =
        SDL_CreateTexture(layers->renderer, SDL_PIXELFORMAT_ARGB8888, layers->access, width, height);
    if (!texture) return NULL;
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
    return texture;
}

static uint32_t *get_pixels(Layers *layers, size_t wanted)
{
    if (wanted <= layers->capacity) return layers->pixels;
    free(layers->pixels);
    layers->pixels = malloc(wanted * sizeof *layers->pixels);
    if (!layers->pixels) err_fatal("out of memory");
    layers->capacity = wanted;
    return layers->pixels;
}

/* The software renderer's textures are memory, and new ones are transparent: painted in where they are. */
static Picture begin_in_texture(SDL_Texture *texture, int width, int height)
{
    void *pixels;
    int pitch;
    if (SDL_LockTexture(texture, NULL, &pixels, &pitch) != 0) return (Picture){NULL, 0, 0, 0};
    return (Picture){pixels, width, height, pitch / (int)sizeof(uint32_t)};
}

static Picture begin_in_memory(Layers *layers, int width, int height)
{
    Picture picture = {get_pixels(layers, (size_t)width * (size_t)height), width, height, width};
    picture_clear(picture);
    return picture;
}

Picture layers_begin_picture(Layers *layers, int width, int height)
{
    assert(!layers->painting);
    make_room(layers, (size_t)width * (size_t)height * sizeof(uint32_t));
    layers->picture = (Picture){NULL, 0, 0, 0};
    if (layers->first_free == NONE) return layers->picture;
    layers->painting = make_texture(layers, width, height);
    if (!layers->painting) return layers->picture;
    layers->picture = layers->access == SDL_TEXTUREACCESS_STREAMING
                          ? begin_in_texture(layers->painting, width, height)
                          : begin_in_memory(layers, width, height);
    return layers->picture;
}

static void add_entry(Layers *layers, uint64_t content, SDL_Texture *texture, size_t bytes)
{
    int index = layers->first_free, *bucket = bucket_of(layers, content);
    Entry *entry = &layers->entries[index];
    layers->first_free = entry->next;
    *entry = (Entry){content, texture, bytes, layers->frame, *bucket};
    *bucket = index;
    layers->bytes += bytes;
}

SDL_Texture *layers_keep(Layers *layers, uint64_t content)
{
    SDL_Texture *texture = layers->painting;
    Picture picture = layers->picture;
    layers->painting = NULL;
    if (!texture) return NULL;
    if (layers->access == SDL_TEXTUREACCESS_STREAMING)
        SDL_UnlockTexture(texture);
    else
        SDL_UpdateTexture(texture, NULL, picture.pixels, picture.stride * (int)sizeof(uint32_t));
    add_entry(layers, content, texture, (size_t)picture.width * (size_t)picture.height * sizeof(uint32_t));
    return texture;
}
