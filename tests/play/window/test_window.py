"""The window itself: its size, its focus, its end, and no window at all."""
import time
import unittest

from game import DECK, WindowTest, key_of_place, pairs_of, wait_for, xdotool

SPRINT = (DECK, "--mode", "match", "--variant", "sprint", "--seed", 7, "--set", "pairs=6")
SIZES = ((800, 600), (2560, 1440), (1000, 1400), (1920, 1080))


def edges_are_drawn(picture):
    """Nothing of the window is left as it was before: no corner is bare black."""
    width, height = picture.size
    corners = ((2, 2), (width - 3, 2), (2, height - 3), (width - 3, height - 3))
    return all(sum(picture.getpixel(corner)[:3]) > 0 for corner in corners)


class Window(WindowTest):
    def test_it_can_have_any_size(self):
        game = self.start()
        game.wait_until_drawn()
        for width, height in SIZES:
            with self.subTest(size=(width, height)):
                xdotool("windowmove", game.window(), 0, 0)
                xdotool("windowsize", game.window(), width, height)
                wait_for(lambda: game.size() == (width, height), "the new size")
                picture = game.wait_until_drawn()
                game.picture(f"{width}x{height}")
                self.assertEqual(picture.size, (width, height))
                self.assertTrue(edges_are_drawn(picture))
        self.assertEqual(game.end(), 0)

    def test_a_round_goes_on_in_another_size(self):
        game = self.start(*SPRINT)
        game.wait_for_go()
        pairs = pairs_of(self.deal(*SPRINT))
        xdotool("windowsize", game.window(), 900, 1000)
        wait_for(lambda: game.size() == (900, 1000), "the new size")
        time.sleep(0.5)
        game.picture("900x1000")
        for place in pairs[0]:
            game.press(key_of_place(place, 12))
            time.sleep(0.1)
        self.wait_for_answers(1)
        self.assertEqual(self.database.rows("select is_right from answer"), [(1,)])
        self.assertEqual(game.end(), 0)

    def test_its_place_is_remembered(self):
        first = self.start()
        first.wait_until_drawn()
        xdotool("windowsize", first.window(), 1100, 800)
        xdotool("windowmove", first.window(), 300, 200)
        wait_for(lambda: first.size() == (1100, 800), "the new size")
        time.sleep(0.3)
        self.assertEqual(first.end(), 0)
        second = self.start()
        second.wait_until_drawn()
        self.assertEqual(second.size(), (1100, 800))
        self.assertEqual(second.end(), 0)

    def test_losing_the_focus_pauses_a_round(self):
        game = self.start(*SPRINT)
        game.wait_for_go()
        pairs = pairs_of(self.deal(*SPRINT))
        before = game.picture()
        root = xdotool("search", "--maxdepth", 0, ".*").split()[0]
        xdotool("windowfocus", root)
        paused = game.wait_until_drawn()
        game.picture("paused")
        self.assertNotEqual(paused.tobytes(), before.tobytes())
        # The board is hidden and takes no picks while it is paused.
        xdotool("windowfocus", game.window())
        for place in pairs[0]:
            game.press(key_of_place(place, 12))
        time.sleep(0.5)
        self.assertEqual(self.database.count("answer"), 0)
        self.assertEqual(game.end(), 0)

    def test_without_a_display_it_says_so(self):
        game = self.start(environment={"DISPLAY": "", "WAYLAND_DISPLAY": ""})
        self.assertEqual(game.process.wait(timeout=10), 1)
        self.assertIn("no display", game.errors())

    def test_a_renderer_that_is_not_there_is_named(self):
        game = self.start("--renderer", "direct3d")
        self.assertEqual(game.process.wait(timeout=10), 1)
        self.assertIn("direct3d", game.errors())


if __name__ == "__main__":
    unittest.main()
