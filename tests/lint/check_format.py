"""C is laid out by clang-format, scripts are clean for shellcheck."""

import pathlib
import subprocess
import tempfile

import lint

CLANG_FORMAT = "clang-format-14"


def complaints(command, names):
    if not names:
        return
    done = subprocess.run([*command, *map(str, names)], capture_output=True, text=True, check=False)
    lines = (done.stderr + done.stdout).splitlines()
    if done.returncode:
        yield from (line for line in lines if ": error:" in line or ": warning:" in line or ": note:" in line)
        if not any(": " in line for line in lines):
            yield f"{command[0]} failed: " + " ".join(lines)


def check(source, _build):
    sources = lint.files(source, "game/**/*.[ch]", "tests/**/*.[ch]")
    style = f"--style=file:{pathlib.Path(source).resolve()}/.clang-format"
    yield from complaints([CLANG_FORMAT, "--dry-run", "-Werror", style], sources)
    scripts = lint.files(source, "game/**/*.sh", "tests/**/*.sh", ".ci/run")
    yield from complaints(["shellcheck", "--format=gcc", "--external-sources", "--source-path=SCRIPTDIR"], scripts)


def self_test():
    with tempfile.TemporaryDirectory() as tree:
        lint.write(tree, ".clang-format", "BasedOnStyle: LLVM\n")
        lint.write(tree, "game/base/good.c", "int good;\n")
        lint.write(tree, "tests/good.sh", "#!/bin/sh\necho good\n")
        lint.expect(list(check(tree, None)), [])
        lint.write(tree, "tests/unit/bad.c", "int   bad;\n")
        lint.write(tree, "tests/bad.sh", "#!/bin/sh\necho $1\n")
        lint.expect(list(check(tree, None)), ["bad.c:1:", "bad.sh:2:"])


if __name__ == "__main__":
    lint.main(check, self_test)
