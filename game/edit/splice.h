/* Changing a JSON text so that the rest stays byte for byte. A container is its parts (items, or members with
   their names), what stands before each of them (white space, with the comma), and what stands before its
   closing bracket. A container's text begins and ends with its brackets. For this folder's own files. */
#ifndef MATCHWICK_EDIT_SPLICE_H
#define MATCHWICK_EDIT_SPLICE_H

#include "base/json.h"
#include "deck/deck_build.h"

/* What stands where in a container; how a new part is set among others. */
typedef struct {
    Str first, next,
        last;  /* before the first part, before a later one (with the comma), before the bracket */
    Str colon; /* between a name and its value, with the white space around */
} SpliceLayout;

/* The parts of a container in order, each with what stands before it; at the end what stands before the
   bracket. */
typedef struct {
    JsonParts parts;
    size_t end; /* of the part before */
    Str gap;
} SpliceWalk;

SpliceWalk splice_walk(Str container);
bool splice_walk_next(SpliceWalk *walk, JsonPart *part);

/* False where it has no parts to learn from. What it has no example of is derived from what it has; `colon`:
   that of the object around a list. */
bool splice_learn(Str container, Str colon, Arena *arena, SpliceLayout *out);
/* What stands before a later part where `first` stands before the first one. */
Str splice_comma(Str first, Str colon, Arena *arena);
/* The layout of a container one level further in. */
SpliceLayout splice_deeper(const SpliceLayout *layout, Arena *arena);

/* A container as it is put together. */
typedef struct {
    StrBuf *out;
    SpliceLayout layout; /* of the new parts; `first` and `last` of the whole */
    char close;
    bool has_parts;
} Splice;

void splice_begin(Splice *splice, StrBuf *out, char open, const SpliceLayout *layout);
/* `gap`: what stood before the part; empty for a new one and for one that was first. */
void splice_put(Splice *splice, Str gap, Str part);
void splice_end(Splice *splice);

typedef enum {
    SPLICE_KEPT, /* as it is, if it is there: it says where new ones stand */
    SPLICE_TEXT,
    SPLICE_LIST,
    SPLICE_OBJECT
} SpliceKind;

/* A member that an object shall have. */
typedef struct SpliceMember SpliceMember;
struct SpliceMember {
    Str name;
    SpliceKind kind;
    Str text;                    /* empty: no such member */
    DeckTexts list;              /* blank ones are left out; none: no such member */
    const SpliceMember *members; /* of an object; none: no such member */
    size_t count;
};

/* The layouts that new parts take. */
typedef struct {
    SpliceLayout object, list;
} SpliceStyle;

/* The object with these members as they shall be, all others as they are; new ones stand where their order
   among `members` says. What says the same already stays as it is, an empty text or list too. `object`: an
   accepted text; empty: a new one. */
Str splice_object(Str object, const SpliceMember *members, size_t count, const SpliceStyle *style,
                  Arena *arena);
/* A new one, behind what `out` has. */
void splice_add_object(StrBuf *out, const SpliceMember *members, size_t count, const SpliceStyle *style);
/* Is there anything that it shall have? */
bool splice_is_wanted(const SpliceMember *member);

#endif
