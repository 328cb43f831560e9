"""What the checks share: finding files, reading C without comments and strings, telling, proving."""

import pathlib
import re
import sys

TOKENS = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def files(root, *patterns):
    return sorted(p for pattern in patterns for p in pathlib.Path(root).glob(pattern) if p.is_file())


def without_comments(text, keep_strings=True):
    """Comments (and strings) become blanks; line numbers stay."""

    def blank(match):
        token = match.group(0)
        if keep_strings and token[0] in "\"'":
            return token
        return re.sub(r"[^\n]", " ", token)

    return TOKENS.sub(blank, text)


def write(root, path, text):
    target = pathlib.Path(root) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def expect(problems, wanted):
    """Each of `wanted` is a part of exactly one problem, and there is no other."""
    for part in wanted:
        found = [p for p in problems if part in p]
        if len(found) != 1:
            sys.exit(f"self-test: {len(found)} problems instead of one say {part!r}:\n" + "\n".join(problems))
    if len(problems) != len(wanted):
        sys.exit(f"self-test: {len(wanted)} problems were wanted, told were:\n" + "\n".join(problems))


def main(check, self_test):
    """`check(source, build)` yields problems as text; `self_test()` exits with a message if the check cannot fail."""
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} SOURCE BUILD | --self-test")
    problems = list(check(sys.argv[1], sys.argv[2]))
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
