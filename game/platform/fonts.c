#include "platform/fonts.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_ttf.h>

#include "base/file.h"
#include "base/text.h"

enum { MAX_OPEN = 64, PICK_SLOTS = 4096, PICK_PROBES = 16, ASK_SIZE_PX = 16 };

typedef struct {
    TTF_Font *font; /* NULL: slot is free */
    int face, size_px;
    uint64_t used_at;
} OpenFont;

typedef struct {
    uint32_t key; /* code point * WEIGHT_COUNT + weight + 1; 0: free */
    int face;
} Pick;

typedef struct {
    bool is_looked_for, is_found;
    FontFile file;
    Str content; /* of a file of ordinary size, so that each size of the face is made without the disk */
    FontMetrics of_size; /* as parts of the size; ascent 0: not yet measured */
} Located;

struct Fonts {
    Arena arena;
    FontTable table;
    Located *located; /* by face */
    bool *is_told;    /* by family: the notice about it was taken */
    OpenFont open[MAX_OPEN];
    uint64_t uses;
    Pick picks[PICK_SLOTS];
    Err notice;
};

static const FontFamily *family_of(const Fonts *fonts, int face)
{
    assert(face >= 0 && face < fonts->table.family_count * WEIGHT_COUNT);
    return &fonts->table.families[face / WEIGHT_COUNT];
}

static bool locate(Fonts *fonts, int face)
{
    Located *at = &fonts->located[face];
    if (!at->is_looked_for) {
        at->is_looked_for = true;
        at->is_found = font_table_find(family_of(fonts, face), (FontWeight)(face % WEIGHT_COUNT),
                                       &fonts->arena, &at->file);
    }
    return at->is_found;
}

static OpenFont *oldest_slot(Fonts *fonts)
{
    OpenFont *oldest = &fonts->open[0];
    for (int i = 0; i < MAX_OPEN; i++) {
        OpenFont *slot = &fonts->open[i];
        if (!slot->font) return slot;
        if (slot->used_at < oldest->used_at) oldest = slot;
    }
    TTF_CloseFont(oldest->font);
    oldest->font = NULL;
    return oldest;
}

/* SDL_ttf rounds metrics away from the truth by up to a pixel, which shows as text out of its line's middle:
   so they are taken at a size where that is nothing. */
static void measure_face(Located *face, TTF_Font *font, int size_px)
{
    enum { LARGE_PX = 2048 };
    if (face->of_size.ascent > 0) return;
    TTF_SetFontSize(font, LARGE_PX);
    face->of_size =
        (FontMetrics){(float)TTF_FontAscent(font) / LARGE_PX, (float)-TTF_FontDescent(font) / LARGE_PX,
                      (float)TTF_FontLineSkip(font) / LARGE_PX};
    TTF_SetFontSize(font, size_px);
}

static TTF_Font *load_font(Located *at, int size_px)
{
    if (at->content.size == 0 && !file_map(at->file.path, &at->content, NULL)) return NULL;
    if (at->content.size > INT_MAX) return NULL;
    SDL_RWops *source = SDL_RWFromConstMem(at->content.data, (int)at->content.size);
    return TTF_OpenFontIndexRW(source, 1, size_px, at->file.index);
}

static TTF_Font *open_font(Fonts *fonts, int face, int size_px)
{
    for (int i = 0; i < MAX_OPEN; i++) {
        OpenFont *slot = &fonts->open[i];
        if (!slot->font || slot->face != face || slot->size_px != size_px) continue;
        slot->used_at = ++fonts->uses;
        return slot->font;
    }
    if (!locate(fonts, face)) return NULL;
    TTF_Font *font = load_font(&fonts->located[face], size_px);
    if (!font) return NULL;
    measure_face(&fonts->located[face], font, size_px);
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    *oldest_slot(fonts) = (OpenFont){font, face, size_px, ++fonts->uses};
    return font;
}

/* Never NULL: a face whose file went away is drawn with the first of the table, which fonts_open made sure
   of. */
static TTF_Font *get_font(Fonts *fonts, int face, int size_px)
{
    int size = size_px < 4 ? 4 : size_px;
    TTF_Font *font = open_font(fonts, face, size);
    if (!font) font = open_font(fonts, face % WEIGHT_COUNT, size);
    if (!font)
        err_fatal("The font %s can't be opened any more: %s", fonts->located[0].file.path, TTF_GetError());
    return font;
}

