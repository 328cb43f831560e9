#!/usr/bin/env python3
"""Exports of the real program: test_export.py PROGRAM"""
import csv
import html.parser
import io
import json
import resource
import sqlite3
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

import test_commands
from test_commands import SHIPPED, Bench

QUIET = {"ASAN_OPTIONS": "detect_leaks=0"}
DECK_FORMATS = {"json": "json", "csv": "csv", "quizlet": "txt", "anki-text": "txt", "anki": "apkg", "html": "html",
                "html-cut": "html"}
LISTS = ("wordings", "accept", "distractors", "tags")


def cards_of(path):
    return json.loads(path.read_text())["cards"]


def rows_of(text):
    """Of a CSV, as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


class Decks(Bench):
    def read(self, name, *words):
        """A file as it was exported, and what was said."""
        path = self.folder / name
        code, out, err = self.run_game("export", *words, "-o", path)
        self.assertEqual((code, out), (0, ""), err)
        self.assertIn(str(path), err)
        return path, err

    def test_json_is_the_file_as_it_stands(self):
        for deck in SHIPPED:
            self.assertEqual(self.good("export", deck.stem, "--format", "json"), deck.read_text())
        own = self.write("own.json", '{"x-mine": [1.50],"id":"a", "title": "A",'
                                     '"cards":[{"term":"t","definition":"d","y":0}]}')
        self.assertEqual(self.good("export", own, "--format", "json"), own.read_text())

    def test_json_of_a_deck_that_is_named_by_its_file_has_the_id(self):
        own = self.write("by-file.json", '{"title": "A", "cards": [{"term": "t", "definition": "d"}]}')
        path, _ = self.read("other.json", own)
        self.assertEqual(json.loads(path.read_text())["id"], "by-file")

    def test_json_of_some_cards_is_in_the_layout_of_the_shipped_decks(self):
        for deck in SHIPPED:
            whole = json.loads(deck.read_text())
            tags = {tag for card in whole["cards"] for tag in card["tags"]}
            words = [word for tag in tags for word in ("-t", tag)]
            out = self.good("export", deck.stem, "-f", "json", *words)
            made = json.loads(out)
            self.assertEqual(made["cards"], whole["cards"])
            self.assertEqual(out[out.index('  "cards"'):], deck.read_text()[deck.read_text().index('  "cards"'):])

    def test_csv_has_every_member(self):
        for deck in SHIPPED:
            rows = rows_of(self.good("export", deck.stem, "--format", "csv"))
            for row, card in zip(rows, cards_of(deck), strict=True):
                made = {name: row[name].split("\n") if row[name] else [] for name in LISTS}
                expected = {name: card.get(name, []) for name in LISTS}
                self.assertEqual(made, expected)
                for name in ("id", "term", "definition", "hint"):
                    self.assertEqual(row[name], card.get(name, ""))

    def test_text_for_quizlet_is_two_columns(self):
        for deck in SHIPPED:
            path, said = self.read("out.txt", deck.stem, "--format", "quizlet")
            lines = path.read_text().splitlines()
            self.assertEqual([line.split("\t") for line in lines],
                             [[card["term"], card["definition"]] for card in cards_of(deck)])
            self.assertIn("Left out: ", said)

    def test_a_package_is_a_zip_with_a_sound_collection(self):
        for deck in SHIPPED:
            path, said = self.read("out.apkg", deck.stem)
            self.assertNotIn("Left out", said)
            with zipfile.ZipFile(path) as package:
                self.assertEqual(sorted(package.namelist()), ["collection.anki2", "media"])
                self.assertIsNone(package.testzip())
                package.extract("collection.anki2", self.folder)
            db = sqlite3.connect(self.folder / "collection.anki2")
            self.assertEqual(db.execute("pragma integrity_check").fetchall(), [("ok",)])
            notes = db.execute("select count(*), count(distinct guid) from notes").fetchone()
            self.assertEqual(notes, (len(cards_of(deck)),) * 2)
            db.close()

    def test_sheets_are_well_formed_and_load_nothing(self):
        class Tags(html.parser.HTMLParser):
            def __init__(self):
                super().__init__()
                self.seen, self.open = set(), []

            def handle_starttag(self, tag, attributes):
                self.seen.add(tag)
                if tag != "meta":
                    self.open.append(tag)

            def handle_endtag(self, tag):
                if not self.open or self.open.pop() != tag:
                    raise AssertionError(f"</{tag}> closes another tag")

        for deck in SHIPPED:
            for kind in ("html", "html-cut"):
                tags = Tags()
                tags.feed(self.good("export", deck.stem, "--format", kind))
                self.assertEqual(tags.open, [])
                self.assertEqual(tags.seen, {"html", "head", "meta", "title", "style", "body", "p", "div"})

    def test_the_format_follows_from_the_name(self):
        for name, expected in (("a.csv", "Spreadsheet"), ("b.apkg", "Anki package"), ("c.html", "to fold"),
                               ("d.json", "Matchwick deck"), ("e.txt", "Quizlet")):
            self.assertIn(expected, self.read(name, "morse-code")[1])

    def test_a_package_may_go_down_a_pipe(self):
        done = subprocess.run([test_commands.PROGRAM, "--data", self.data, "export", "morse-code", "-f", "anki"],
                              capture_output=True)
        self.assertEqual(done.returncode, 0)
        self.assertIsNone(zipfile.ZipFile(io.BytesIO(done.stdout)).testzip())

    def test_cards_under_tags_are_a_deck_of_their_own(self):
        out = json.loads(self.good("export", "world-capitals", "-f", "json", "-t", "oceania", "-t", "south america"))
        expected = [card["id"] for card in cards_of(test_commands.ROOT / "decks/world-capitals.json")
                    if {"oceania", "south america"} & set(card["tags"])]
        self.assertEqual([card["id"] for card in out["cards"]], expected)
        self.assertEqual(out["title"], "World capitals: oceania, south america")
        self.assertEqual(out["id"], "world-capitals-oceania-south-america")

    def test_words_that_are_off(self):
        cases = [
            (["export"], "which deck?"),
            (["export", "morse-code"], "which format? --format is one of json, csv,"),
            (["export", "morse-code", "-o", "x.doc"], "which format?"),
            (["export", "morse-code", "-f", "cvs"], 'no format "cvs"; is "csv" meant?'),
            (["export", "world-capitals", "-f", "csv", "-t", "asai"], 'no tag "asai"; it has "asia"'),
            (["export", "world-capitals", "-f", "progress-csv", "-t", "asia"], "choose cards of a deck"),
        ]
        for words, expected in cases:
            with self.subTest(words=words):
                code, out, err = self.run_game(*words)
                self.assertEqual((code, out), (2, ""), err)
                self.assertIn(expected, err)

    def test_what_cannot_be_written_leaves_nothing_half_made(self):
        kept = self.write("kept.csv", "kept")
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        for name in ("new.csv", "kept.csv", "new.apkg"):
            done = subprocess.run([test_commands.PROGRAM, "--data", self.data, "export", "world-capitals", "-o", name],
                                  capture_output=True, cwd=self.folder, preexec_fn=limit, restore_signals=False)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(f"{name}: cannot be written: File too large", done.stderr.decode())
        code, _, err = self.run_game("export", "world-capitals", "-f", "csv", "-o", "/dev/full")
        self.assertEqual(code, 1)
        self.assertIn("/dev/full: cannot be written: No space left on device", err)
        self.assertEqual(kept.read_text(), "kept")
        self.assertEqual([path.name for path in self.folder.iterdir() if path != self.data], ["kept.csv"])

    def test_a_folder_that_is_not_there_is_named(self):
        code, _, err = self.run_game("export", "morse-code", "-o", self.folder / "no/where.csv")
        self.assertEqual(code, 1)
        self.assertIn("where.csv: cannot be written: No such file or directory", err)
        code, _, err = self.run_game("export", "morse-code", "-f", "csv", "-o", self.folder)
        self.assertEqual(code, 1)
        self.assertIn("Is a directory", err)

    def test_a_file_that_is_there_is_replaced_whole(self):
        path = self.write("x.csv", "x" * 100000)
        self.read("x.csv", "morse-code")
        self.assertEqual(len(rows_of(path.read_text())), 36)


class Known(Bench):
    """What a player knows, after a demo of Learn in which a good part was wrong."""

    def setUp(self):
        super().setUp()
        self.good("demo", "morse-code", "--offscreen", "--mode", "learn", "--skill", 40, "--player", "Ada",
                  "--seed", 4, environment=QUIET)
        with self.database() as db:
            self.answers = db.execute("select card_id, is_right, shown, chosen, response_ms from answer"
                                      " order by at_ms, id").fetchall()
        db.close()

    def test_every_answer_goes_out(self):
        rows = rows_of(self.good("export", "morse-code", "-f", "answers-csv"))
        out = json.loads(self.good("export", "morse-code", "-f", "answers-json", "--player", "ada"))
        self.assertEqual(out["player"], "Ada")
        self.assertGreater(len(self.answers), 20)
        for row, member, kept in zip(rows, out["answers"], self.answers, strict=True):
            self.assertEqual((member["id"], member["right"], member["shown"], member["chosen"],
                              member["response_ms"]), (kept[0], bool(kept[1]), *kept[2:]))
            self.assertEqual((row["id"], row["right"], row["response_ms"]), (kept[0], str(kept[1]), str(kept[4])))

    def test_progress_has_each_card_of_the_deck(self):
        cards = cards_of(test_commands.ROOT / "decks/morse-code.json")
        rows = rows_of(self.good("export", "morse-code", "-f", "progress-csv"))
        out = json.loads(self.good("export", "morse-code", "-f", "progress-json"))
        self.assertEqual([row["id"] for row in rows], [card["id"] for card in cards])
        for row, member in zip(rows, out["cards"], strict=True):
            kept = [answer for answer in self.answers if answer[0] == member["id"]]
            self.assertEqual((member["answers"], member["right"]), (len(kept), sum(answer[1] for answer in kept)))
            self.assertEqual(row["answers"], str(len(kept)))
            self.assertEqual(member["mastery"] == "New", member["recall"] is None)
            self.assertEqual(member["last"] is None, not kept)

    def test_weak_cards_are_those_whose_recall_has_fallen(self):
        with self.database() as db:  # half of the cards were asked a month ago
            db.execute("update card_memory set last_ms = last_ms - 30 * 86400000 where unicode(substr(card_id, -1)) % 2")
        db.close()
        progress = json.loads(self.good("export", "morse-code", "-f", "progress-json"))["cards"]
        deck = json.loads(self.good("export", "morse-code", "--weak", "-f", "json"))
        weak = [card["id"] for card in progress if card["recall"] is not None and card["recall"] < 0.9]
        self.assertTrue(0 < len(weak) < sum(card["recall"] is not None for card in progress))
        self.assertEqual([card["id"] for card in deck["cards"]], weak)
        self.assertEqual((deck["title"], deck["id"]), ("Morse code: weak cards", "morse-code-weak-cards"))

    def test_a_wish_that_no_card_meets_is_told(self):
        with self.database() as db:
            db.execute("update card_memory set is_starred = 0")
        db.close()
        code, _, err = self.run_game("export", "morse-code", "--starred", "-f", "csv")
        self.assertEqual(code, 1)
        self.assertIn("Ada has no starred cards there", err)

    def test_starred_cards_alone(self):
        starred = self.answers[0][0]
        with self.database() as db:
            db.execute("update card_memory set is_starred = card_id = ?", (starred,))
        db.close()
        rows = rows_of(self.good("export", "morse-code", "--starred", "-f", "csv"))
        self.assertEqual([row["id"] for row in rows], [starred])

    def test_a_player_who_is_not_there_is_named(self):
        code, _, err = self.run_game("export", "morse-code", "-f", "answers-csv", "--player", "Bo")
        self.assertEqual(code, 1)
        self.assertIn('no player "Bo"; there is "Ada"', err)


class Nobody(Bench):
    def test_nobody_has_played(self):
        code, _, err = self.run_game("export", "morse-code", "--weak", "-f", "csv")
        self.assertEqual(code, 1)
        self.assertIn("nobody has played yet", err)


if __name__ == "__main__":
    test_commands.PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
