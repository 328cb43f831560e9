/* What the core keeps between passes; for the ui_*.c files and scroll.c alone. */
#ifndef MATCHWICK_UI_UI_STATE_H
#define MATCHWICK_UI_UI_STATE_H

#include "ui/keep.h"
#include "ui/ui.h"

enum { UI_SCOPES_MAX = 8, UI_SCROLLS_MAX = 8, UI_SOUNDS_MAX = 16, UI_PLACES_MAX = 64 };

typedef struct {
    UiWidget *items;
    int count, capacity;
} UiList;

/* A scroll area as it was put. */
typedef struct {
    UiId id, scope;
    Rect view, bar;
    float content_height, shown; /* offset at which it was drawn */
} UiScroll;

typedef struct {
    UiScroll items[UI_SCROLLS_MAX];
    int count;
} UiScrolls;

/* Where the focus was on a screen or in a dialog. */
typedef struct {
    UiId screen, scope, focus;
    int64_t pass;
} UiPlace;

typedef struct {
    UiId pressed;   /* widget under the pointer's press; 0: none or given up */
    UiId activated; /* by the pointer, in this pass */
    UiId hovered;
    Vec pressed_at, last;
    bool is_down;
    UiId dragged; /* scroll area that a finger or its bar moves */
    bool is_bar;  /* by its bar */
    float speed;  /* units a ms, of a finger's drag */
    int64_t moved_ms;
    UiId gliding; /* goes on after the finger left */
} UiPointer;

struct UiState {
    Arena own, frames[2];
    DrawList draws[2];
    UiList lists[2];
    UiScrolls scrolls[2];
    int at; /* of this pass */
    int64_t pass;
    Keep glides, kept;

    UiId screen, focus;
    Rect focus_rect;     /* where the focused widget was last */
    UiId focus_scroll;   /* the area that it lies in */
    bool is_focus_asked; /* by ui_focus: it may be put later in this pass */
    bool is_text;        /* the focused widget takes text */
    bool is_text_started;
    Rect text_rect;
    UiId active_scope, newest_scope;
    UiId scopes[UI_SCOPES_MAX];
    int depth;
    UiPlace places[UI_PLACES_MAX];

    bool is_consumed;
    int step_x, step_y; /* for the focused widget, which takes them */
    bool is_unmoved;    /* an arrow for which there was no list yet */
    UiPointer pointer;
    UiId scroll; /* the area being put */
    Rect clip;
    bool has_pad;
    PadFamily pad_family;

    Rect ring, ring_from;
    int64_t ring_start_ms;
    UiId ring_id;

    float alpha_before, dy_before; /* of the draw list, while a dialog is put */
    bool is_moving, wants_pass, is_settled;
    int64_t wake_at_ms;
    UiSound sounds[UI_SOUNDS_MAX];
    int sound_count;
};

static inline UiList *ui_now(const Ui *ui)
{
    return &ui->state->lists[ui->state->at];
}
static inline UiList *ui_before(const Ui *ui)
{
    return &ui->state->lists[1 - ui->state->at];
}
UiWidget *ui_list_find(const UiList *list, UiId id);
/* Can it be acted on: in the active scope? */
bool ui_is_live(const Ui *ui, const UiWidget *w);

/* ui_focus.c */
void ui_focus_set(Ui *ui, const UiWidget *widget);
void ui_focus_move(Ui *ui, const UiList *list, Command way);
void ui_focus_settle(Ui *ui);
void ui_focus_enter(Ui *ui, UiId screen);
void ui_focus_remember(Ui *ui);
void ui_focus_ring(Ui *ui);

/* ui_pointer.c */
void ui_pointer_act(Ui *ui, const Action *action);
void ui_pointer_glide(Ui *ui);

/* ui_motion.c: the glide of that name is at the value, at once. */
void ui_jump(Ui *ui, UiId id, float value);

/* scroll.c */
bool scroll_is_long(const UiScrolls *scrolls, UiId id); /* more content than view */
void scroll_show(Ui *ui, const UiScrolls *scrolls, const UiWidget *widget);
void scroll_by(Ui *ui, const UiScroll *scroll, float by);

#endif
