#include <stdlib.h>

#include "formats/package_notes.h"
#include "formats/utc.h"

#define MAX_REVIEWS 2000000

/* Kinds of reviews in Anki's log: from here on, cards were moved by hand. */
#define TYPE_MANUAL 4

static const PackageHeir *find_heir(const PackageCollection *collection, int64_t id)
{
    size_t low = 0, high = collection->heir_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (collection->heirs[middle].id == id) return &collection->heirs[middle];
        if (collection->heirs[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_review(int64_t at_ms, int64_t grade, int64_t type)
{
    bool is_moment = at_ms > 0 && at_ms / 1000 <= UTC_MAX_S;
    return is_moment && grade >= 1 && grade <= 4 && type >= 0 && type < TYPE_MANUAL;
}

static void add_review(PackageCollection *collection, PackageRows *rows)
{
    int64_t at_ms = package_rows_integer(rows, 0), grade = package_rows_integer(rows, 2);
    int64_t took_ms = package_rows_integer(rows, 3);
    const PackageHeir *heir = find_heir(collection, package_rows_integer(rows, 1));
    if (!heir || !is_review(at_ms, grade, package_rows_integer(rows, 4))) return;
    took_ms = took_ms < 0 ? 0 : took_ms > INT32_MAX ? INT32_MAX : took_ms;
    import_add_review(collection->sink, (ImportReview){.card = heir->card,
                                                       .at_ms = at_ms,
                                                       .grade = (int32_t)grade,
                                                       .took_ms = (int32_t)took_ms});
}

bool package_reviews_read(PackageCollection *collection, Err *err)
{
    if (!package_db_has(collection->db, "revlog")) return true;
    PackageRows rows;
    const ImportResult *result = collection->sink->result;
    package_rows_begin(&rows, collection->db, "SELECT id, cid, ease, time, type FROM revlog NOT INDEXED");
    while (result->review_count < MAX_REVIEWS && package_rows_next(&rows)) add_review(collection, &rows);
    if (result->review_count == MAX_REVIEWS)
        import_notice(collection->sink, NOTICE_DOUBT, 0, "of its reviews the first %d were taken",
                      MAX_REVIEWS);
    return package_rows_end(&rows, err);
}