static bool check_required(Fonts *fonts, Err *err)
{
    for (int i = 0; i < fonts->table.family_count; i++) {
        const FontFamily *family = &fonts->table.families[i];
        for (int w = 0; w < WEIGHT_COUNT && family->is_required; w++)
            if (!locate(fonts, i * WEIGHT_COUNT + w))
                return err_set(err, "The font %s is missing (%s): install the Debian package %s",
                               family->name.data, family->files[w].path, family->package.data);
    }
    if (!open_font(fonts, 0, ASK_SIZE_PX))
        return err_set(err, "The font %s can't be read: %s", fonts->located[0].file.path, TTF_GetError());
    return true;
}

Fonts *fonts_open(const char *table_path, Err *err)
{
    if (TTF_Init() != 0) {
        err_set(err, "SDL_ttf did not start: %s", TTF_GetError());
        return NULL;
    }
    Fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts) err_fatal("out of memory");
    arena_init(&fonts->arena, 0);
    if (font_table_read(table_path, &fonts->arena, &fonts->table, err)) {
        size_t families = (size_t)fonts->table.family_count;
        fonts->located = ARENA_NEW_N(&fonts->arena, Located, families * WEIGHT_COUNT);
        fonts->is_told = ARENA_NEW_N(&fonts->arena, bool, families);
        if (check_required(fonts, err)) return fonts;
    }
    fonts_close(fonts);
    return NULL;
}

void fonts_close(Fonts *fonts)
{
    if (!fonts) return;
    for (int i = 0; i < MAX_OPEN; i++)
        if (fonts->open[i].font) TTF_CloseFont(fonts->open[i].font);
    for (int i = 0; fonts->located && i < fonts->table.family_count * WEIGHT_COUNT; i++)
        file_unmap(fonts->located[i].content);
    TTF_Quit();
    font_table_done();
    arena_deinit(&fonts->arena);
    free(fonts);
}

static void note_missing(Fonts *fonts, int family)
{
    const FontFamily *f = &fonts->table.families[family];
    if (fonts->is_told[family] || fonts->notice.is_set) return;
    fonts->is_told[family] = true;
    err_set(&fonts->notice, "Some text needs the font %s: install the Debian package %s", f->name.data,
            f->package.data);
}

bool fonts_take_notice(Fonts *fonts, Err *out)
{
    if (!fonts->notice.is_set) return false;
    *out = fonts->notice;
    err_clear(&fonts->notice);
    return true;
}

/* The letters of ASCII are in every family that the game can't do without. */
static bool is_surely_there(const FontFamily *family, uint32_t code_point)
{
    return family->is_required && code_point >= ' ' && code_point <= '~';
}

static int search_faces(Fonts *fonts, FontWeight weight, uint32_t code_point)
{
    int missing = -1;
    for (int i = 0; i < fonts->table.family_count; i++) {
        if (!font_table_has(fonts->table.families[i].covers, code_point)) continue;
        int face = i * WEIGHT_COUNT + (int)weight;
        if (is_surely_there(&fonts->table.families[i], code_point)) return face;
        TTF_Font *font = open_font(fonts, face, ASK_SIZE_PX);
        if (font && TTF_GlyphIsProvided32(font, code_point)) return face;
        if (!font && missing < 0) missing = i;
    }
    if (missing >= 0) note_missing(fonts, missing);
    return (int)weight;
}

int fonts_pick(Fonts *fonts, FontWeight weight, uint32_t code_point)
{
    uint32_t key = code_point * WEIGHT_COUNT + (uint32_t)weight + 1;
    uint32_t start = key * 2654435761u >> 20; /* Fibonacci hashing, top 12 bits */
    for (uint32_t i = 0; i < PICK_PROBES; i++) {
        Pick *slot = &fonts->picks[(start + i) % PICK_SLOTS];
        if (slot->key == key) return slot->face;
        if (slot->key != 0) continue;
        *slot = (Pick){key, search_faces(fonts, weight, code_point)};
        return slot->face;
    }
    Pick *slot = &fonts->picks[start];
    *slot = (Pick){key, search_faces(fonts, weight, code_point)};
    return slot->face;
}

FontMetrics fonts_metrics(Fonts *fonts, int face, int size_px)
{
    if (fonts->located[face].of_size.ascent <= 0) get_font(fonts, face, size_px);
    FontMetrics m = fonts->located[face].of_size;
    if (m.ascent <= 0) m = fonts->located[face % WEIGHT_COUNT].of_size; /* what get_font fell back to */
    float size = (float)size_px;
    return (FontMetrics){m.ascent * size, m.descent * size, m.line_skip * size};
}

