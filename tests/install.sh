#!/usr/bin/env bash
# Installs build/release to a folder of its own and lets the program find its assets and decks from elsewhere.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$root/build/release" --prefix "$work/prefix" >/dev/null
cd "$work"
"$work/prefix/bin/matchwick" --version
"$work/prefix/bin/matchwick" check "$work"/prefix/share/matchwick/decks/*.json
"$work/prefix/bin/matchwick" demo aws-ai-practitioner --offscreen --data "$work/data" --seed 7 --json
