#!/usr/bin/env python3
"""Imports of the real program: test_import.py PROGRAM"""
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import threading
import time
import unittest
import zipfile
from pathlib import Path

import test_commands
from test_commands import ROOT, SHIPPED, Bench

QUIET = {"ASAN_OPTIONS": "detect_leaks=0"}
WRITTEN_BY_US = ROOT / "tests/unit/imports"
KILLS = 300
KILLS_S = 15  # on a busy machine fewer fit in


def deck_of(path):
    return json.loads(Path(path).read_text())


def sides_of(cards):
    return [(card["term"], card["definition"]) for card in cards]


class Imports(Bench):
    def import_file(self, path, *words, **kinds):
        return self.json_of("import", path, *words, **kinds)

    def test_a_file_becomes_a_deck_in_the_players_folder(self):
        path = self.write("Spanish words.txt", "hola\thello\nadiós\tbye\nsí\tyes\n")
        out = self.good("import", path)
        written = self.data / "decks/spanish-words.json"
        self.assertIn(f"{path}: Table or list, UTF-8, sides parted by Tab\n{path}: 3 cards\n{written}: 3 cards\n", out)
        self.assertEqual(deck_of(written), {
            "format": 1, "id": "spanish-words", "title": "Spanish words",
            "cards": [{"term": "hola", "definition": "hello"}, {"term": "adiós", "definition": "bye"},
                      {"term": "sí", "definition": "yes"}]})
        self.assertIn("clean", self.good("check", written))

    def test_what_was_dropped_is_told_with_its_line(self):
        lines = ["term\tdefinition", "a\tb", "A\tB", "lonely"] + [f"x{i}" for i in range(30)]
        path = self.write("list.tsv", "\n".join(lines))
        code, out, err = self.run_game("import", path)
        self.assertEqual(code, 0, err)
        self.assertIn("1 card, 31 dropped, 1 duplicate", out)
        self.assertIn(f"{path}:3: is there already, from line 2\n{path}:4: has no definition\n", err)
        self.assertEqual(len(err.splitlines()), 21)
        self.assertIn(f"{path}: and 12 more", err)
        whole = self.import_file(path, "--dry-run")
        self.assertEqual((whole["cards"], whole["dropped"], whole["duplicates"]), (1, 31, 1))
        self.assertEqual(whole["notices"][0], {"kind": "duplicate", "line": 3, "text": "is there already, from line 2"})

    def test_what_is_no_utf8_in_names_and_words_makes_no_deck_that_cannot_be_read(self):
        listed = os.fsencode(self.folder) + b"/caf\xe9.tsv"
        deck = os.fsencode(self.folder) + b"/d\xe9.json"
        Path(os.fsdecode(listed)).write_text("a\tb\nc\td\n")
        for words in ([], ["--title", b"Caf\xe9"], ["-o", deck]):
            command = [test_commands.PROGRAM, "--data", self.data, "import", listed, *words]
            self.assertEqual(subprocess.run(command, capture_output=True).returncode, 0, words)
        self.assertEqual(deck_of(self.data / "decks/caf.json")["title"], "caf\ufffd")
        self.assertEqual(deck_of(os.fsdecode(deck))["id"], "d\ufffd")
        command = [test_commands.PROGRAM, "--data", self.data, "import", listed, "-n", "--separator", b"\xc3"]
        refused = subprocess.run(command, capture_output=True)
        self.assertEqual(refused.returncode, 2)
        self.assertIn(b"a separator is text of UTF-8", refused.stderr)
        Path(os.fsdecode(deck)).write_text('{"format":1,"title":"T","cards":[{"term":"a","definition":"b"}]}')
        command = [test_commands.PROGRAM, "export", deck, "--format", "json"]
        self.assertEqual(json.loads(subprocess.run(command, capture_output=True).stdout)["id"], "d\ufffd")

    def test_choices_are_said_by_words(self):
        path = self.write("odd.txt", "1/uno/one\n2/dos/two;x\n")
        found = self.import_file(path, "--dry-run", "--separator", "/", "--columns", "term=2,definition=3,id=1")
        self.assertEqual((found["separator"], found["cards"]), ("/", 2))
        out = self.good("import", path, "-n", "--separator", "/", "--columns", "term=2,definition=3")
        self.assertIn("  uno = one\n  dos = two;x\n", out)
        pairs = self.write("pairs.txt", "a,b;c,d;e,f")
        for words in (["--separator", ",", "--separator", ";"], ["--separator", "comma", "--card-separator", ";"], []):
            found = self.import_file(pairs, "--dry-run", *words)
            self.assertEqual((found["separator"], found["card_separator"], found["cards"]), (",", ";", 3))
        named = self.write("named.csv", "Spanish,English,Level\nuno,one,A1\n")
        out = self.good("import", named, "-n", "--header", "yes", "--columns", "tags=Level", "--swap")
        self.assertIn("  one = uno\n", out)
        quoted = self.write("quoted.txt", '"a,b",c\n')
        self.assertIn('  "a = b"', self.good("import", quoted, "-n", "--quotes", "no"))
        latin = self.folder / "latin.txt"
        latin.write_bytes("é\tç\n".encode("latin-1"))
        self.assertIn("é = ç", self.good("import", latin, "-n", "--encoding", "latin-1"))
        self.assertIn("Windows-1252 (guessed)", self.good("import", latin, "-n"))

    def test_standard_input_is_a_file_too(self):
        command = [test_commands.PROGRAM, "--data", self.data, "import", "-", "--title", "Piped"]
        done = subprocess.run([str(word) for word in command], input=b"a\tb\nc\td\n", capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(deck_of(self.data / "decks/piped.json")["cards"]), 2)

    def test_words_that_are_off_are_named(self):
        path = self.write("a.txt", "a\tb\n")
        cases = [([], "which file?"), ([path, path], "one word too many"), ([path, "--format", "cvs"], 'is "csv" meant?'),
                 ([path, "--header", "maybe"], '--header is "yes" or "no"'), ([path, "--separator", ""], "at least one"),
                 ([path, "--columns", "term"], "--columns is a list like"),
                 ([path, "--columns", "trem=1"], '--columns knows no "trem"'),
                 ([path, "--columns", "term=Nope"], 'there is no column "Nope"'),
                 ([path, "--encoding", "ebcdic"], 'no encoding "ebcdic"'), ([path, "--deck", "x"], 'there is no deck "x"')]
        for words, expected in cases:
            with self.subTest(words=words):
                code, out, err = self.run_game("import", *words)
                self.assertEqual((code, out), (2, ""), err)
                self.assertIn(expected, err)
        self.assertFalse((self.data / "decks").exists() and list((self.data / "decks").iterdir()))

    def test_what_is_no_deck_fails_with_a_reason_and_writes_nothing(self):
        cases = [(b"", "is empty"), (b"\x00\x01\x02", "is no text"), (b"just one line", "nothing in it parts terms"),
                 (b"SQLite format 3\x00", "is a database"), (b"%PDF-1.7", "is a PDF"), (b'[{"term": "a",', ":1:"),
                 (b"PK\x03\x04 and no more", "")]
        for content, expected in cases:
            with self.subTest(content=content):
                path = self.folder / "rubbish"
                path.write_bytes(content)
                code, out, err = self.run_game("import", path)
                self.assertEqual((code, out), (1, ""), err)
                self.assertIn(f"matchwick import: {path}", err)
                self.assertIn(expected, err)
        self.assertEqual(list((self.data / "decks").iterdir()), [])

    def test_files_written_by_us_of_each_kind_come_in(self):
        for path in sorted(WRITTEN_BY_US.iterdir()):
            with self.subTest(path=path.name):
                found = self.import_file(path, "-o", self.folder / f"{path.name}.deck.json")
                self.assertGreater(found["cards"], 0)
                self.good("check", found["written"])


