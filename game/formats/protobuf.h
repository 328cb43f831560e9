/* Fields of a protobuf message, one after the other, as far as Anki's packages need them. For this folder's
   own files. */
#ifndef MATCHWICK_FORMATS_PROTOBUF_H
#define MATCHWICK_FORMATS_PROTOBUF_H

#include "base/str.h"

typedef struct {
    uint64_t field;
    uint64_t number; /* of a varint; else 0 */
    Str bytes;       /* of a text, bytes or an inner message; else empty */
} ProtobufField;

/* From `*at`, which is 0 first. False at the end (`*at` is the size) or where it is damaged (it is not). */
bool protobuf_next(Str message, size_t *at, ProtobufField *out);
/* The last field of that number counts. False: it isn't there. */
bool protobuf_find(Str message, uint64_t field, ProtobufField *out);

#endif
