#include "deck/fingerprint.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"

/* Small texts are gathered: one call of the hash for some kilobytes instead of one for each text. */
typedef struct {
    crypto_generichash_state state;
    size_t used;
    unsigned char gathered[4096];
} Hash;

static void hash_init(Hash *hash)
{
    /* Chooses the fastest code for this processor; safe to call again, from any thread. */
    if (sodium_init() < 0) err_fatal("libsodium cannot be initialised");
    crypto_generichash_init(&hash->state, NULL, 0, FINGERPRINT_BYTES);
    hash->used = 0;
}

static void hash_flush(Hash *hash)
{
    crypto_generichash_update(&hash->state, hash->gathered, hash->used);
    hash->used = 0;
}

static void hash_bytes(Hash *hash, const char *bytes, size_t size)
{
    if (size > sizeof hash->gathered - hash->used) hash_flush(hash);
    if (size > sizeof hash->gathered) {
        crypto_generichash_update(&hash->state, (const unsigned char *)bytes, size);
        return;
    }
    memcpy(hash->gathered + hash->used, bytes, size);
    hash->used += size;
}

static void hash_finish(Hash *hash, uint8_t out[FINGERPRINT_BYTES])
{
    hash_flush(hash);
    crypto_generichash_final(&hash->state, out, FINGERPRINT_BYTES);
}

static void hash_text(Hash *hash, Str text)
{
    hash_bytes(hash, text.data, text.size + 1); /* a deck's texts have their zero byte */
}

static void hash_card(Hash *hash, const Deck *deck, uint32_t card)
{
    hash_text(hash, deck_card_id(deck, card));
    hash_text(hash, deck_term(deck, card));
    uint32_t wordings = deck_wording_count(deck, card);
    for (uint32_t i = 0; i < wordings; i++) hash_text(hash, deck_wording(deck, card, i));
    hash_bytes(hash, "", 1);
    uint32_t distractors = deck_distractor_count(deck, card);
    for (uint32_t i = 0; i < distractors; i++) hash_text(hash, deck_distractor(deck, card, i));
    hash_bytes(hash, "", 1);
    uint32_t tags = deck_card_tag_count(deck, card);
    for (uint32_t i = 0; i < tags; i++) hash_text(hash, deck_tag(deck, deck_card_tag(deck, card, i)));
    hash_bytes(hash, "", 1);
}

void fingerprint_of_bytes(Str bytes, uint8_t out[FINGERPRINT_BYTES])
{
    Hash hash;
    hash_init(&hash);
    if (bytes.size > 0) hash_bytes(&hash, bytes.data, bytes.size);
    hash_finish(&hash, out);
}

static bool hash_file(Hash *hash, FILE *file, int64_t *size)
{
    char piece[65536];
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0; *size += (int64_t)got)
        hash_bytes(hash, piece, got);
    return !ferror(file);
}

bool fingerprint_of_file(const char *path, uint8_t out[FINGERPRINT_BYTES], int64_t *size, Err *err)
{
    Hash hash;
    FILE *file = fopen(path, "rb");
    if (!file) return err_set(err, "%s: cannot be opened: %s", path, strerror(errno));
    hash_init(&hash);
    *size = 0;
    bool is_read = hash_file(&hash, file, size) || err_set(err, "%s: cannot be read", path);
    fclose(file);
    hash_finish(&hash, out);
    return is_read;
}

void fingerprint_of_deck(const Deck *deck, uint8_t out[FINGERPRINT_BYTES])
{
    Hash hash;
    hash_init(&hash);
    for (uint32_t card = 0; card < deck_count(deck); card++) hash_card(&hash, deck, card);
    hash_finish(&hash, out);
}

void fingerprint_hex(const uint8_t *bytes, size_t count, char *out)
{
    sodium_bin2hex(out, 2 * count + 1, bytes, count);
}

bool fingerprint_of_hex(Str hex, uint8_t out[FINGERPRINT_BYTES])
{
    size_t size = 0;
    bool is_hex = sodium_hex2bin(out, FINGERPRINT_BYTES, hex.data, hex.size, NULL, &size, NULL) == 0;
    return is_hex && size == FINGERPRINT_BYTES;
}
