/* The reference of the start: a bare SDL2 window that loads one font and shows one line, with the renderer
   that the game picks. bare_window FONT */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdlib.h>

static void show_line(SDL_Renderer *renderer, TTF_Font *font)
{
    SDL_Surface *text = TTF_RenderUTF8_Blended(font, "Matchwick", (SDL_Color){255, 255, 255, 255});
    if (!text) exit(1);
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, text);
    SDL_Rect place = {100, 100, text->w, text->h};
    SDL_SetRenderDrawColor(renderer, 16, 19, 28, 255);
    SDL_RenderClear(renderer);
    SDL_RenderCopy(renderer, texture, NULL, &place);
    SDL_RenderFlush(renderer);
    SDL_DestroyTexture(texture);
    SDL_FreeSurface(text);
}

int main(int argc, char **argv)
{
    if (argc != 2) return 2;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) return 1;
    SDL_Window *window = SDL_CreateWindow("Bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 720,
                                          SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!window) return 1;
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(SDL_GetWindowSurface(window));
    TTF_Font *font = TTF_OpenFont(argv[1], 32);
    if (!renderer || !font) return 1;
    show_line(renderer, font);
    SDL_UpdateWindowSurface(window);
    SDL_Delay(10000);
    return 0;
}
