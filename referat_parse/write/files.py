"""Writing files: a file appears whole under its name, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from referat_parse.problems import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path, PurePath


def write_lines(path: Path, lines: Iterable[str]) -> int:
    """Write `lines` as UTF-8 to a file beside `path` and rename it to `path`; give their number.

    Missing folders are made. No lines, no file. OutputError if it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            count = sum(bool(file.write(f"{line}\n")) for line in lines)
        if count:
            part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); check the path and its folder") from error
    finally:
        with suppress(OSError):
            part.unlink()
    return count


def plan(places: Sequence[PurePath]) -> list[PurePath]:
    """A `.json` path for each of `places`: by stem, by full name where stems collide.

    OutputError if two inputs would still be written to one file.
    """
    stems = [place.with_suffix(".json") for place in places]
    counts = _count(stems)
    planned = [
        stem if counts[stem] == 1 else place.with_name(f"{place.name}.json")
        for place, stem in zip(places, stems, strict=True)
    ]
    twice = next((path for path, count in _count(planned).items() if count > 1), None)
    if twice is not None:
        raise OutputError(f"{twice}: two inputs would be written to this file; give the folder that holds both")
    return planned


def _count(paths: Iterable[PurePath]) -> dict[PurePath, int]:
    counts: dict[PurePath, int] = {}
    for path in paths:
        counts[path] = counts.get(path, 0) + 1
    return counts
