"""Whole decks on screen: renamed, written for another program, thrown away and put back; by keys and by a pad."""
import json
import sqlite3
import tempfile
import unittest
import zipfile
from pathlib import Path

from devices import VirtualInput
from game import WindowTest, wait_for

FRENCH = {"format": 1, "title": "French", "x-mine": [1, 2],
          "cards": [{"term": "chat", "definition": "cat"}, {"term": "chien", "definition": "dog"}]}


class DeckTools(WindowTest):
    def setUp(self):
        super().setUp()
        (self.folder / "Downloads").mkdir()
        self.decks = self.data / "decks"
        self.decks.mkdir(parents=True)
        self.environment = {"HOME": str(self.folder)}

    def open_library(self, filter_by, environment=None):
        game = self.start("--mute", environment={**self.environment, **(environment or {})})
        game.wait_until_drawn()
        game.press("l")
        game.wait_until_drawn()
        game.press("slash", *filter_by, "Down")
        game.wait_until_drawn()
        return game

    def deck(self, name):
        path = self.decks / f"{name}.json"
        wait_for(path.exists, f"the deck {name}")
        return json.loads(path.read_text())

    def test_a_shipped_deck_is_renamed_as_a_copy_of_ones_own(self):
        game = self.open_library("morse")
        game.press("d")
        game.wait_until_drawn()
        game.picture("menu")
        game.press("r")
        game.wait_until_drawn()
        game.press("D", "o", "t", "s", "Return")
        deck = self.deck("morse-code")
        self.assertEqual((deck["id"], deck["title"], len(deck["cards"])), ("morse-code", "Dots", 36))
        game.wait_until_drawn()
        game.picture("renamed")
        self.assertEqual(game.end(), 0)

    def test_a_deck_is_written_for_anki(self):
        game = self.open_library("kana")
        game.press("d", "x")
        game.wait_until_drawn()
        game.press("Down", "Down", "Down", "Return")
        game.wait_until_drawn()
        game.picture("export")
        game.press("x")
        path = self.folder / "Downloads" / "japanese-kana.apkg"
        wait_for(path.exists, "the package")
        game.wait_until_drawn()
        game.picture("written")
        self.assertEqual(game.end(), 0)
        with zipfile.ZipFile(path) as package, tempfile.TemporaryDirectory() as folder:
            package.extract("collection.anki2", folder)
            connection = sqlite3.connect(Path(folder) / "collection.anki2")
            self.assertEqual(connection.execute("select count(*) from notes").fetchone(), (92,))
            connection.close()

    def test_a_deck_is_thrown_away_and_put_back_as_it_was(self):
        path = self.decks / "french.json"
        path.write_text(json.dumps(FRENCH))
        game = self.open_library("french")
        game.press("Delete", "Right", "Return")
        wait_for(lambda: not path.exists(), "the deck to go")
        self.assertEqual(len(list((self.data / "bin").iterdir())), 1)
        game.wait_until_drawn()
        game.press("Escape")
        game.wait_until_drawn()
        game.press("l", "b")
        game.wait_until_drawn()
        game.picture("bin")
        game.press("Return")
        self.assertEqual(self.deck("french"), FRENCH)
        self.assertEqual(list((self.data / "bin").iterdir()), [])
        self.assertEqual(game.end(), 0)

    def test_a_pad_alone_duplicates_a_deck(self):
        (self.decks / "a.json").write_text(json.dumps({**FRENCH, "title": "A"}))  # the first on the shelf
        pad = VirtualInput(self.folder)
        self.addCleanup(pad.close)
        game = self.start("--mute", environment={**self.environment, **pad.environment})
        game.wait_until_drawn()
        pad.press(pad.LEFT)  # plugs it in
        game.wait_until_drawn()
        pad.press(pad.DOWN, pad.A)
        game.wait_until_drawn()
        pad.press(pad.START)
        game.wait_until_drawn()
        game.picture("menu")
        pad.press(pad.DOWN, pad.A)
        game.wait_until_drawn()
        pad.press(pad.DOWN, pad.RIGHT, pad.A)
        deck = self.deck("a-copy")
        self.assertEqual((deck["title"], deck["x-mine"], deck["cards"]), ("A (copy)", [1, 2], FRENCH["cards"]))
        game.wait_until_drawn()
        game.picture("copy")
        self.assertEqual(game.end(), 0)


if __name__ == "__main__":
    unittest.main()
