"""Whole rounds with one device alone."""
import time
import unittest

from devices import VirtualInput
from game import DECK, WindowTest, key_of_place, pairs_of, right_option, wait_for

SPRINT = (DECK, "--mode", "match", "--variant", "sprint", "--seed", 7, "--set", "pairs=6")
RUSH = (DECK, "--mode", "rush", "--variant", "classic", "--seed", 7, "--set", "questions=5")
TILES = 12
BETWEEN_PICKS_S = 0.1  # a tile takes no second pick within 80 ms
GUARD_S = 0.25         # a new question takes no answer for 150 ms


def middle_of(place, width=1280, height=720):
    """Of a tile of a board of 12 at 1280x720: four columns, three rows between head and reader strip."""
    return width * (place % 4 + 0.5) / 4, height * (128 + 72 + 160 * (place // 4)) / 720


def focused_places(picture):
    """Places whose tile has the white ring at its left and right edge."""
    def is_lit(x, y):
        return any(min(picture.getpixel((x + dx, y))[:3]) > 235 for dx in range(-8, 9))

    places = []
    for place in range(TILES):
        left, middle = 32 + 308 * (place % 4), 200 + 160 * (place // 4)
        if is_lit(left, middle) and is_lit(left + 292, middle):
            places.append(place)
    return places


class Rounds(WindowTest):
    def open_input(self):
        given = VirtualInput(self.folder)
        self.addCleanup(given.close)
        return given

    def play_match(self, game, pick):
        pairs = pairs_of(self.deal(*SPRINT))
        self.assertEqual(len(pairs), 6)
        for answers, (term, definition) in enumerate(pairs, 1):
            pick(term)
            time.sleep(BETWEEN_PICKS_S)
            pick(definition)
            self.wait_for_answers(answers)
            if answers == 3:
                game.picture("three-pairs")
        self.wait_for_runs(1)
        self.assertEqual(self.database.rows("select right, wrong, is_autoplay from run"), [(6, 0, 0)])
        self.assert_verified(1)
        game.wait_until_drawn()
        game.picture("results")
        self.assertEqual(game.end(), 0)

    def play_rush(self, game, answer, go_on):
        questions = self.deal(*RUSH)["questions"]
        self.assertEqual(len(questions), 5)
        for answers, question in enumerate(questions, 1):
            time.sleep(GUARD_S)
            answer(right_option(question))
            self.wait_for_answers(answers)
            go_on()
        self.wait_for_runs(1)
        self.assertEqual(self.database.rows("select right, wrong from run"), [(5, 0)])
        self.assert_verified(1)
        self.assertEqual(game.end(), 0)

    def test_the_first_start_is_two_presses_from_a_round(self):
        game = self.start()
        game.wait_until_drawn()
        game.picture("title")
        self.assertEqual(self.database.rows("select name from player"), [("Player 1",)])
        game.press("Return")
        time.sleep(0.7)
        game.picture("countdown")
        game.press("Return")
        time.sleep(0.7)
        game.picture("round")
        # Nobody knows this seed: whatever two tiles of two sides decide is an answer.
        for key in "2345678qwertyasdfgh":
            game.press("1", key)
            time.sleep(0.1)
            if self.database.count("answer"):
                break
        self.wait_for_answers(1)
        self.assertEqual(self.database.rows("select mode, variant, deck_id from answer limit 1"),
                         [("match", "decoy", DECK)])
        self.assertEqual(game.end(), 0)

    def test_a_match_by_keys_alone(self):
        game = self.start(*SPRINT)
        game.wait_for_go()
        self.play_match(game, lambda place: game.press(key_of_place(place, TILES)))

    def test_a_match_by_mouse_alone(self):
        game = self.start(*SPRINT)
        game.wait_for_go()
        self.play_match(game, lambda place: game.click(*middle_of(place)))

    def test_a_match_by_finger_alone(self):
        given = self.open_input()
        game = self.start(*SPRINT, environment=given.environment)
        game.wait_for_go()
        self.play_match(game, lambda place: given.tap(*middle_of(place, 1, 1)))

    def test_a_match_by_pad_alone(self):
        given = self.open_input()
        game = self.start(*SPRINT, environment=given.environment)
        game.window()
        given.press(given.START)
        game.wait_for_go()

        def pick(place):
            self.steer(game, given, place)
            given.press(given.A)
        self.play_match(game, pick)

    def steer(self, game, given, target):
        """As a player does: looks where the focus is, and presses towards where it should be."""
        given.press(given.RIGHT)
        for attempt in range(16):
            at = wait_for(lambda: focused_places(game.picture()), "a focus on the board")[0]
            if at == target:
                return
            right, down = target % 4 - at % 4, target // 4 - at // 4
            sideways = right and (not down or attempt % 2 == 0)
            if sideways:
                given.press(given.RIGHT if right > 0 else given.LEFT)
            else:
                given.press(given.DOWN if down > 0 else given.UP)
            time.sleep(0.2)
        self.fail(f"the focus does not come to place {target}")

    def test_a_rush_by_keys_alone(self):
        game = self.start(*RUSH)
        game.wait_for_go()
        self.play_rush(game, lambda option: game.press(str(option + 1)), lambda: game.press("space"))

    def test_a_rush_by_pad_alone(self):
        given = self.open_input()
        game = self.start(*RUSH, environment=given.environment)
        game.window()
        given.press(given.START)
        game.wait_for_go()
        faces = (given.X, given.Y, given.A, given.B)
        self.play_rush(game, lambda option: given.press(faces[option]), lambda: given.press(10))

    def test_a_wrong_pair_is_kept_as_one(self):
        game = self.start(*SPRINT)
        game.wait_for_go()
        pairs = pairs_of(self.deal(*SPRINT))
        game.press(key_of_place(pairs[0][0], TILES), key_of_place(pairs[1][1], TILES))
        wait_for(lambda: self.database.rows("select is_right from answer") == [(0,)], "one wrong answer")
        game.picture("not-a-pair")
        self.assertEqual(game.end(), 0)


if __name__ == "__main__":
    unittest.main()
