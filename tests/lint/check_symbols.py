"""What the built libraries need and keep: no forbidden functions in the rules, no mutable file-scope state."""

import re
import shutil
import subprocess
import tempfile

import lint

PURE = ["play", "memory", "study"]
FORBIDDEN = re.compile(
    r"(?:SDL_|TTF_|Mix_|sqlite3_|cJSON_|pthread_|thrd_|mtx_).*"
    r"|malloc|calloc|realloc|reallocarray|aligned_alloc|free|strdup"
    r"|time|clock|clock_gettime|gettimeofday|timespec_get|nanosleep"
    r"|s?rand|rand_r|s?random|[dlm]rand48|getrandom"
    r"|f?open|fopen64|open64|fdopen|fread|fwrite|read|write|printf|fprintf|puts|(?:secure_)?getenv"
)
# What cJSON's global hooks force.
ALLOWED_STATE = {("libmw_base.a", "json.c.o", "parsing"), ("libmw_base.a", "json.c.o", "hooks_once")}
SANITIZERS = re.compile(r"_*(?:odr_)?(?:asan|ubsan|sancov)")
MUTABLE = re.compile(r"\.(?:data|bss|tdata|tbss)(?!\.rel\.ro)|\*COM\*")
# Address, seven flags (d: a section's own symbol, F: a function), section, size, name.
SYMBOL = re.compile(r"^[0-9a-f]+ .{5}[^d][^F] (\S+)\t[0-9a-f]+\s+(?:\.hidden )?(\S+)$")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def needed(library):
    for line in run("nm", "-u", "-A", "--format=posix", str(library)).splitlines():
        place, symbol = line.rsplit(":", 1)
        yield place.rsplit("[", 1)[-1].rstrip("]"), symbol.split()[0]


def state(library):
    member = ""
    for line in run("objdump", "-t", str(library)).splitlines():
        if ":     file format" in line:
            member = line.split(":")[0]
        match = SYMBOL.match(line)
        if match and MUTABLE.match(match.group(1)) and not SANITIZERS.match(match.group(2)):
            yield member, match.group(2)


def check(_source, build):
    libraries = lint.files(build, "libmw_*.a")
    if not libraries:
        yield f"{build}: no libraries are built there"
    for library in libraries:
        folder = library.stem.removeprefix("libmw_")
        if folder in PURE:
            for member, symbol in needed(library):
                if FORBIDDEN.fullmatch(symbol):
                    yield f"{folder}/ may not need {symbol}: {member}"
        for member, symbol in state(library):
            if (library.name, member, symbol) not in ALLOWED_STATE:
                yield f"{folder}/ keeps mutable state at file scope: {symbol} in {member}"


def build_library(tree, name, sources, flags):
    objects = []
    for path, text in sources.items():
        lint.write(tree, path, text)
        objects.append(f"{tree}/{path}.o")
        run("cc", "-std=c17", "-fPIE", *flags, "-c", f"{tree}/{path}", "-o", objects[-1])
    run("ar", "rcs", f"{tree}/libmw_{name}.a", *objects)


CLEAN = """#include <string.h>
static const char *const words[] = {"a", "b"};
const int table[] = {1, 2};
const char *word(int i) { static const char *const more[] = {"c", "d"}; return i ? words[i] : more[i]; }
unsigned long size(const char *s) { return strlen(s); }
"""
WRONG = """#include <stdlib.h>
#include <time.h>
int SDL_GetTicks(void);
int counter;
static int hidden = 7;
_Thread_local int mine;
void *take(void *old) { free(old); return malloc(4); }
long need(void) { static int calls; return time(0) + hidden++ + calls++ + SDL_GetTicks(); }
"""


def self_test():
    wanted = [f"may not need {s}:" for s in ("free", "malloc", "time", "SDL_GetTicks")]
    wanted += ["scope: counter in", "scope: hidden in", "scope: mine in", "scope: calls."]
    for flags in ([], ["-O1", "-fsanitize=address,undefined"]):
        tree = tempfile.mkdtemp()
        try:
            lint.expect(list(check(None, tree)), ["no libraries"])
            build_library(tree, "play", {"clean.c": CLEAN}, flags)
            lint.expect(list(check(None, tree)), [])
            build_library(tree, "play", {"wrong.c": WRONG}, flags)
            lint.expect(list(check(None, tree)), wanted)
        finally:
            shutil.rmtree(tree)


if __name__ == "__main__":
    lint.main(check, self_test)