class Updates(Bench):
    def setUp(self):
        super().setUp()
        self.path = self.write("words.txt", "hola\thello\nadiós\tbye\nsí\tyes\n")
        self.good("import", self.path)
        self.deck = self.data / "decks/words.json"

    def test_a_newer_file_says_what_is_new_and_is_written_when_that_is_said(self):
        before = self.deck.read_bytes()
        self.assertIn("0 new, 0 changed, 3 the same, 0 gone\n", self.good("import", self.path))
        self.path.write_text("hola\thi there\nadiós\tbye\nno\tno\n")
        code, _, err = self.run_game("import", self.path)
        self.assertEqual(code, 1)
        self.assertIn("(1 new, 1 changed, 1 gone, 1 the same); --update writes", err)
        self.assertEqual(self.deck.read_bytes(), before)
        self.assertIn("1 new, 1 changed, 1 the same, 1 gone", self.good("import", self.path, "--dry-run"))
        self.assertEqual(self.deck.read_bytes(), before)
        out = self.good("import", self.path, "--update")
        self.assertIn(f"{self.deck}: 1 new, 1 changed, 1 the same, 1 gone and kept (--update --remove-gone", out)
        self.assertCountEqual(sides_of(deck_of(self.deck)["cards"]),
                              [("hola", "hi there"), ("adiós", "bye"), ("sí", "yes"), ("no", "no")])

    def known(self):
        """What does not change with time of what is known of the deck's cards, also of those that left it."""
        progress = json.loads(self.good("export", "words", "--format", "progress-json"))
        return {card["id"]: (card["answers"], card["right"], card["last"]) for card in progress["cards"]}

    def test_cards_that_are_gone_are_taken_out_when_that_is_said(self):
        self.good("demo", "words", "--offscreen", "--mode", "learn", "--seed", 4, environment=QUIET)
        before = self.known()
        self.assertTrue(all(count > 0 for count, _, _ in before.values()))
        self.path.write_text("hola\thello\nadiós\tbye\n")
        kept = self.good("import", self.path, "--update")
        self.assertIn("0 new, 0 changed, 2 the same, 1 gone and kept (--update --remove-gone takes them out)", kept)
        self.assertEqual(len(deck_of(self.deck)["cards"]), 3)
        self.assertIn("1 gone and to be taken out", self.good("import", self.path, "--update", "--remove-gone", "-n"))
        out = self.good("import", self.path, "--update", "--remove-gone")
        self.assertIn(f"{self.deck}: 0 new, 0 changed, 2 the same, 1 gone and taken out", out)
        self.assertEqual(sides_of(deck_of(self.deck)["cards"]), [("hola", "hello"), ("adiós", "bye")])
        self.assertEqual(self.known(), before)
        again = self.json_of("import", self.path, "--update", "--remove-gone")
        self.assertEqual((again["there"]["gone"], again["removed"], again["written"]), (0, 0, None))

    def test_how_many_were_taken_out_is_in_the_json_and_it_needs_an_update(self):
        self.path.write_text("adiós\tbye\nno\tno\n")
        code, _, err = self.run_game("import", self.path, "--remove-gone")
        self.assertEqual(code, 2)
        self.assertIn("--remove-gone is of --update", err)
        self.assertEqual(len(deck_of(self.deck)["cards"]), 3)
        found = self.json_of("import", self.path, "--update", "--remove-gone")
        self.assertEqual((found["there"]["new"], found["there"]["gone"], found["removed"]), (1, 2, 2))
        self.assertEqual(sides_of(deck_of(self.deck)["cards"]), [("adiós", "bye"), ("no", "no")])

    def test_cards_keep_their_ids_and_other_members(self):
        deck = deck_of(self.deck)
        deck["cards"][0].update(id="mine", hint="a greeting", mood="kept")
        self.deck.write_text(json.dumps(deck, indent=4, ensure_ascii=False))
        self.path.write_text("hola\thi\nadiós\tbye\nsí\tyes\n")
        self.good("import", self.path, "--update")
        self.assertEqual(deck_of(self.deck)["cards"][0], {"id": "mine", "term": "hola", "definition": "hi",
                                                          "hint": "a greeting", "mood": "kept"})

    def test_a_file_that_is_named_is_not_overwritten_unasked(self):
        target = self.folder / "own.json"
        self.good("import", self.path, "-o", target)
        more = self.write("more.txt", "x\ty\n")
        code, _, err = self.run_game("import", more, "-o", target)
        self.assertEqual(code, 1)
        self.assertIn("is there already", err)
        self.good("import", more, "-o", target, "--update")
        self.assertEqual(len(deck_of(target)["cards"]), 4)
        other = self.write("notes.md", "dear diary")
        code, _, err = self.run_game("import", self.path, "-o", other)
        self.assertEqual(code, 1)
        self.assertIn("there is a file already, and it is no deck", err)
        self.assertEqual(other.read_text(), "dear diary")

    def test_the_place_of_a_shipped_deck_is_not_taken(self):
        copy = self.write("capitals.txt", "France\tParis\n")
        found = self.json_of("import", copy, "--title", "World capitals")
        self.assertEqual(found["id"], "world-capitals-2")


