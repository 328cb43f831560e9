/* Painted pictures, kept as textures by a hash of their content, the longest unused given up first. */
#ifndef MATCHWICK_PLATFORM_LAYERS_H
#define MATCHWICK_PLATFORM_LAYERS_H

#include <stddef.h>

#include <SDL.h>

#include "platform/picture.h"

typedef struct Layers Layers;

/* Textures belong to `renderer` and must go (layers_close) before it does. `are_lockable`: their pixels can
   be looked at through SDL_LockTexture, which is for the software renderer alone. */
Layers *layers_open(SDL_Renderer *renderer, bool are_lockable, size_t budget_bytes);
void layers_close(Layers *layers);
/* What is found or added from now on is in use: it stays until the next call, beyond the budget if need be.
 */
void layers_begin_frame(Layers *layers);
/* NULL if it must be painted. */
SDL_Texture *layers_find(Layers *layers, uint64_t content);
/* A transparent picture to paint in, until layers_keep is called. Without pixels if the renderer can't (too
   large, out of memory): nothing is shown then. */
Picture layers_begin_picture(Layers *layers, int width, int height);
/* Keeps what was painted. NULL if there was nothing to paint in. */
SDL_Texture *layers_keep(Layers *layers, uint64_t content);

#endif
