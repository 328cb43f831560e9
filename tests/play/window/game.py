"""The real program in a real window: started on a display of its own run, pressed and clicked by xdotool, looked at
by pictures, by its database and by its exit code."""
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from PIL import ImageGrab

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = os.environ["MATCHWICK"]
PICTURES = Path(os.environ["MATCHWICK_PICTURES"])
DECK = "aws-ai-practitioner"
KEY_ROWS = ("123456", "qwerty", "asdfgh", "zxcvbn")
COLUMNS = {12: 4, 15: 5, 20: 5}
COUNTDOWN_S = 2.4
WAIT_S = 10


def wait_for(condition, what, seconds=WAIT_S):
    """What the condition gave, once that is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.03)
    raise AssertionError(f"waited {seconds} s for {what}")


def xdotool(*words):
    done = subprocess.run(["xdotool", *map(str, words)], capture_output=True, timeout=20)
    return done.stdout.decode().strip()


class Database:
    """What a data folder keeps, read beside the running game."""

    def __init__(self, folder):
        self.path = folder / "matchwick.db"

    def rows(self, words):
        if not self.path.exists():
            return []
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return connection.execute(words).fetchall()
        except sqlite3.OperationalError:
            return []
        finally:
            connection.close()

    def count(self, table):
        rows = self.rows(f"select count(*) from {table}")
        return rows[0][0] if rows else 0

    def is_sound(self):
        return self.rows("pragma integrity_check") == [("ok",)]


class Game:
    """One running program with its window."""

    def __init__(self, data, words, environment, name):
        command = [PROGRAM, "play", "--data", str(data), *map(str, words)]
        self.name = name
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(command, env={**os.environ, **environment}, stderr=self.log)
        self.shots = 0

    def window(self):
        def find():
            if self.process.poll() is not None:
                raise AssertionError(f"the game ended with {self.process.returncode}: {self.errors()}")
            return xdotool("search", "--onlyvisible", "--pid", self.process.pid).split()
        return wait_for(find, "the window")[0]

    def errors(self):
        self.log.seek(0)
        return self.log.read().decode()

    def press(self, *keys):
        for key in keys:
            xdotool("key", key)

    def click(self, x, y):
        xdotool("mousemove", "--window", self.window(), int(x), int(y), "click", 1)

    def size(self):
        words = xdotool("getwindowgeometry", "--shell", self.window())
        values = dict(line.split("=") for line in words.splitlines())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def picture(self, name=None):
        """What the window shows; kept to be looked at where it has a name."""
        words = xdotool("getwindowgeometry", "--shell", self.window())
        place = {key: int(value) for key, value in (line.split("=") for line in words.splitlines())}
        x, y = place["X"], place["Y"]
        picture = ImageGrab.grab(bbox=(x, y, x + place["WIDTH"], y + place["HEIGHT"]),
                                 xdisplay=os.environ["DISPLAY"])
        if name:
            picture.save(PICTURES / f"{self.name}-{name}.png")
        return picture

    def wait_until_drawn(self):
        """More than one colour on screen, and no longer changing."""
        self.window()
        last = None
        end = time.monotonic() + WAIT_S
        while time.monotonic() < end:
            picture = self.picture()
            if last and picture.tobytes() == last and len(picture.getcolors(1 << 24)) > 20:
                return picture
            last = picture.tobytes()
            time.sleep(0.15)
        raise AssertionError("the screen does not come to rest")

    def wait_for_go(self):
        """A round named on the command line counts down by itself."""
        self.window()
        time.sleep(COUNTDOWN_S + 0.5)

    def end(self):
        """Closes the window as a desktop does; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=WAIT_S)

    def kill(self):
        self.process.kill()
        self.process.wait()


class WindowTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / "data"
        self.database = Database(self.data)
        self.games = 0

    def start(self, *words, environment=None, data=None):
        name = self.id().split(".")[-1].removeprefix("test_").replace("_", "-")
        self.games += 1
        game = Game(data or self.data, words, {"SDL_AUDIODRIVER": "dummy", **(environment or {})},
                    name if self.games == 1 else f"{name}-{self.games}")
        self.addCleanup(game.log.close)
        self.addCleanup(game.kill)
        return game

    def command(self, *words):
        """Exit code, output and errors of a command on the same data folder."""
        done = subprocess.run([PROGRAM, "--data", str(self.data), *map(str, words)], capture_output=True, timeout=60)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def deal(self, *words):
        code, out, err = self.command("deal", *words, "--json")
        self.assertEqual(code, 0, err)
        return json.loads(out)["deal"]

    def assert_verified(self, runs):
        code, out, err = self.command("replay", "check", "--all", "--json")
        self.assertEqual(code, 0, out + err)
        self.assertEqual(json.loads(out)["verified"], runs)

    def wait_for_answers(self, count):
        wait_for(lambda: self.database.count("answer") >= count, f"{count} answers in the database")

    def wait_for_runs(self, count):
        wait_for(lambda: self.database.count("run") >= count, f"{count} runs in the database")


def pairs_of(deal):
    """Places of each term and its definition."""
    places = {}
    for tile in deal["tiles"]:
        places.setdefault(tile["card"], {})[tile["side"]] = tile["place"]
    return [(sides["term"], sides["definition"]) for sides in places.values() if len(sides) == 2]


def key_of_place(place, tiles):
    columns = COLUMNS[tiles]
    return KEY_ROWS[place // columns][place % columns]


def right_option(question):
    return next(i for i, option in enumerate(question["options"]) if option["card"] == question["card"])
