"""decks/deck.schema.json says what the loader does.

The decks under tests/unit/decks/ go through the schema here and through the loader in tests/unit/test_deck_files.c.
Their names say what both must find:
  good_     both take it
  bad_      both refuse it
  loader_   the schema takes it, the loader refuses it: what no schema can say (ids, members given twice, bytes, nesting)
  notjson_  no JSON at all, so that no schema sees it; the loader refuses it
"""

import json
import re
import shutil
import tempfile
from pathlib import Path

import jsonschema
import lint

SCHEMA = "decks/deck.schema.json"
EXAMPLES = "tests/unit/decks"
MINIMUM = {"good": 8, "bad": 30, "loader": 5, "notjson": 3}  # a check of nothing proves nothing


def parse(file):
    """None if it is not JSON in UTF-8 (with or without a byte-order mark)."""
    try:
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except ValueError:
        return None


def verdict(validator, file):
    document = parse(file)
    if document is None:
        return "notjson", "it is not JSON"
    error = next(validator.iter_errors(document), None)
    return ("bad", f"{error.json_path}: {error.message[:100]}") if error else ("good", "the schema takes it")


def check_examples(source, validator):
    expected = {"good": "good", "bad": "bad", "loader": "good", "notjson": "notjson"}
    counts = dict.fromkeys(MINIMUM, 0)
    for file in lint.files(source, f"{EXAMPLES}/*.json"):
        kind = re.match(r"[a-z]*", file.name).group()
        if kind not in expected:
            yield f"{file.name}: its name begins with none of {', '.join(expected)}"
            continue
        counts[kind] += 1
        found, why = verdict(validator, file)
        if found != expected[kind]:
            yield f"{file.name}: {why}"
    for kind, count in counts.items():
        if count < MINIMUM[kind]:
            yield f"{EXAMPLES}: {count} files {kind}_*.json, at least {MINIMUM[kind]} are wanted"


def check_shipped(source, validator):
    for file in lint.files(source, "decks/*.json"):
        if file.name.endswith(".schema.json"):
            continue
        found, why = verdict(validator, file)
        if found != "good":
            yield f"{file.name}: {why}"


def check(source, _build):
    schema = json.loads(Path(source, SCHEMA).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    yield from check_examples(source, validator)
    yield from check_shipped(source, validator)


def self_test():
    """Each rule taken out of the schema must be missed."""
    source = Path(__file__).resolve().parents[2]
    schema = json.loads((source / SCHEMA).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as tree:
        shutil.copytree(source / EXAMPLES, Path(tree, EXAMPLES))
        lint.write(tree, SCHEMA, json.dumps(schema))
        lint.expect(list(check(tree, None)), [])

        del schema["properties"]["cards"]["minItems"]
        del schema["$defs"]["card"]["properties"]["tags"]["maxItems"]
        schema["properties"]["source"] = True
        schema["$defs"]["card"]["required"] = ["term"]
        lint.write(tree, SCHEMA, json.dumps(schema))
        lint.write(tree, "decks/shipped.json", "{}")
        wanted = ["bad_cards_empty", "bad_tags_65", "bad_source_array", "bad_no_definition", "shipped.json"]
        lint.expect(list(check(tree, None)), wanted)


if __name__ == "__main__":
    lint.main(check, self_test)
