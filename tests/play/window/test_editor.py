"""Decks changed on screen: by keys, by a pad alone, and against another program that writes the same file."""
import json
import signal
import unittest

from devices import VirtualInput
from game import WindowTest, wait_for, xdotool

DECK = {"format": 1, "id": "animals", "title": "Animals", "cards": [
    {"id": "cat", "term": "Cat", "definition": "It purrs"},
    {"id": "dog", "term": "Dog", "definition": "It barks"},
    {"id": "cow", "term": "Cow", "definition": "It moos"}]}


class Editor(WindowTest):
    def setUp(self):
        super().setUp()
        self.decks = self.data / "decks"
        self.decks.mkdir(parents=True)
        self.write(DECK)

    def write(self, deck):
        (self.decks / "animals.json").write_text(json.dumps(deck, indent=2))

    def terms(self):
        return [card["term"] for card in json.loads((self.decks / "animals.json").read_text())["cards"]]

    def wait_for_terms(self, *terms):
        wait_for(lambda: self.terms() == list(terms), f"the cards {terms}, which are {self.terms()}")

    def open(self, environment=None):
        game = self.start("--mute", environment=environment)
        game.wait_until_drawn()
        game.press("l")
        game.wait_until_drawn()
        game.press("slash", "a", "n", "i", "m", "Down", "Return")
        game.wait_until_drawn()
        game.press("e")
        game.wait_until_drawn()
        return game

    def test_cards_are_changed_by_keys(self):
        game = self.open()
        game.press("Return")
        xdotool("type", "--delay", "30", "fish")
        game.press("Return", "shift+Return")
        xdotool("type", "--delay", "30", "and swims")
        game.picture("form")
        game.press("ctrl+s")
        self.wait_for_terms("Catfish", "Dog", "Cow")
        cards = json.loads((self.decks / "animals.json").read_text())["cards"]
        self.assertEqual(cards[0]["definition"], "It purrs\nand swims")
        game.press("Escape", "Down", "shift+Down", "Delete", "ctrl+s")
        self.wait_for_terms("Catfish")
        game.press("ctrl+z", "alt+Down", "ctrl+n")
        xdotool("type", "--delay", "30", "Bee")
        game.press("Tab")
        xdotool("type", "--delay", "30", "It hums")
        game.press("ctrl+s")
        wait_for(lambda: "Bee" in self.terms(), "the new card")
        game.picture("saved")
        self.assertEqual(game.end(), 0)
        code, out, err = self.command("check", self.decks / "animals.json")
        self.assertEqual(code, 0, out + err)

    def test_what_another_program_wrote_is_chosen(self):
        game = self.open()
        game.press("Return")
        xdotool("type", "--delay", "30", "s")
        theirs = json.loads(json.dumps(DECK))
        theirs["cards"][1]["term"] = "Hound"
        self.write(theirs)
        game.press("ctrl+s")
        game.wait_until_drawn()
        game.picture("two versions")
        self.assertEqual(self.terms(), ["Cat", "Hound", "Cow"])
        game.press("Down", "Right", "Return", "ctrl+s")
        self.wait_for_terms("Cats", "Hound", "Cow")
        self.assertEqual(game.end(), 0)

    def test_work_that_was_not_saved_outlives_kill_9(self):
        game = self.open()
        game.press("Return")
        xdotool("type", "--delay", "30", "fish")
        game.press("ctrl+n")
        xdotool("type", "--delay", "30", "Half a card")
        kept = self.data / "drafts"
        wait_for(lambda: kept.is_dir() and any(kept.glob("*.json")), "what is kept")
        game.kill()
        self.assertEqual(self.terms(), ["Cat", "Dog", "Cow"])
        game = self.open()
        game.picture("taken up or not")
        game.press("Return")
        game.wait_until_drawn()
        game.picture("taken up")
        game.press("Down", "Return", "Tab")
        xdotool("type", "--delay", "30", "is whole")
        game.press("ctrl+s")
        self.wait_for_terms("Catfish", "Half a card", "Dog", "Cow")
        wait_for(lambda: not any(kept.glob("*.json")), "that nothing is kept any more")
        self.assertEqual(game.end(), 0)

    def test_work_outlives_the_end_of_the_session(self):
        game = self.open()
        game.press("Return")
        xdotool("type", "--delay", "30", "fish")
        game.process.send_signal(signal.SIGTERM)  # and a moment later, as it asks what becomes of the work:
        kept = self.data / "drafts"
        wait_for(lambda: kept.is_dir() and any(kept.glob("*.json")), "what is kept")
        game.picture("asked at the end")
        game.kill()
        game = self.open()
        game.press("Return")
        game.wait_until_drawn()
        game.press("ctrl+s")
        self.wait_for_terms("Catfish", "Dog", "Cow")
        self.assertEqual(game.end(), 0)

    def test_a_pad_alone_marks_deletes_and_saves(self):
        pad = VirtualInput(self.folder)
        self.addCleanup(pad.close)
        game = self.open(pad.environment)
        pad.press(pad.DOWN)  # plugs it in
        game.wait_until_drawn()
        pad.press(pad.X, pad.Y)
        game.wait_until_drawn()
        game.picture("more")
        for _ in range(8):  # from New card to Delete
            pad.press(pad.DOWN)
        pad.press(pad.A)
        game.wait_until_drawn()
        pad.press(pad.START)
        wait_for(lambda: len(self.terms()) == 2, "one card less")
        self.assertEqual(game.end(), 0)


if __name__ == "__main__":
    unittest.main()
