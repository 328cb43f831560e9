/* What a draft has that is not saved, as a file of its own beside the deck's, so that it outlives the
   program: all cards as they are, those too that cannot be saved yet, and which state of the deck's file they
   came of. A draft of that file, or of what became of it, takes them up as one step of undo. */
#ifndef MATCHWICK_EDIT_DRAFT_KEEP_H
#define MATCHWICK_EDIT_DRAFT_KEEP_H

#include "deck/fingerprint.h"
#include "edit/draft_diff.h"

#define DRAFT_KEPT_MAX_BYTES (2 * (size_t)DECK_MAX_FILE_BYTES) /* of its text */

typedef struct {
    DeckHead head;
    const DeckCard *cards; /* without those that are quite blank */
    size_t count;
    int64_t at_ms; /* Unix epoch: when it was kept */
    bool has_base; /* was there a file at the save path, and what it was */
    uint8_t base[FINGERPRINT_BYTES];
} DraftKept;

/* Has no card any text? */
bool draft_is_blank(const Draft *draft);
/* The draft as it is: a list in the arena, texts as long as the draft lives. It may be looked at from another
   thread while the draft goes on. */
DraftKept draft_keep(const Draft *draft, int64_t at_ms, Arena *arena);
Str draft_kept_text(const DraftKept *kept, Arena *arena);
/* All of it in the arena. */
NODISCARD bool draft_kept_read(Str text, Arena *arena, DraftKept *out, Err *err);

/* What it has other than a draft that is just opened. */
Diff draft_kept_diff(const Draft *draft, const DraftKept *kept, Arena *arena);
bool draft_kept_is_same(const Draft *draft, const DraftKept *kept, const Diff *diff);
/* Is the file another one by now? */
bool draft_kept_is_older(const Draft *draft, const DraftKept *kept);
/* Makes the draft what was kept, as one step. Where the file is another one by now, saving says so. */
void draft_kept_take_up(Draft *draft, const DraftKept *kept, const Diff *diff);

#endif
