/* What is read as a replay is written and read again alike, and can be played without its deck, whatever it
   holds. */
#include "formats/replay.h"
#include "fuzz/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena;
    arena_init(&arena, 0);
    Str text = str_copy(&arena, (Str){(const char *)data, size});
    Run run, again;
    Err err = {0};
    if (replay_read(text, &arena, &run, &err)) {
        Str line = replay_write(&run, false, &arena);
        CHECK(replay_read(line, &arena, &again, &err));
        CHECK(str_is(replay_write(&again, false, &arena), line));
        RunCheck check = run_verify(&run, NULL, &arena);
        CHECK(check.verdict != RUN_VERIFIED && check.why[0] != '\0');
    } else {
        CHECK(err.is_set && err.text[0] != '\0');
    }
    arena_deinit(&arena);
    return 0;
}
