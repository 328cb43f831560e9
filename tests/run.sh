#!/usr/bin/env bash
# All tests, from nothing: installs what is missing, builds, runs, and ends with "N passed, N failed".
# MATCHWICK_FUZZ_SECONDS: how long each fuzz target runs (30).
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
fuzz_seconds=${MATCHWICK_FUZZ_SECONDS:-30}
log=$root/build/log
passed=0 failed=0
# shellcheck source=../game/install.sh
source "$root/game/install.sh"

head_line() { printf '\n== %s (%ds)\n' "$1" "$SECONDS"; }

# step NAME COMMAND…: one test more, by its exit status; false if it failed.
step() {
    local name=$1
    shift
    head_line "$name"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL $name"
        return 1
    fi
}

build() { cmake --preset "$1" >"$log/cmake-$1" && cmake --build --preset "$1"; }

# count LOG PASSED-PATTERN FAILED-PATTERN: lines that tell of a test.
count() {
    passed=$((passed + $(grep -c "$2" "$1" || true)))
    failed=$((failed + $(grep -c "$3" "$1" || true)))
}

# What a runner of its own says in its last line, "N passed, N failed", is added; without it counts its exit.
suite() {
    local name=$1 status=0 last
    shift
    head_line "$name"
    "$@" 2>&1 | tee "$log/$name" | sed 's/^[0-9]* passed, [0-9]* failed$/  &/' || status=1
    last=$(tail -n 1 "$log/$name")
    if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2]))
        if ((BASH_REMATCH[2] > 0)); then return; fi
    else
        passed=$((passed + (status == 0)))
    fi
    failed=$((failed + status))
}

run_ctest() {
    head_line "unit, replay, screens, lint"
    ctest --preset dev | tee "$log/ctest" || true
    count "$log/ctest" '^ *[0-9]*/[0-9]* Test .* Passed ' '^ *[0-9]*/[0-9]* Test .*\*\*\*'
    if ! grep -q '% tests passed' "$log/ctest"; then failed=$((failed + 1)); fi
}

run_fuzz() {
    head_line "fuzz targets, $fuzz_seconds s each"
    "$root/tests/fuzz/run.sh" "$fuzz_seconds" | tee "$log/fuzz" || failed=$((failed + 1))
    count "$log/fuzz" '^pass ' '^FAIL '
}

cd "$root"
mkdir -p "$log"

if ! step "packages" install_packages game/packages.txt tests/packages.txt; then
    echo "$passed passed, $failed failed"
    exit 1
fi
if step "build dev" build dev; then run_ctest; fi
if step "build fuzz" build fuzz; then run_fuzz; fi
if step "build release" build release; then
    step "installed program" tests/install.sh || true
    if [[ -x tests/play/run.sh ]]; then suite play tests/play/run.sh; fi
fi

head_line "done"
echo "$passed passed, $failed failed"
((failed == 0))