class RoundTrips(Bench):
    def there_and_back(self, deck, name, *words):
        path, back = self.folder / name, self.folder / f"{name}.back.json"
        self.good("export", deck, "-o", path, *words, environment=QUIET)
        found = self.json_of("import", path, "-o", back, environment=QUIET)
        self.assertEqual((found["dropped"], found["duplicates"]), (0, 0))
        return deck_of(back)

    def test_formats_that_hold_all_of_a_card_give_the_same_cards(self):
        for deck in SHIPPED:
            for ending, *words in (["json"], ["csv"], ["apkg"], ["txt", "--format", "anki-text"]):
                with self.subTest(deck=deck.stem, ending=ending):
                    whole = deck_of(deck)
                    back = self.there_and_back(deck.stem, f"{deck.stem}.{ending}", *words)
                    for card, other in zip(whole["cards"], back["cards"], strict=True):
                        self.assertEqual({"id": other["id"], **card}, other)

    def test_ankis_files_give_the_same_cards(self):
        for deck in SHIPPED:
            for name, words in ((f"{deck.stem}.apkg", ()), (f"{deck.stem}.txt", ("--format", "anki-text"))):
                with self.subTest(deck=deck.stem, name=name):
                    back = self.there_and_back(deck.stem, name, *words)
                    for card, other in zip(deck_of(deck)["cards"], back["cards"], strict=True):
                        self.assertEqual({"id": other["id"], **card}, other)

    def test_a_deck_of_ours_goes_in_as_it_is(self):
        deck = {"format": 1, "id": "own", "title": "Own", "mood": {"kept": [1, 2]},
                "cards": [{"term": "a", "definition": "b", "seen": 3}, {"term": "c", "definition": "d"}]}
        path = self.write("x.json", json.dumps(deck, indent=3))
        self.good("import", path)
        self.assertEqual((self.data / "decks/own.json").read_text(), path.read_text())
        self.good("import", path, "--title", "Other")
        other = deck_of(self.data / "decks/other.json")
        self.assertEqual((other["title"], other["id"], sides_of(other["cards"])),
                         ("Other", "other", [("a", "b"), ("c", "d")]))

    def test_quizlets_text_gives_terms_and_definitions(self):
        for deck in SHIPPED:
            with self.subTest(deck=deck.stem):
                back = self.there_and_back(deck.stem, f"{deck.stem}.txt", "--format", "quizlet")
                flat = [tuple(" ".join(side.split()) for side in card) for card in sides_of(deck_of(deck)["cards"])]
                self.assertEqual([tuple(" ".join(side.split()) for side in card) for card in sides_of(back["cards"])], flat)

    def test_quizlets_text_of_custom_separators_is_known_by_its_signs(self):
        for deck in SHIPPED:
            for side, card in (("=>", "|||"), ("@@", "##"), ("tab", "|||"), (" \u2192 ", ";;\\n")):
                with self.subTest(deck=deck.stem, side=side):
                    back = self.there_and_back(deck.stem, f"{deck.stem}.txt", "--format", "quizlet", "-s", side,
                                               "--card-separator", card)
                    self.assertEqual(sides_of(back["cards"]), sides_of(deck_of(deck)["cards"]))


