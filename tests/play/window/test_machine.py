"""The machine around the game: sound, fonts, deck files."""
import json
import os
import shutil
import struct
import subprocess
import time
import unittest
from pathlib import Path

from game import DECK, PROGRAM, ROOT, WindowTest, key_of_place, pairs_of, wait_for

SPRINT = (DECK, "--mode", "match", "--variant", "sprint", "--seed", 7, "--set", "pairs=6")
RATE_HZ = 44100


def bursts_of(samples, rate=RATE_HZ, quiet=40, gap_s=0.12):
    """Stretches of sound between stretches of silence, as (first, last) sample numbers."""
    step, bursts = rate // 200, []
    for at in range(0, len(samples) - step, step):
        if max(map(abs, samples[at:at + step])) <= quiet:
            continue
        if bursts and at - bursts[-1][1] < gap_s * rate:
            bursts[-1][1] = at + step
        else:
            bursts.append([at, at + step])
    return bursts


def pitch_of(samples, rate=RATE_HZ):
    """Hertz, by the crossings of zero upwards."""
    rises = [i for i in range(1, len(samples)) if samples[i - 1] < 0 <= samples[i]]
    return (len(rises) - 1) * rate / (rises[-1] - rises[0]) if len(rises) > 2 else 0


class Sound(WindowTest):
    def play(self, game):
        for answers, (term, definition) in enumerate(pairs_of(self.deal(*SPRINT))[:3], 1):
            game.press(key_of_place(term, 12))
            time.sleep(0.5)
            game.press(key_of_place(definition, 12))
            self.wait_for_answers(answers)
            time.sleep(0.9)

    def test_the_pitch_rises_with_the_streak(self):
        path = self.folder / "sound.raw"
        game = self.start(*SPRINT, environment={"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(path)})
        game.wait_for_go()
        time.sleep(1)
        self.play(game)
        self.assertEqual(game.end(), 0)
        data = path.read_bytes()
        samples = struct.unpack(f"<{len(data) // 2}h", data[:len(data) // 2 * 2])
        self.assertGreater(max(map(abs, samples)), 1000)
        # A match rings longer than a pick; the last three long ones are the three pairs.
        long = [burst for burst in bursts_of(samples) if burst[1] - burst[0] > 0.1 * RATE_HZ]
        pitches = [pitch_of(samples[start:start + int(0.055 * RATE_HZ)]) for start, _ in long[-3:]]
        self.assertEqual(len(pitches), 3)
        self.assertLess(pitches[0] * 1.06, pitches[1], pitches)
        self.assertLess(pitches[1] * 1.06, pitches[2], pitches)

    def test_without_a_sound_device_it_plays_silently(self):
        for driver in ("alsa", "nonsense"):
            with self.subTest(driver=driver):
                game = self.start(*SPRINT, environment={"SDL_AUDIODRIVER": driver, "ALSA_CONFIG_PATH": "/nonexistent"},
                                  data=self.folder / driver)
                game.wait_for_go()
                game.press("1", "q")
                game.window()
                time.sleep(0.5)
                self.assertIsNone(game.process.poll())
                self.assertEqual(game.end(), 0)
                self.assertIn("sound", game.errors().lower())


class Fonts(WindowTest):
    def test_a_missing_font_names_its_package(self):
        prefix = self.folder / "prefix"
        shutil.copytree(ROOT / "assets", prefix / "share/matchwick/assets")
        shutil.copytree(ROOT / "decks", prefix / "share/matchwick/decks")
        (prefix / "bin").mkdir()
        shutil.copy(PROGRAM, prefix / "bin/matchwick")
        path = prefix / "share/matchwick/assets/fonts.json"
        table = json.loads(path.read_text())
        family = next(family for family in table["families"] if family.get("required"))
        family["name"] = "No Such Family"
        for font in family["fonts"].values():
            font["file"] = "/nonexistent/font.otf"
        path.write_text(json.dumps(table))
        done = subprocess.run([prefix / "bin/matchwick", "play", "--data", self.data], capture_output=True, timeout=20)
        self.assertEqual(done.returncode, 1)
        self.assertIn(family["package"], done.stderr.decode())


class Decks(WindowTest):
    def deck(self, title):
        cards = [{"term": f"term {i}", "definition": f"definition {i}"} for i in range(12)]
        return json.dumps({"format": 1, "title": title, "cards": cards})

    def test_a_new_deck_appears_while_the_library_is_open(self):
        game = self.start()
        game.wait_until_drawn()
        game.press("l")
        time.sleep(0.5)
        before = game.wait_until_drawn()
        game.picture("before")
        folder = self.data / "decks"
        self.assertTrue(folder.is_dir())
        (folder / "new.json").write_text(self.deck("A new deck"))
        wait_for(lambda: game.wait_until_drawn().tobytes() != before.tobytes(), "the new deck on the shelf")
        added = game.wait_until_drawn()
        game.picture("added")
        (folder / "new.json").write_text(self.deck("Another name"))
        wait_for(lambda: game.wait_until_drawn().tobytes() != added.tobytes(), "the changed deck on the shelf")
        game.picture("changed")
        (folder / "new.json").unlink()
        wait_for(lambda: game.wait_until_drawn().tobytes() == before.tobytes(), "the shelf as it was")
        self.assertEqual(game.end(), 0)

    def test_a_bad_deck_is_shown_with_its_error(self):
        folder = self.data / "decks"
        folder.mkdir(parents=True)
        (folder / "bad.json").write_text('{"title": "Bad", "cards": []}')
        game = self.start()
        game.wait_until_drawn()
        game.press("l")
        time.sleep(0.5)
        game.wait_until_drawn()
        game.picture("library")
        code, _, err = self.command("check", folder / "bad.json")
        self.assertEqual(code, 1)
        self.assertIn("bad.json:1:", err)
        self.assertEqual(game.end(), 0)


if __name__ == "__main__":
    unittest.main()
