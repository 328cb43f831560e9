/* What the export screen knows, shared by its files. */
#ifndef MATCHWICK_SCREENS_EXPORT_STATE_H
#define MATCHWICK_SCREENS_EXPORT_STATE_H

#include "screens/file_list.h"
#include "screens/screen.h"
#include "screens/separator_choice.h"
#include "screens/tag_chooser.h"
#include "ui/widgets.h"

#define EXPORT_NAME_GRAPHEMES 100

/* What stands between sides and between cards in text for Quizlet. */
typedef struct {
    char bytes[SEPARATOR_PLACES][IMPORT_MAX_SEPARATOR];
    size_t sizes[SEPARATOR_PLACES]; /* 0: Quizlet's own, a tab and a line break */
    int open;                       /* the place whose list is open; SEPARATOR_PLACES: none */
    SeparatorDialog own;
} ExportSeparators;

typedef struct {
    bool is_begun, wants_focus;
    int32_t what; /* an ExportFormat, or what is known: EXPORT_PROGRESS, EXPORT_ANSWERS */
    CardSet set;
    bool is_json; /* of what is known; else CSV */
    ExportSeparators separators;
    TagChooser tags;
    TextEdit name, before; /* of the file, without its ending; before: when the keyboard on screen opened */
    bool is_named;         /* by the player: it stays when another format is chosen */
    int32_t named_for;     /* else what it was proposed for */
    Keyboard keyboard;
    bool is_told; /* was confirmed with a name that can't be */
    int page;     /* of two, where they don't fit side by side */
    /* The folder is being chosen, among its files. */
    bool is_choosing;
    FileListView files;
    char ending[16];
    const char *endings[2]; /* it alone */
    /* What the preview was asked for last. */
    bool is_asked;
    ToolPreview asked;
    int32_t seen; /* exports that were looked at: a file that was in the way is asked about once */
} ExportState;

static inline bool export_is_known(const ExportState *state)
{
    return state->what >= EXPORT_FORMAT_COUNT;
}
/* "csv", of what is chosen. */
const char *export_ending(const ExportState *state);
/* As the tools are asked: number and other. */
Intent export_intent(const ExportState *state, DeckTool tool, Arena *arena);

/* The formats, to choose one. */
void export_formats_put(Ui *ui, ExportState *state, Rect area);
/* Which cards and where; what is lost; and the button. */
Intent export_where_put(Ui *ui, ExportState *state, const Model *model, Rect area);

/* --- export_separators.c --- */
bool export_has_separators(const ExportState *state);
/* As the tools take them, where the format has them; else none. */
size_t export_separators(const ExportState *state, Arena *arena, const Str **out);
void export_separators_put(Ui *ui, ExportState *state, Rect rect);
/* The dialogs of them, where one is open. */
void export_separator_dialogs_put(Ui *ui, ExportState *state);

/* --- export_file.c --- */
/* Why the file can't be called so; empty if it can. */
Str export_name_trouble(const ExportState *state);
/* Proposes one, until the player gives one. */
void export_name_propose(ExportState *state, Str deck);
/* Leads to the folder's files. */
Intent export_folder_button_put(Ui *ui, ExportState *state, const Model *model, Rect rect);
void export_name_put(Ui *ui, ExportState *state, Rect rect);
/* The keyboard on screen, where it is open. */
void export_keyboard_put(Ui *ui, ExportState *state);
/* The folder's files, to choose another folder, or a file to take its name. */
Intent export_folder_put(Ui *ui, ExportState *state, const Model *model, Rect area);
/* Writes, where the name can be. */
Intent export_write(ExportState *state, DeckTool tool, Arena *arena);

#endif
