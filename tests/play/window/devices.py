"""What a person has at hand that xdotool has not: a pad, a finger, and another program to copy and drag from."""
import os
import subprocess
import time


class VirtualInput:
    """The pipe that virtual_input.c reads."""
    A, B, X, Y, START, UP, DOWN, LEFT, RIGHT = 0, 1, 2, 3, 6, 11, 12, 13, 14
    RT = 5  # an axis

    def __init__(self, folder):
        self.path = folder / "virtual-input"
        os.mkfifo(self.path)
        self.environment = {"LD_PRELOAD": os.environ["MATCHWICK_VIRTUAL_INPUT"], "VIRTUAL_INPUT": str(self.path)}
        self.pipe = None

    def say(self, line):
        if not self.pipe:
            self.pipe = open(self.path, "w")
        self.pipe.write(line + "\n")
        self.pipe.flush()
        time.sleep(0.06)

    def press(self, *buttons):
        for button in buttons:
            self.say(f"button {button} 1")
            self.say(f"button {button} 0")

    def pull(self, trigger):
        self.say(f"axis {trigger} 32767")
        self.say(f"axis {trigger} -32768")

    def tap(self, x, y):
        self.say(f"finger 1 {x} {y}")
        self.say(f"finger 0 {x} {y}")

    def close(self):
        if self.pipe:
            self.pipe.close()


class Desktop:
    """Another program, played by x_source.c."""
    PROGRAM = os.environ["MATCHWICK_X_SOURCE"]

    def copy(self, text):
        """Gives the clipboard's text until it is ended."""
        program = subprocess.Popen([self.PROGRAM, "clipboard", text], stdout=subprocess.PIPE)
        program.stdout.readline()
        return program

    def drop(self, window, *things):
        """Drags files (paths) or a text on the window; returns once it has taken them."""
        subprocess.run([self.PROGRAM, "drop", window, *map(str, things)], check=True, timeout=20)
