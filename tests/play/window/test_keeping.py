"""What is kept stays, whatever happens to the program, the file or the disk."""
import os
import sqlite3
import subprocess
import time
import unittest

from game import DECK, Database, Game, WindowTest, key_of_place, pairs_of, right_option, wait_for

RUSH = (DECK, "--mode", "rush", "--variant", "classic", "--seed", 7, "--set", "questions=5")
SPRINT = (DECK, "--mode", "match", "--variant", "sprint", "--seed", 7, "--set", "pairs=3", "--set", "board=3")
RED = (255, 111, 111)


def has_red_words(picture):
    """Troubles are told on the title in the colour of what is wrong."""
    colours = picture.getcolors(1 << 24)
    return sum(count for count, colour in colours if colour[:3] == RED) > 40


class Keeping(WindowTest):
    def answer_rush(self, game, questions, count):
        for answers, question in enumerate(questions[:count], 1):
            time.sleep(0.25)
            game.press(str(right_option(question) + 1))
            self.wait_for_answers(answers)
            game.press("space")

    def make_run(self):
        code, _, err = self.command("demo", DECK, "--offscreen", "--seed", 7, "--skill", 100, "--json")
        self.assertEqual(code, 0, err)

    def test_a_kill_in_mid_round_keeps_the_answers(self):
        questions = self.deal(*RUSH)["questions"]
        game = self.start(*RUSH)
        game.wait_for_go()
        self.answer_rush(game, questions, 3)
        game.kill()
        self.assertTrue(self.database.is_sound())
        again = self.start()
        again.wait_until_drawn()
        self.assertEqual(self.database.count("answer"), 3)
        self.assertEqual(self.database.count("run"), 0)
        self.assertEqual(list(self.data.glob("*damaged*")), [])
        self.assertFalse(has_red_words(again.picture("after")))
        self.assertEqual(again.end(), 0)
        self.assertTrue(self.database.is_sound())

    def test_two_copies_play_on_one_folder(self):
        games = [self.start(), self.start()]
        for game in games:
            game.wait_until_drawn()
            game.end()
        questions = self.deal(*RUSH)["questions"]
        first = self.start(*RUSH)
        first.wait_for_go()
        second = self.start("--mute")
        second.wait_until_drawn()
        self.make_run()
        first_window = first.window()
        subprocess.run(["xdotool", "windowraise", first_window, "windowfocus", first_window], check=True)
        time.sleep(0.2)
        first.press("Return")  # the second window took the focus: the round was paused
        time.sleep(0.4)
        self.answer_rush_of(first, questions)
        self.wait_for_runs(2)
        self.assertEqual((first.end(), second.end()), (0, 0))
        self.assertTrue(self.database.is_sound())
        self.assert_verified(2)

    def answer_rush_of(self, game, questions):
        before = self.database.rows("select count(*) from answer where is_autoplay = 0")[0][0]
        for answers, question in enumerate(questions, 1):
            time.sleep(0.25)
            game.press(str(right_option(question) + 1))
            wait_for(lambda: self.database.rows("select count(*) from answer where is_autoplay = 0")[0][0]
                     >= before + answers, f"{answers} answers")
            game.press("space")

    def play_on(self, game):
        """The round goes on: a board is cleared, whatever the store can keep of it."""
        game.wait_for_go()
        code, _, _ = self.command("deal", *SPRINT, "--json")
        self.assertEqual(code, 0)
        before = game.picture()
        for pair in pairs_of(self.deal(*SPRINT)):
            for place in pair:
                game.press(key_of_place(place, 12))
                time.sleep(0.1)
        time.sleep(1)
        game.wait_until_drawn()
        self.assertNotEqual(game.picture("played").tobytes(), before.tobytes())
        self.assertIsNone(game.process.poll())

    def test_a_damaged_database_is_set_aside(self):
        self.data.mkdir()
        damaged = b"SQLite format 3\0" + bytes(range(256)) * 64
        (self.data / "matchwick.db").write_bytes(damaged)
        game = self.start()
        picture = game.wait_until_drawn()
        game.picture("title")
        self.assertTrue(has_red_words(picture))
        aside = list(self.data.glob("matchwick.damaged-*.db"))
        self.assertEqual(len(aside), 1)
        self.assertEqual(aside[0].read_bytes(), damaged)
        self.assertEqual(game.end(), 0)
        self.assertTrue(self.database.is_sound())
        self.assertEqual(self.database.count("player"), 1)

    def test_a_newer_database_is_left_as_it_is(self):
        self.make_run()
        connection = sqlite3.connect(self.database.path)
        connection.execute("pragma user_version = 999")
        connection.execute("pragma journal_mode = delete")
        connection.close()
        before = self.database.path.read_bytes()
        game = self.start(*SPRINT)
        self.play_on(game)
        self.assertEqual(game.end(), 0)
        title = self.start()
        picture = title.wait_until_drawn()
        title.picture("title")
        self.assertTrue(has_red_words(picture))
        self.assertEqual(title.end(), 0)
        self.assertEqual(self.database.path.read_bytes(), before)

    def mount(self, options):
        self.data.mkdir(exist_ok=True)
        words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self.data)]
        if os.geteuid() != 0 or subprocess.run(words, capture_output=True).returncode != 0:
            self.skipTest("a small disk cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(self.data)], capture_output=True)

    def test_a_read_only_folder_shows_what_was_kept(self):
        self.mount("size=8m")
        self.make_run()
        subprocess.run(["mount", "-o", "remount,ro", str(self.data)], check=True)
        game = self.start()
        picture = game.wait_until_drawn()
        game.picture("title")
        self.assertTrue(has_red_words(picture))
        self.assertEqual(game.end(), 0)
        round_ = self.start(*SPRINT)
        self.play_on(round_)
        self.assertEqual(round_.end(), 0)
        subprocess.run(["mount", "-o", "remount,rw", str(self.data)], check=True)
        self.assertTrue(self.database.is_sound())
        self.assert_verified(1)

    def fill(self):
        with self.assertRaises(OSError), open(self.data / "filler", "wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))

    def test_a_disk_that_fills_up_loses_nothing(self):
        self.mount("size=2m")
        self.make_run()
        game = self.start(*SPRINT)
        game.window()
        self.fill()
        self.play_on(game)
        self.assertEqual(self.database.count("run"), 1)
        (self.data / "filler").unlink()
        self.wait_for_runs(2)  # it waited in memory, and is tried again once there is room
        game.wait_until_drawn()
        game.picture("saved")
        self.assertEqual(game.end(), 0)
        self.assertTrue(self.database.is_sound())
        self.assert_verified(2)

    def test_a_disk_that_is_full_at_the_start_is_told(self):
        self.mount("size=2m")
        self.make_run()
        self.fill()
        game = self.start()
        picture = game.wait_until_drawn()
        game.picture("title")
        self.assertTrue(has_red_words(picture))
        self.assertEqual(game.end(), 0)
        (self.data / "filler").unlink()
        self.assertTrue(self.database.is_sound())
        self.assert_verified(1)


if __name__ == "__main__":
    unittest.main()