class Packages(Bench):
    """A package with decks below each other and a log of reviews, made here."""

    def setUp(self):
        super().setUp()
        self.path = self.folder / "spanish.apkg"
        collection = self.folder / "collection.anki2"
        with sqlite3.connect(collection) as db:
            db.executescript("""
                create table col(id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
                create table notes(id integer primary key, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
                create table cards(id integer primary key, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps,
                                   lapses, left, odue, odid, flags, data);
                create table revlog(id integer primary key, cid, usn, ease, ivl, lastIvl, factor, time, type);""")
            models = {"7": {"id": 7, "name": "Basic", "type": 0, "flds": [{"name": "Front", "ord": 0},
                                                                          {"name": "Back", "ord": 1}],
                            "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{Back}}"}]}}
            decks = {"11": {"id": 11, "name": "Spanish::Verbs"}, "12": {"id": 12, "name": "Spanish::Nouns"}}
            db.execute("insert into col values (1, 0, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')",
                       (json.dumps(models), json.dumps(decks)))
            for i, (fields, deck) in enumerate([("ser\x1fto be", 11), ("ir\x1fto go", 11), ("casa\x1fhouse", 12)]):
                db.execute("insert into notes values (?, ?, 7, 0, 0, ' a ', ?, '', 0, 0, '')", (1000 + i, f"g{i}", fields))
                db.execute("insert into cards values (?, ?, ?, 0, 0, 0, 2, 2, 1, 9, 2500, 2, 0, 0, 0, 0, 0, '')",
                           (2000 + i, 1000 + i, deck))
            for i, (card, ease) in enumerate([(2000, 3), (2000, 3), (2002, 1)]):
                db.execute("insert into revlog values (?, ?, 0, ?, 1, 1, 2500, 4000, 1)",
                           (1700000000000 + i * 86400000, card, ease))
        db.close()
        with zipfile.ZipFile(self.path, "w") as package:
            package.write(collection, "collection.anki2")
            package.writestr("media", "{}")

    def test_a_subdeck_comes_in_alone_or_as_a_tag(self):
        out = self.good("import", self.path, "-n")
        self.assertIn("deck Spanish::Verbs: 2 cards", out)
        found = self.json_of("import", self.path)
        tags = {card["term"]: card["tags"] for card in deck_of(found["written"])["cards"]}
        self.assertEqual(tags, {"ser": ["a", "Verbs"], "ir": ["a", "Verbs"], "casa": ["a", "Nouns"]})
        nouns = self.json_of("import", self.path, "--deck", "Nouns", "--title", "Nouns")
        self.assertEqual(sides_of(deck_of(nouns["written"])["cards"]), [("casa", "house")])
        code, _, err = self.run_game("import", self.path, "--deck", "Verb")
        self.assertEqual(code, 2)
        self.assertIn('there is no deck "Verb" in it', err)

    def test_reviews_start_the_memory_once(self):
        found = self.json_of("import", self.path, "--reviews")
        self.assertEqual((found["reviews"], found["reviews_added"]), (3, 3))
        with self.database() as db:
            answers = db.execute("select card_id, at_ms from answer order by at_ms").fetchall()
        db.close()
        self.assertEqual([card for card, _ in answers], ["g0", "g0", "g2"])
        again = self.json_of("import", self.path, "--reviews", "--update")
        self.assertEqual((again["there"]["same"], again["reviews_added"]), (3, 0))
        code, _, err = self.run_game("import", self.path, "--reviews", "--update", "--player", "Nobody")
        self.assertEqual(code, 1)
        self.assertIn('there is no player "Nobody"', err)


