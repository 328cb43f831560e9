#!/usr/bin/env python3
"""Figures as JSON lines on standard input: a table on standard output, all of it in a JSON file: report.py FILE"""
import json
import sys

HEAD = ("figure / reference", "value", "reference", "ratio", "limit", "")


def judge(figure):
    """A figure with its ratio and verdict; a reference of 0 allows nothing but 0."""
    value, reference = figure["value"], figure["reference"]
    ratio = value / reference if reference else None
    is_within = value <= figure["limit"] * reference
    return {**figure, "ratio": ratio and round(ratio, 4), "verdict": "within" if is_within else "OVER"}


def row(figure):
    ratio = "" if figure["ratio"] is None else f"{figure['ratio']:.3f}"
    return (figure["name"], f"{figure['value']:.3f}", f"{figure['reference']:.3f}", ratio,
            f"{figure['limit']:g}", figure["verdict"])


def print_table(rows):
    widths = [max(len(line[i]) for line in rows) for i in range(len(HEAD))]
    for line in rows:
        cells = [line[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
        print("  ".join(cells).rstrip())


def main():
    figures = [judge(json.loads(line)) for line in sys.stdin if line.strip()]
    if not figures:
        sys.exit("report.py: no figures")
    print_table([HEAD] + [row(figure) for figure in figures])
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump({"figures": figures}, file, indent=2)
        file.write("\n")
    over = sum(figure["verdict"] == "OVER" for figure in figures)
    print(f"{len(figures) - over} within, {over} over their limit")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
