#!/usr/bin/env python3
"""The memory that big JSON takes in the real program: test_big_json.py PROGRAM"""
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

import test_commands
from test_commands import Bench

MOST_BYTES = 64 << 20
MOST_MIB = 512
CARDS = 1000000
# Freed memory that the sanitizer keeps back is none that the game needs.
QUIET = {"ASAN_OPTIONS": "detect_leaks=0:quarantine_size_mb=1"}


def of_values(before, after):
    """Half of what a file may have: its values would take over a gigabyte."""
    room = MOST_BYTES // 2 - len(before) - len(after)
    return before + "1," * (room // 2 - 1) + "1" + after


class BigJson(Bench):
    def run_within(self, *words):
        """Exit code and what was said; the peak of memory is held against what is allowed."""
        command = [test_commands.PROGRAM, "--data", self.data, *words]
        said = self.folder / "said"
        with open(said, "w", encoding="utf-8") as file:
            child = subprocess.Popen([str(word) for word in command], stdout=file, stderr=file,
                                     env={**os.environ, **QUIET})
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        text = said.read_text(encoding="utf-8")
        self.assertLess(usage.ru_maxrss / 1024, MOST_MIB, text[-400:])
        return child.returncode, text

    def test_a_deck_of_a_million_cards_is_checked_and_imported(self):
        path = self.folder / "million.json"
        with open(path, "w", encoding="ascii") as file:
            file.write('{"format":1,"title":"Million","cards":[\n')
            file.writelines(f'{"," if i else ""}{{"id":"c{i}","term":"t{i}","definition":"d{i}"}}\n' for i in range(CARDS))
            file.write("]}\n")
        self.assertLessEqual(path.stat().st_size, MOST_BYTES)
        self.assertEqual(self.run_within("check", path), (0, f"{path}: {CARDS} cards, clean\n"))
        code, said = self.run_within("import", path)
        self.assertEqual(code, 0, said)
        written = self.data / "decks/million.json"
        self.assertIn(f"{written}: {CARDS} cards\n", said)
        self.assertEqual(written.read_bytes(), path.read_bytes())

    def test_values_that_would_fill_the_memory_are_refused(self):
        card = {"term": "t", "definition": "d"}
        texts = {"values": of_values("[", "]"),
                 "cards": of_values('{"title": "T", "cards": [', "]}"),
                 "member": of_values('{"title": "T", "x": [', f'], "cards": [{json.dumps(card)}]}}'),
                 "card": of_values('{"title": "T", "cards": [{"x": [', "]}]}")}
        for name, text in texts.items():
            path = self.folder / f"{name}.json"
            path.write_text(text, encoding="ascii")
            code, said = self.run_within("check", path)
            self.assertEqual(code, 1, name)
            self.assertIn("the card is a number" if name == "cards" else "holds too many values", said)
            code, said = self.run_within("import", path)
            self.assertEqual(code, 1, name)
            self.assertIn("holds too many values", said)
            path.unlink()

    def test_few_cards_with_millions_of_texts_are_imported_or_refused(self):
        texts = json.dumps([f"{i:x}" for i in range(1950)], separators=(",", ":"))
        for count, most in ((2000, True), (3500, False)):
            path = self.folder / f"texts{count}.json"
            with open(path, "w", encoding="ascii") as file:
                file.write('{"format":1,"title":"T","cards":[')
                file.write(",".join(f'{{"term":"t{i}","definition":"d{i}","distractors":{texts}}}' for i in range(count)))
                file.write("]}")
            code, said = self.run_within("import", path)
            self.assertEqual(code, 0 if most else 1, said[-400:])
            self.assertIn(f"{count} cards" if most else "over 4000000 wordings, tags and the like", said)
            path.unlink()


if __name__ == "__main__":
    test_commands.PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