class Kills(Bench):
    """Whatever moment it is killed at, a deck is whole or not there."""

    def start(self, lane, *words):
        command = [test_commands.PROGRAM, "--data", self.folder / f"data-{lane}", "import", self.path, *words]
        return subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                env={**test_commands.os.environ, **QUIET})

    def lane(self, lane, took_s, failures):
        chance = random.Random(lane)
        target = self.folder / f"deck-{lane}.json"
        end = time.monotonic() + KILLS_S
        for i in range(KILLS // 2):
            if time.monotonic() > end:
                break
            self.kills[lane] += 1
            if i % 2 == 0:
                target.unlink(missing_ok=True)
            before = target.read_bytes() if target.exists() else None
            program = self.start(lane, "-o", target, "--update")
            time.sleep(chance.uniform(0.3, 1.1) * took_s)
            program.kill()
            program.wait()
            try:
                cards = len(deck_of(target)["cards"]) if target.exists() else None
            except ValueError as error:
                failures.append(f"{target} after {i} kills: {error}")
                return
            if cards not in ((None, self.cards) if before is None else (2, self.cards + 1)):
                failures.append(f"{target} has {cards} cards after {i} kills")
                return
            if i % 2 == 0:
                target.write_text('{"title": "t", "cards": [{"term": "a", "definition": "b"},'
                                  '{"term": "0 term", "definition": "0 definition"}]}')

    def test_a_killed_import_leaves_the_old_deck_or_the_new_one(self):
        count = 2000
        self.path = self.write("many.tsv", "".join(f"{i} term\t{i} definition\n" for i in range(count)))
        self.cards = count
        started = time.monotonic()
        self.start(9, "-o", self.folder / "whole.json").wait()
        took_s = time.monotonic() - started
        failures, self.kills = [], [0, 0]
        lanes = [threading.Thread(target=self.lane, args=(lane, took_s, failures)) for lane in range(2)]
        for thread in lanes:
            thread.start()
        for thread in lanes:
            thread.join()
        self.assertEqual(failures, [])
        print(f"{sum(self.kills)} imports were killed")
        self.assertGreater(sum(self.kills), 20)


class Limits(Bench):
    def measure(self, path):
        """Exit code, what was said, seconds, and the peak in MiB."""
        started = time.monotonic()
        command = [test_commands.PROGRAM, "--data", self.data, "import", path, "--dry-run"]
        done = subprocess.run([str(word) for word in command], capture_output=True, timeout=100,
                              env={**test_commands.os.environ, **QUIET})
        peak_mib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return done.returncode, done.stderr.decode(), time.monotonic() - started, peak_mib

    def test_a_card_too_many_and_a_line_without_end_are_refused(self):
        path = self.folder / "million.tsv"
        with open(path, "w", encoding="ascii") as file:
            file.writelines(f"{i}\tx\n" for i in range(1000001))
        code, err, _, _ = self.measure(path)
        self.assertEqual(code, 1)
        self.assertIn("line 1000001 would be card 1000001", err)
        path.write_bytes(b"a" * (32 << 20))
        self.assertEqual(self.measure(path)[0], 1)
        path.write_bytes(b'"' * 1000000)
        self.assertEqual(self.measure(path)[0], 1)


if __name__ == "__main__":
    test_commands.PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
