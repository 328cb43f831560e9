"""No file of the project puts work off or leans on what lies outside of it."""

import pathlib
import re
import shutil
import subprocess
import tempfile

import lint

# Put together from parts, so that this file passes its own check.
WORDS = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|\.\./sha" r"red\b")
TOP = {".ci", ".clang-format", ".git", ".gitignore", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md",
       "assets", "build", "decks", "game", "tests"}  # fmt: skip


def tracked(source):
    """By git where it is a work tree, else (an unpacked archive) all but what was built."""
    if shutil.which("git"):
        command = ["git", "-C", source, "ls-files", "-z"]
        listed = subprocess.run(command, capture_output=True, text=True, check=False)
        if listed.returncode == 0 and listed.stdout:
            return [pathlib.Path(source, name) for name in listed.stdout.split("\0") if name]
    files = lint.files(source, "**/*")
    return [f for f in files if f.relative_to(source).parts[0] not in ("build", ".git")]


def check(source, _build):
    for file in tracked(source):
        name = file.relative_to(source)
        if name.parts[0] not in TOP:
            yield f"{name}: has no place at the top: {', '.join(sorted(TOP))}"
        if not file.is_file():
            continue
        content = file.read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            if match := WORDS.search(line):
                yield f"{name}:{number}: {match.group(0)}"


def self_test():
    with tempfile.TemporaryDirectory() as tree:
        lint.write(tree, "game/good.c", f'const char *name = "file-{"X" * 6}";\n')
        lint.write(tree, "build/log.txt", "TO" + "DO\n")
        lint.expect(list(check(tree, None)), [])
        lint.write(tree, "game/bad.c", "\n/* TO" + "DO: more */\n")
        lint.write(tree, "tests/bad.py", "open('../sha" + "red/data')\n")
        lint.write(tree, "notes.txt", "\n")
        lint.expect(list(check(tree, None)), ["bad.c:2: TO" + "DO", "bad.py:1: ../sha" + "red", "notes.txt: has no"])


if __name__ == "__main__":
    lint.main(check, self_test)
