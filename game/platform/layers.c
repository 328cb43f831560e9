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
    uint32_t *pixels; /* the canvas, as large as the largest picture so far */
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

Picture layers_canvas(Layers *layers, int width, int height)
{
    size_t wanted = (size_t)width * (size_t)height;
    if (wanted > layers->capacity) {
        free(layers->pixels);
        layers->pixels = malloc(wanted * sizeof *layers->pixels);
        if (!layers->pixels) err_fatal("out of memory");
        layers->capacity = wanted;
    }
    Picture picture = {layers->pixels, width, height, width};
    picture_clear(picture);
    return picture;
}

static SDL_Texture *make_texture(const Layers *layers, Picture picture)
{
    SDL_Texture *texture = SDL_CreateTexture(layers->renderer, SDL_PIXELFORMAT_ARGB8888, layers->access,
                                             picture.width, picture.height);
    if (!texture) return NULL;
    SDL_UpdateTexture(texture, NULL, picture.pixels, picture.stride * (int)sizeof(uint32_t));
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
    return texture;
}

SDL_Texture *layers_add(Layers *layers, uint64_t content, Picture picture)
{
    size_t bytes = (size_t)picture.width * (size_t)picture.height * sizeof(uint32_t);
    make_room(layers, bytes);
    if (layers->first_free == NONE) return NULL;
    SDL_Texture *texture = make_texture(layers, picture);
    if (!texture) return NULL;
    int index = layers->first_free, *bucket = bucket_of(layers, content);
    Entry *entry = &layers->entries[index];
    layers->first_free = entry->next;
    *entry = (Entry){content, texture, bytes, layers->frame, *bucket};
    *bucket = index;
    layers->bytes += bytes;
    return texture;
}

size_t layers_bytes(const Layers *layers)
{
    return layers->bytes;
}
