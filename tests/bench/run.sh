#!/usr/bin/env bash
# Measures the game, every figure beside a reference of the same run: tests/bench/run.sh [BENCH…]
# Prints a table, writes build/bench.json; exits with 1 where a figure is over its limit.
# BENCH: start, board, renderer, still, answer, deck, distractor, store, study, hub, editor, import, package, memory;
# all of them where none is named. memory is left out where npm cannot fetch ts-fsrs.
# MATCHWICK_BENCH_BUILD: a folder that is built already (build/bench is built here).
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
build=${MATCHWICK_BENCH_BUILD:-$root/build/bench}
programs=$build/tests
font=/usr/share/fonts/opentype/inter/Inter-Bold.otf
# shellcheck source=../../game/install.sh
source "$root/game/install.sh"

# Two windows of 1920x1080 stand side by side in it. Everything started here ends with this script.
open_display() {
    local number
    exec 3<>"$work/display"
    Xvfb -displayfd 3 -screen 0 3840x1080x24 -nolisten tcp -noreset 2>"$work/xvfb" &
    display=$!
    until [[ -s $work/display ]]; do
        kill -0 "$display" || { cat "$work/xvfb" >&2; exit 1; }
        sleep 0.05
    done
    read -r number <"$work/display"
    export DISPLAY=:$number
    unset WAYLAND_DISPLAY
}

close_all() {
    if [[ -n ${display:-} ]]; then kill "$display" || true; fi
    rm -rf "$work"
}

make_decks() {
    mkdir "$work/decks"
    local i
    for ((i = 0; i < 1000; i++)); do
        sed "s/\"id\": *\"morse-code\"/\"id\": \"morse-code-$i\"/; s/\"title\": *\"[^\"]*\"/\"title\": \"Morse code $i\"/" \
            "$root/decks/morse-code.json" >"$work/decks/morse-code-$i.json"
    done
}

bench_start() {
    make_decks
    "$programs/bench_start" "$programs/libfirst_frame.so" "$build/matchwick" "$programs/bare_window" "$font" \
        "$work/start" "$work/decks"
}

bench_board() {
    "$programs/bench_board" 1280 720 "$work/board"
    "$programs/bench_board" 1920 1080 "$work/board"
}

# In turns, three times each; the middle one counts.
bench_renderer() {
    local i own=() opengl=()
    for ((i = 0; i < 3; i++)); do
        own+=("$("$programs/bench_board" 1280 720 "$work/renderer" auto)")
        opengl+=("$("$programs/bench_board" 1280 720 "$work/renderer" opengl)")
    done
    printf '{"name": "whole board, renderer picked / OpenGL drawn by the processor (us)", '
    printf '"value": %s, "reference": %s, "limit": 1}\n' "$(middle "${own[@]}")" "$(middle "${opengl[@]}")"
}

middle() { printf '%s\n' "$@" | sort -g | sed -n "$((($# + 1) / 2))p"; }

bench_still() { "$programs/bench_still" "$work/still"; }
bench_answer() { "$programs/bench_answer" "$work/answer"; }
bench_deck() { "$programs/bench_deck"; }
bench_distractor() { "$programs/bench_distractor" 2>/dev/null; }
bench_store() { "$programs/bench_store" "$work/store"; }
bench_study() { "$programs/bench_study_store" "$work/study"; }
bench_editor() {
    "$programs/bench_deck" "$work/big.json"
    "$programs/bench_editor" "$work/big.json"
}
bench_hub() { "$programs/bench_hub" "$work/hub"; }
bench_import() { "$programs/bench_import" "$build/matchwick" "$work/import"; }
bench_package() { "$programs/bench_package" "$build/matchwick" "$work/package"; }

bench_memory() {
    local figures
    if ! npm install --silent --no-audit --no-fund --prefix "$work/ts-fsrs" ts-fsrs@5.4.2 >&2; then
        echo "bench memory is left out: npm cannot fetch ts-fsrs" >&2
        return
    fi
    read -ra figures < <(node tests/bench/ts_fsrs.mjs "$work/ts-fsrs")
    "$programs/bench_memory" "${figures[@]}"
}

cd "$root"
install_packages game/packages.txt tests/packages.txt
if [[ -z ${MATCHWICK_BENCH_BUILD:-} ]]; then
    cmake --preset bench >/dev/null
    cmake --build --preset bench >&2
fi
mkdir -p "$root/build"
work=$(mktemp -d)
touch "$work/display"
trap close_all EXIT
open_display
if (($# == 0)); then set -- start board renderer still answer deck distractor store study hub editor import package memory; fi
for name in "$@"; do
    echo "bench $name ($SECONDS s)" >&2
    "bench_$name" >>"$work/figures"
done
python3 "$root/tests/bench/report.py" "$root/build/bench.json" <"$work/figures"
