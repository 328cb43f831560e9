#include "formats/protobuf.h"

static bool next_varint(Str message, size_t *at, uint64_t *out)
{
    *out = 0;
    for (int shift = 0; shift < 64 && *at < message.size; shift += 7) {
        unsigned char byte = (unsigned char)message.data[(*at)++];
        *out |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

static bool skip(Str message, size_t *at, uint64_t size)
{
    if (size > message.size - *at) return false;
    *at += (size_t)size;
    return true;
}

static bool next_bytes(Str message, size_t *at, Str *out)
{
    uint64_t size;
    if (!next_varint(message, at, &size)) return false;
    size_t from = *at;
    if (!skip(message, at, size)) return false;
    *out = str_slice(message, from, *at);
    return true;
}

static bool next_value(Str message, size_t *at, unsigned wire, ProtobufField *out)
{
    switch (wire) {
    case 0: return next_varint(message, at, &out->number);
    case 1: return skip(message, at, 8);
    case 2: return next_bytes(message, at, &out->bytes);
    case 5: return skip(message, at, 4);
    default: return false; /* groups, which nobody writes any more */
    }
}

bool protobuf_next(Str message, size_t *at, ProtobufField *out)
{
    if (*at == message.size) return false;
    size_t from = *at;
    uint64_t key;
    *out = (ProtobufField){.bytes = STR("")};
    if (next_varint(message, at, &key) && next_value(message, at, (unsigned)(key & 7), out)) {
        out->field = key >> 3;
        return true;
    }
    *at = from;
    return false;
}

bool protobuf_find(Str message, uint64_t field, ProtobufField *out)
{
    bool is_found = false;
    ProtobufField next;
    for (size_t at = 0; protobuf_next(message, &at, &next);) {
        if (next.field != field) continue;
        *out = next;
        is_found = true;
    }
    return is_found;
}
