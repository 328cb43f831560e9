"""The arrows: which folder may include which, and which file which library."""

import fnmatch
import re
import tempfile

import lint

BELOW_UI = ["base", "deck", "edit", "play", "memory", "study", "formats", "store"]
MAY_INCLUDE = {
    "base": [],
    "deck": ["base"],
    "edit": ["base", "deck"],
    "play": ["base", "deck"],
    "memory": ["base", "deck"],
    "study": ["base", "deck", "play", "memory"],
    "formats": ["base", "deck", "edit", "play", "memory", "study"],
    "store": ["base", "deck", "play", "memory", "study"],
    "ui": ["base"],
    "screens": BELOW_UI + ["ui"],
    "app": BELOW_UI + ["ui", "screens"],
    "platform": ["base", "ui"],
    "commands": BELOW_UI + ["ui", "screens", "app"],
    "main.c": BELOW_UI + ["ui", "screens", "app", "commands", "platform"],
}

# A library's headers and the files (below game/) that may include them.
LIBRARIES = [
    ("utf8proc.h", ["base/text.c"]),
    ("cjson/*", ["base/json.c"]),
    ("sodium*", ["deck/fingerprint.c"]),
    ("sqlite3.h", ["store/*", "formats/*package*"]),
    ("zip.h", ["formats/*"]),
    ("zstd.h", ["formats/*"]),
    ("gumbo.h", ["formats/*"]),
    ("*break*.h", ["ui/text_*.c"]),
    ("thai/*", ["ui/text_*.c"]),
    ("fribidi*", ["ui/text_*.c"]),
    ("SDL*", ["platform/*"]),
    ("fontconfig/*", ["platform/*"]),
    ("png.h", ["platform/*"]),
    ("getopt.h", ["commands/*", "main.c"]),
    ("math.h", ["memory/*", "ui/*", "screens/*", "app/*", "platform/*"]),
]

C17 = """assert complex ctype errno fenv float inttypes iso646 limits locale setjmp signal stdalign stdarg stdatomic
stdbool stddef stdint stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype""".split()
POSIX = """dirent dlfcn fcntl iconv poll pthread spawn strings sys/file sys/mman sys/resource sys/stat sys/time sys/types
sys/wait unistd sanitizer/asan_interface""".split()
SYSTEM = {name + ".h" for name in C17 + POSIX}

# No clock and no floating point there; nm looks after the rest.
NOT_THERE = {"play": ["time.h", "float.h", "tgmath.h"], "memory": ["time.h"], "study": ["time.h"]}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
FLOATING = re.compile(r"\b(?:float|double)\b|\b\d+\.\d*(?:e[+-]?\d+)?[fFlL]?\b|(?<![\w.])\.\d+")


def own_problem(folder, header):
    target = header.split("/")[0] if "/" in header else None
    if target is None:
        return f'"{header}": name its folder'
    if target != folder and target not in MAY_INCLUDE[folder]:
        return f'{folder}/ may not include "{header}"'
    return None


def library_problem(folder, path, header):
    if header in NOT_THERE.get(folder, []):
        return f"{folder}/ may not include <{header}>"
    for pattern, allowed in LIBRARIES:
        if fnmatch.fnmatchcase(header, pattern):
            if any(fnmatch.fnmatchcase(path, a) for a in allowed):
                return None
            return f"<{header}> belongs in {', '.join(allowed)} alone"
    return None if header in SYSTEM else f"<{header}> is of a library that no folder may use"


def check(source, _build):
    for file in lint.files(source, "game/*.[ch]", "game/*/*.[ch]"):
        path = file.relative_to(f"{source}/game").as_posix()
        folder = path.split("/")[0]
        if folder not in MAY_INCLUDE:
            yield f"game/{path}: no place for files: {folder}"
            continue
        text = lint.without_comments(file.read_text(encoding="utf-8"))
        for match in INCLUDE.finditer(text):
            own, library = match.groups()
            problem = own_problem(folder, own) if own else library_problem(folder, path, library)
            if problem:
                yield f"game/{path}:{text[:match.start()].count(chr(10)) + 1}: {problem}"
        if folder == "play":
            for match in FLOATING.finditer(lint.without_comments(text, keep_strings=False)):
                line = text[: match.start()].count("\n") + 1
                yield f"game/{path}:{line}: no floating point in play/: {match.group(0)}"


def self_test():
    clean = {
        "base/text.c": "#include <utf8proc.h>\n#include <string.h>\n",
        "base/json.c": '#include <cjson/cJSON.h>\n#include "base/json.h"\n',
        "play/match.c": '#include "deck/deck.h"\nint x = 1; /* a double of 1.5 */ const char *s = "2.5 float";\n',
        "ui/text_lines.c": "#include <thai/thwbrk.h>\n#include <linebreak.h>\n",
        "main.c": '#include "platform/platform.h"\n',
    }
    wrong = {
        "base/a.c": ('#include "deck/deck.h"\n', 'a.c:1: base/ may not include "deck/deck.h"'),
        "base/b.c": ("\n#include <utf8proc.h>\n", "b.c:2: <utf8proc.h> belongs in base/text.c alone"),
        "deck/c.c": ("#  include <cjson/cJSON.h>\n", "c.c:1: <cjson/cJSON.h> belongs"),
        "play/d.c": ('#include "ui/draw.h"\n', "d.c:1: play/ may not include"),
        "play/e.c": ("int x = (int)(y * 1.5);\n", "no floating point in play/: 1.5"),
        "play/f.c": ("static double x;\n", "no floating point in play/: double"),
        "play/g.c": ("#include <time.h>\n", "g.c:1: play/ may not include <time.h>"),
        "ui/h.c": ("#include <SDL.h>\n", "h.c:1: <SDL.h> belongs in platform/* alone"),
        "ui/i.c": ("#include <fribidi.h>\n", "i.c:1: <fribidi.h> belongs"),
        "commands/j.c": ('#include "platform/platform.h"\n', "j.c:1: commands/ may not include"),
        "screens/k.c": ("#include <sqlite3.h>\n", "k.c:1: <sqlite3.h> belongs"),
        "app/l.c": ("#include <glib.h>\n", "l.c:1: <glib.h> is of a library"),
        "store/m.c": ('#include "store.h"\n', 'm.c:1: "store.h": name its folder'),
        "helpers/n.c": ("\n", "n.c: no place for files: helpers"),
    }
    with tempfile.TemporaryDirectory() as tree:
        for path, text in clean.items():
            lint.write(tree, f"game/{path}", text)
        lint.expect(list(check(tree, None)), [])
        for path, (text, _) in wrong.items():
            lint.write(tree, f"game/{path}", text)
        lint.expect(list(check(tree, None)), [said for _, said in wrong.values()])


if __name__ == "__main__":
    lint.main(check, self_test)
