"""How much of annotated minutes the parser gets right, and the gate that keeps it so.

    python -m bench.accuracy [--differences] [--floors bench/floors.json [--update]] [PATH...]

PATH is an annotated file (*.ann.txt) or a folder of them; the project's own set if none is given.
Figures are over all files together. With `--floors` the exit code is 1 if a figure lies below its
floor; `--update` raises floors to what was measured and never lowers one.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench.annotation import read_annotated
from bench.compare import ACCURACY, F1, Tally, compare
from referat_parse import parse

_GOLD = Path(__file__).parent.parent / "tests" / "gold"
_SUFFIX = ".ann.txt"


def measure(path: Path) -> Tally:
    """Parse the bare text of the annotated file `path` and compare."""
    annotated = read_annotated(path.read_bytes().decode("utf-8"))
    return compare(annotated, parse(annotated.text, name=path.name, layout=True))


def figures(tallies: list[Tally]) -> dict[str, float]:
    """All figures over `tallies`: F1, accuracy and the number of bad spans; none for what never occurs."""
    total = Tally()
    for tally in tallies:
        total.add(tally)
    named = {name: total.figure(name) for name in (*F1, *ACCURACY)}
    found = {name: round(value, 4) for name, value in named.items() if value is not None}
    return found | {"badspans": float(total.extra["badspans"])}


def below(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What lies below its floor, in words. `badspans` has a ceiling instead."""
    worse = [
        f"{name} is {found.get(name)}, its floor {floor}"
        for name, floor in floors.items()
        if name != "badspans" and found.get(name, 0.0) < floor
    ]
    if found["badspans"] > floors.get("badspans", 0):
        worse.append(f"{found['badspans']:.0f} bad spans")
    return worse


def raised(found: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The floors, each raised to what was measured if that is higher."""
    best = {name: max(value, floors.get(name, 0.0)) for name, value in found.items() if name != "badspans"}
    return floors | best | {"badspans": min(found["badspans"], floors.get("badspans", found["badspans"]))}


def _files(paths: list[Path]) -> list[Path]:
    found = [sorted(path.rglob(f"*{_SUFFIX}")) if path.is_dir() else [path] for path in paths]
    return [file for files in found for file in files]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", default=[_GOLD])
    parser.add_argument("--differences", action="store_true", help="print everything that differs")
    parser.add_argument("--floors", type=Path, help="a JSON file with the lowest figure allowed for each name")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    return parser.parse_args()


def _print_table(files: list[Path], tallies: list[Tally], *, differences: bool) -> None:
    for file, tally in zip(files, tallies, strict=True):
        wrong = len(tally.differences)
        print(f"{wrong or 'ok':>4}  {file.name.removesuffix(_SUFFIX)}")
        if differences:
            print("".join(f"        {line}\n" for line in tally.differences), end="")


def _gate(found: dict[str, float], path: Path, *, update: bool) -> int:
    if not path.exists() and not update:
        print(f"{path}: there is no such file; --update makes it", file=sys.stderr)
        return 1
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if update:
        path.write_text(json.dumps(raised(found, floors), indent=2) + "\n", encoding="utf-8")
    worse = below(found, floors)
    for line in worse:
        print(f"below the floor: {line}", file=sys.stderr)
    return int(bool(worse))


def main() -> int:
    """Measure, print, and hold against the floors; give the exit code."""
    asked = _arguments()
    files = _files(asked.paths)
    if not files:
        print(f"no {_SUFFIX} file in {', '.join(map(str, asked.paths))}", file=sys.stderr)
        return 1
    tallies = [measure(file) for file in files]
    _print_table(files, tallies, differences=asked.differences)
    found = figures(tallies)
    print(f"\n{len(files)} files")
    print("".join(f"  {name:<12} {value:.4f}\n" for name, value in found.items()), end="")
    return _gate(found, asked.floors, update=asked.update) if asked.floors else 0


if __name__ == "__main__":
    sys.exit(main())