/* What SDL_ttf is asked for: a zero-terminated piece of a run that is shaped as one. */
typedef struct {
    char text[1024];
    size_t next; /* offset of the piece after it */
} Piece;

/* Inter draws "->" as an arrow and "3x9" with a multiplication sign, which is wrong where the text is about
   those characters (operators of C); SDL_ttf can't switch that feature off, but shapes pieces apart. */
static bool is_joined_into_sign(char before, char after)
{
    bool is_before = before == '-' || before == '<' || before == '=' || before == '|';
    bool is_after = after == '-' || after == '>' || after == '=' || after == '|';
    return (is_before && is_after) || (after == 'x' && before >= '0' && before <= '9');
}

static bool next_piece(const FontRun *run, size_t from, Piece *out)
{
    Str text = run->text;
    if (from >= text.size) return false;
    size_t at = from;
    while (at < text.size) {
        size_t next = at;
        text_next(text, &next);
        if (next - from >= sizeof out->text) break;
        at = next;
        bool is_inside = at < text.size && !run->is_rtl;
        if (is_inside && is_joined_into_sign(text.data[at - 1], text.data[at])) break;
    }
    memcpy(out->text, text.data + from, at - from);
    out->text[at - from] = '\0';
    out->next = at;
    return true;
}

static void set_shaping(const Fonts *fonts, TTF_Font *font, const FontRun *run)
{
    const char *script = NULL;
    for (size_t at = 0; at < run->text.size && !script;)
        script = font_table_script(&fonts->table, text_next(run->text, &at));
    TTF_SetFontScriptName(font, script ? script : "Latn");
    TTF_SetFontDirection(font, run->is_rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
}

static int piece_width(TTF_Font *font, const char *text)
{
    int width = 0;
    if (TTF_SizeUTF8(font, text, &width, NULL) != 0) return 0;
    return width;
}

int fonts_width(Fonts *fonts, const FontRun *run)
{
    TTF_Font *font = get_font(fonts, run->face, run->size_px);
    set_shaping(fonts, font, run);
    int width = 0;
    Piece piece = {.next = 0};
    while (next_piece(run, piece.next, &piece)) width += piece_width(font, piece.text);
    return width;
}

/* SDL_ttf's picture begins at the leftmost ink where that is left of the pen, and grows upwards for ink above
   the ascent; it doesn't say so, but the glyphs' boxes do. */
static void find_origin(TTF_Font *font, const char *text, int height, int *left, int *above)
{
    Str s = str_of(text);
    int ascent = TTF_FontAscent(font), descent = -TTF_FontDescent(font), top = 0, bottom = 0;
    *left = 0;
    for (size_t at = 0; at < s.size;) {
        bool is_first = at == 0;
        int min_x, max_x, min_y, max_y, advance;
        if (TTF_GlyphMetrics32(font, text_next(s, &at), &min_x, &max_x, &min_y, &max_y, &advance) != 0)
            continue;
        if (is_first && min_x < 0) *left = -min_x;
        if (max_y - ascent > top) top = max_y - ascent;
        if (-min_y - descent > bottom) bottom = -min_y - descent;
    }
    int excess = height - TTF_FontHeight(font);
    if (excess > 0 && top + bottom == 0) top = excess; /* stacked marks */
    *above = excess > 0 ? (top < excess ? top : excess) : 0;
}

static void paint_piece(TTF_Font *font, Picture to, int x, int y, const char *text, Color color)
{
    SDL_Color ink = {color.r, color.g, color.b, color.a};
    SDL_Surface *glyphs = TTF_RenderUTF8_Blended(font, text, ink);
    if (!glyphs) return; /* nothing to see: only zero-width characters */
    int left, above;
    find_origin(font, text, glyphs->h, &left, &above);
    Picture from = {glyphs->pixels, glyphs->w, glyphs->h, glyphs->pitch / (int)sizeof(uint32_t)};
    picture_blend(to, x - left, y - TTF_FontAscent(font) - above, from);
    SDL_FreeSurface(glyphs);
}

void fonts_paint(Fonts *fonts, Picture to, int x, int y, const FontRun *run, Color color)
{
    TTF_Font *font = get_font(fonts, run->face, run->size_px);
    set_shaping(fonts, font, run);
    Piece piece = {.next = 0};
    while (next_piece(run, piece.next, &piece)) {
        paint_piece(font, to, x, y, piece.text, color);
        x += piece_width(font, piece.text);
    }
}
