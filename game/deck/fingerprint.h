/* BLAKE2b-256 (libsodium's generichash, 32 bytes, no key). The one file that includes libsodium. */
#ifndef MATCHWICK_DECK_FINGERPRINT_H
#define MATCHWICK_DECK_FINGERPRINT_H

#include "base/err.h"
#include "deck/deck.h"

#define FINGERPRINT_BYTES 32

void fingerprint_of_bytes(Str bytes, uint8_t out[FINGERPRINT_BYTES]);
/* The same of a file, read piece by piece; `size` is that of what was read. */
NODISCARD bool fingerprint_of_file(const char *path, uint8_t out[FINGERPRINT_BYTES], int64_t *size, Err *err);
/* What tells one content of a deck from another: over each card in order its id, term, definition, each
   wording, an empty text, each distractor, an empty text, each tag, every one of them followed by a zero
   byte; and one more zero byte after each card. */
void fingerprint_of_deck(const Deck *deck, uint8_t out[FINGERPRINT_BYTES]);
/* Two lower-case hex digits a byte, and a zero byte. */
void fingerprint_hex(const uint8_t *bytes, size_t count, char *out);
/* Back from hex digits; false if it is none. */
bool fingerprint_of_hex(Str hex, uint8_t out[FINGERPRINT_BYTES]);

#endif
