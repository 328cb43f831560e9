#!/usr/bin/env bash
# The real program in a real window, on a display of its own: tests/play/run.sh [unittest's words, as -k NAME]
# Ends with "N passed, N failed"; pictures to look at are left in build/play.
# MATCHWICK_BUILD: the folder of the build that is tested (build/release).
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
export MATCHWICK=${MATCHWICK_BUILD:-$root/build/release}/matchwick
export MATCHWICK_PICTURES=$root/build/play
export PYTHONDONTWRITEBYTECODE=1
python=/usr/bin/python3
if [[ ! -x $python ]]; then python=python3; fi

work=$(mktemp -d)
trap 'if [[ -n ${display:-} ]]; then kill "$display" || true; fi; rm -rf "$work"' EXIT

open_display() {
    exec 3<>"$work/display"
    Xvfb -displayfd 3 -screen 0 2560x1440x24 -nolisten tcp -noreset 2>"$work/xvfb" &
    display=$!
    until [[ -s $work/display ]]; do
        kill -0 "$display" || { cat "$work/xvfb" >&2; exit 1; }
        sleep 0.05
    done
    DISPLAY=:$(<"$work/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
}

build_virtual_input() {
    export MATCHWICK_VIRTUAL_INPUT=$work/virtual_input.so
    local flags
    read -ra flags < <(pkg-config --cflags --libs sdl2)
    cc -std=c17 -Wall -Wextra -shared -fPIC -o "$MATCHWICK_VIRTUAL_INPUT" \
        "$root/tests/play/window/virtual_input.c" "${flags[@]}"
}

build_x_source() {
    export MATCHWICK_X_SOURCE=$work/x_source
    local flags
    read -ra flags < <(pkg-config --cflags --libs x11)
    cc -std=c17 -Wall -Wextra -o "$MATCHWICK_X_SOURCE" "$root/tests/play/window/x_source.c" "${flags[@]}"
}

rm -rf "$MATCHWICK_PICTURES"
mkdir -p "$MATCHWICK_PICTURES"
touch "$work/display"
open_display
build_virtual_input
build_x_source
cd "$root/tests/play/window"
"$python" run_all.py "$@"
