/* What the editor knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_EDITOR_STATE_H
#define MATCHWICK_SCREENS_EDITOR_STATE_H

#include "screens/edit_intent.h"
#include "screens/screen.h"
#include "ui/text_edit.h"
#include "ui/widgets.h"

#define EDITOR_MOST_COLUMNS 150 /* percent of text up to which list and form stand side by side */

typedef enum { EDITOR_NO_DIALOG, EDITOR_COMMANDS, EDITOR_TAGS, EDITOR_FILTER } EditorDialog;
typedef enum { EDITOR_KEYS_NONE, EDITOR_KEYS_FIELD, EDITOR_KEYS_SEARCH, EDITOR_KEYS_TAG } EditorKeys;

/* A field of the form: of a card, or of the deck (EDIT_HEAD). */
typedef struct {
    bool is_there;
    EditPart part;
    uint32_t card, index;
} EditorPlace;

typedef struct {
    DraftTag tag;
    uint32_t meant; /* of the cards that are meant have it */
} EditorTag;

typedef struct {
    uint32_t card;                            /* the one whose form is shown */
    bool is_head;                             /* the deck's own form instead */
    int32_t looks;                            /* of the model, seen */
    bool is_entered;                          /* the focus has been put somewhere */
    bool was_saving;                          /* a moment ago, when nothing of the draft was shown */
    bool wants_row, wants_form, wants_search; /* the focus goes there */
    bool wants_top;                           /* another search: its list is shown from the beginning */
    bool is_in_form;                          /* the focus is, as of the pass before */
    uint32_t anchor;                          /* where a selection with shift began */
    bool is_extending;
    bool wants_more;  /* they were just asked for: the focus goes to the first of them */
    bool has_more;    /* fields that are empty in most cards are shown */
    bool was_asked;   /* the pass before: what becomes of what is not saved */
    int asks;         /* times: each begins at its harmless answer */
    int page;         /* large text: list, form */
    EditorPlace live; /* the field that `edit` is of */
    TextEdit edit;
    char room[TEXT_EDIT_MOST];
    bool is_search_ready;
    TextEdit search, tag;
    TextEdit given_tag; /* just typed: its row is to be seen */
    Keyboard keyboard;
    EditorKeys keys; /* what it writes */
    EditorDialog dialog;
    EditorTag *tags; /* while a dialog of tags is open */
    size_t tag_count;
} EditorState;

static inline bool editor_has_columns(const Ui *ui)
{
    return ui->in.text_percent <= EDITOR_MOST_COLUMNS;
}

/* The number of an intent: the card whose form is shown, -1 where it is the deck's. */
static inline int64_t editor_number(const EditorState *editor)
{
    return editor->is_head ? -1 : (int64_t)editor->card;
}

/* --- editor_list.c --- */
Intent editor_list_put(Ui *ui, EditorState *editor, const Model *model, Rect area);
/* The search that is wanted: its words and tags. */
Intent editor_find(const EditorState *editor, const Str *tags, size_t tag_count);

/* --- editor_form.c --- */
Intent editor_form_put(Ui *ui, EditorState *editor, const Model *model, Rect area);
UiId editor_field_id(EditPart part, uint32_t index);

/* --- editor_field.c --- */
/* One field of the form: its label, text and what is doubtful about it. */
typedef struct {
    EditorPlace place;
    Str label; /* empty: not the first of its group */
    Str hint, doubt;
} EditorField;

float editor_field_height(Ui *ui, const EditorState *editor, const Model *model, const EditorField *field,
                          float width);
/* `goes_on`: Enter was pressed in it. */
Intent editor_field_put(Ui *ui, EditorState *editor, const Model *model, const EditorField *field, Rect area,
                        bool *goes_on);

/* --- editor_commands.c --- */
/* The bar at the foot, and keys that act from anywhere. */
Intent editor_hints_put(Ui *ui, EditorState *editor, const Model *model, Rect bar);
/* All there is to do, as a dialog: for the mouse, and for pads. */
Intent editor_commands_put(Ui *ui, EditorState *editor, const Model *model);

/* --- editor_tags.c --- */
void editor_tags_load(EditorState *editor, const Model *model, Arena *arena);
Intent editor_tags_open(EditorState *editor, EditorDialog dialog);
/* What was typed becomes a tag of the cards that are meant. */
Intent editor_tags_give(Ui *ui, EditorState *editor);
Intent editor_tags_put(Ui *ui, EditorState *editor, const Model *model);

#endif
