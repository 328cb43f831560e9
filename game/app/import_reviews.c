#include "app/import_reviews.h"

#include "base/calendar.h"

bool import_reviews_add(Store *store, const ImportReviewer *reviewer, const ImportWritten *written,
                        int64_t *added, Err *err)
{
    *added = 0;
    if (written->review_count == 0) return true;
    for (size_t i = 0; i < written->review_count; i++) {
        StoreReview *review = &written->reviews[i];
        int offset_min = reviewer->utc_offset_min(reviewer->self, review->at_ms);
        review->day = calendar_local_day(review->at_ms, offset_min);
    }
    StoreReviews reviews = {.player = reviewer->player,
                            .deck_id = written->id,
                            .fingerprint = written->fingerprint,
                            .items = written->reviews,
                            .count = written->review_count};
    return store_add_reviews(store, &reviews, added, err);
}

void import_reviews_keep(const ImportReviewer *reviewer, ImportWritten *written)
{
    Str sentence;
    if (written->review_count == 0) return;
    Store *store = store_open(reviewer->store_folder);
    StoreHealth health = store_health(store, &written->arena, &sentence);
    bool is_usable = health == STORE_WELL || health == STORE_SET_ASIDE; /* else they would be gone with it */
    if (!is_usable)
        err_set(&written->reviews_err, "%.*s", STR_FMT(sentence));
    else if (!import_reviews_add(store, reviewer, written, &written->reviews_added, &written->reviews_err))
        written->reviews_added = 0;
    store_close(store);
}
