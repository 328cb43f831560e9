#!/usr/bin/env bash
# Runs the fuzz targets of build/fuzz, two at a time: tests/fuzz/run.sh SECONDS
# One line a target: "pass NAME" or "FAIL NAME"; what a failed one said comes before it.
set -euo pipefail

seconds=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build/fuzz

# The corpus is copied, as libFuzzer adds what it finds.
fuzz() {
    local name=$1 work=$build/fuzzing/$1
    rm -rf "$work"
    mkdir -p "$work/corpus"
    if [[ -d $root/tests/fuzz/corpus/$name ]]; then cp -R "$root/tests/fuzz/corpus/$name/." "$work/corpus"; fi
    if "$build/tests/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
        -artifact_prefix="$work/" "$work/corpus" >"$work/log" 2>&1; then
        echo "pass fuzz_$name ($(grep -o 'Done [0-9]* runs' "$work/log" || true))"
    else
        tail -n 40 "$work/log"
        echo "FAIL fuzz_$name: see $work"
    fi
}

for source in "$root"/tests/fuzz/fuzz_*.c; do
    [[ -e $source ]] || continue
    name=$(basename "$source" .c)
    while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
    fuzz "${name#fuzz_}" &
done
wait
