#!/usr/bin/env bash
# Installs what the game needs, builds it and starts it: game/play.sh [--no-run] [what `matchwick play` takes]
# Without a display the game plays itself, and leaves pictures and the score in build/demo/.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
program=$root/build/release/matchwick
shots=$root/build/demo
# shellcheck source=install.sh
source "$root/game/install.sh"

build() (
    cd "$root"
    cmake --preset release >/dev/null
    cmake --build --preset release >&2
)

play_itself() {
    local deck=()
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): the game plays itself." >&2
    if (($# == 0)); then deck=(aws-ai-practitioner); fi
    rm -rf "$shots"
    mkdir -p "$shots"
    "$program" demo "${deck[@]}" "$@" --offscreen --shots "$shots" | tee "$shots/score.txt"
    echo "Pictures and the score are in $shots" >&2
}

run=yes
arguments=()
for argument in "$@"; do
    if [[ $argument == --no-run ]]; then run=no; else arguments+=("$argument"); fi
done

install_packages "$root/game/packages.txt"
build
if [[ $run == no ]]; then
    echo "Built: $program" >&2
elif [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$program" play "${arguments[@]}"
else
    play_itself "${arguments[@]}"
fi
