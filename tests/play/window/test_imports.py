"""Decks brought in on screen: by the name of a file, by the clipboard, by a pad, and by drag and drop."""
import json
import unittest

from devices import Desktop, VirtualInput
from game import WindowTest, wait_for

WORDS = "chat\tcat\nchien\tdog\nmaison\thouse\n"
CARDS = [("chat", "cat"), ("chien", "dog"), ("maison", "house")]


class Imports(WindowTest):
    def setUp(self):
        super().setUp()
        self.downloads = self.folder / "Downloads"
        self.downloads.mkdir()
        self.environment = {"HOME": str(self.folder)}
        self.desktop = Desktop()

    def write(self, name, text=WORDS):
        path = self.downloads / name
        path.write_text(text)
        return path

    def open(self, environment=None):
        game = self.start("--mute", environment={**self.environment, **(environment or {})})
        game.wait_until_drawn()
        return game

    def cards(self, name):
        """Of the player's deck, once it is there."""
        path = self.data / "decks" / f"{name}.json"
        wait_for(path.exists, f"the deck {name}")
        return [(card["term"], card["definition"]) for card in json.loads(path.read_text())["cards"]]

    def assert_no_decks(self):
        self.assertEqual(list((self.data / "decks").iterdir()), [])

    def finish(self, game):
        game.wait_until_drawn()
        game.picture("hub")
        self.assertEqual(game.end(), 0)
        code, out, err = self.command("check", *(self.data / "decks").iterdir())
        self.assertEqual(code, 0, out + err)

    def test_a_file_is_chosen_by_keys(self):
        self.write("French words.tsv")
        self.write("holiday.png", "no deck")
        game = self.open()
        game.press("l")
        game.wait_until_drawn()
        game.press("i")
        game.wait_until_drawn()
        game.picture("files")
        game.press("f", "r", "Return", "Return")
        game.wait_until_drawn()
        game.picture("preview")
        self.assert_no_decks()
        game.press("Return")
        self.assertEqual(self.cards("french-words"), CARDS)
        self.finish(game)

    def test_a_list_is_pasted(self):
        game = self.open()
        program = self.desktop.copy(WORDS)
        self.addCleanup(program.stdout.close)
        self.addCleanup(program.wait)
        self.addCleanup(program.kill)
        game.press("l")
        game.wait_until_drawn()
        game.press("i")
        game.wait_until_drawn()
        game.press("ctrl+v")
        game.wait_until_drawn()
        game.picture("preview")
        game.press("Return")
        self.assertEqual(self.cards("clipboard"), CARDS)
        self.finish(game)

    def test_a_file_is_chosen_by_a_pad_alone(self):
        self.write("words.csv", WORDS.replace("\t", ","))
        pad = VirtualInput(self.folder)
        self.addCleanup(pad.close)
        game = self.open(pad.environment)
        pad.press(pad.LEFT)  # plugs it in
        game.wait_until_drawn()
        pad.press(pad.DOWN, pad.A)
        game.wait_until_drawn()
        pad.pull(pad.RT)
        game.wait_until_drawn()
        game.picture("files")
        pad.press(pad.A)
        game.wait_until_drawn()
        game.picture("preview")
        pad.press(pad.A)
        self.assertEqual(self.cards("words"), CARDS)
        self.finish(game)

    def test_files_are_dropped_on_the_window(self):
        game = self.open()
        name = "näme with a space, 100% of it.csv"
        self.desktop.drop(game.window(), self.write("words.tsv"), self.write(name, "a,b\n"))
        game.wait_until_drawn()
        game.picture("first")
        game.press("Return")
        self.assertEqual(self.cards("words"), CARDS)
        game.wait_until_drawn()
        game.picture("second")
        game.press("Return")
        self.assertEqual(self.cards("näme-with-a-space-100-of-it"), [("a", "b")])
        self.finish(game)

    def test_a_file_that_the_game_is_opened_with(self):
        game = self.start(self.write("words.tsv"), "--mute", environment=self.environment)
        game.wait_until_drawn()
        game.press("Return")
        self.assertEqual(self.cards("words"), CARDS)
        self.finish(game)

    def test_json_of_another_program_that_the_game_is_opened_with(self):
        cards = [{"front": term, "back": definition} for term, definition in CARDS]
        game = self.start(self.write("words.json", json.dumps({"deck": cards})), "--mute", environment=self.environment)
        game.wait_until_drawn()
        game.press("Return")
        self.assertEqual(self.cards("words"), CARDS)
        self.finish(game)

    def test_a_text_is_dropped_on_the_window(self):
        game = self.open()
        self.desktop.drop(game.window(), WORDS)
        game.wait_until_drawn()
        game.picture("preview")
        game.press("Return")
        self.assertEqual(self.cards("dropped-text"), CARDS)
        self.finish(game)


if __name__ == "__main__":
    unittest.main()
