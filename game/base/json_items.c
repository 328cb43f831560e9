#include <assert.h>
#include <stdio.h>

#include "base/json_doc.h"

struct JsonItems {
    Arena arena; /* this */
    Arena tree;  /* of the one item */
    JsonDoc item;
    JsonPlaces places;
    JsonParts parts; /* behind it */
    size_t next;     /* the number of the one that comes then */
};

void json_doc_tell_too_much(JsonWalk *walk, size_t from, JsonProblem *problem)
{
    problem->place = json_walk_place(walk, from);
    snprintf(problem->text, sizeof problem->text, "holds too many values to be read at once; split the file");
}

size_t json_item_count(const JsonDoc *doc)
{
    return doc->list.is_found ? doc->list.count : 0;
}

static void begin(JsonItems *items, const JsonDoc *doc)
{
    items->parts = json_parts_at(doc->text, doc->list.from);
    items->next = 0;
}

JsonItems *json_items_open(const JsonDoc *doc)
{
    assert(doc->list.is_found);
    Arena arena;
    arena_init(&arena, sizeof(JsonItems));
    JsonItems *items = ARENA_NEW(&arena, JsonItems);
    items->arena = arena;
    arena_init(&items->tree, 4096);
    items->item = *doc;
    items->places.walk = json_walk_start(doc->text);
    items->item.places = &items->places;
    begin(items, doc);
    return items;
}

void json_items_close(JsonItems *items)
{
    if (!items) return;
    Arena arena = items->arena;
    arena_deinit(&items->tree);
    arena_deinit(&arena);
}

const JsonDoc *json_items_next(JsonItems *items, JsonProblem *problem)
{
    JsonDoc *item = &items->item;
    JsonMemory memory = {&items->tree, item->room};
    size_t end;
    problem->text[0] = '\0';
    if (!json_parts_begin(&items->parts)) return NULL;
    arena_reset(&items->tree);
    json_walk_begin_at(&items->places.walk, items->parts.at);
    items->places.is_numbered = false;
    item->root = json_doc_parse(item->text, items->parts.at, &end, &memory);
    if (!item->root) {
        json_doc_tell_too_much(&items->places.walk, items->parts.at, problem);
        return NULL;
    }
    json_parts_end(&items->parts, end);
    items->next++;
    return item;
}

const JsonDoc *json_items_get(JsonItems *items, size_t number)
{
    JsonProblem problem;
    JsonPart part;
    if (number + 1 == items->next) return &items->item;
    if (number < items->next) begin(items, &items->item);
    for (; items->next < number; items->next++) (void)json_parts_next(&items->parts, &part);
    const JsonDoc *item = json_items_next(items, &problem);
    assert(item);
    return item;
}
