"""How fast it goes: text to JSON in one process, growth with length, cold start, peak memory.

    python -m bench.run [--seconds 3] [PATH...]

PATH is a text file, an annotated file (its tags are taken out) or a folder of them; the samples and
the annotated set if none is given. MB are a million bytes of UTF-8.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.annotation import read_annotated
from referat_parse import parse
from referat_parse.read import read_file
from referat_parse.write.documents import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOT = Path(__file__).parent.parent
_PROGRAM = "referat_parse.cli"
_MILLION = 1_000_000
_STARTS = 10


def texts(paths: Sequence[Path]) -> list[str]:
    """The texts of all .txt and .md files that `paths` are or hold, annotations taken out."""
    found = [
        sorted(p for p in path.rglob("*") if p.suffix in {".txt", ".md"}) if path.is_dir() else [path] for path in paths
    ]
    return [_text(path) for files in found for path in files if path.name != "README.md"]


def _text(path: Path) -> str:
    text = read_file(path).text
    return read_annotated(text).text if path.name.endswith(".ann.txt") else text


def megabytes(written: Sequence[str]) -> float:
    """The size of `written` as UTF-8 in MB."""
    return sum(len(text.encode("utf-8")) for text in written) / _MILLION


def seconds_for(written: Sequence[str]) -> float:
    """The time that it takes to turn every text into JSON once."""
    start = time.perf_counter()
    for text in written:
        to_json(parse(text))
    return time.perf_counter() - start


def throughput(written: Sequence[str], seconds: float) -> float:
    """MB a second: the median of rounds over all texts that together last `seconds`, the first not counted."""
    seconds_for(written)
    rounds, end = list[float](), time.perf_counter() + seconds
    while not rounds or time.perf_counter() < end:
        rounds.append(seconds_for(written))
    return megabytes(written) / statistics.median(rounds)


def growth(text: str, times: int) -> float:
    """How much longer a text takes that is `times` as long, divided by `times`: 1 is linear."""
    once = min(seconds_for([text]) for _ in range(3))
    return seconds_for([text * times]) / once / times


def cold_start(file: Path) -> float:
    """Median seconds of a whole run of the program on `file`."""
    return statistics.median(_run(file) for _ in range(_STARTS))


def _run(file: Path) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", _PROGRAM, str(file)], check=True, capture_output=True, cwd=_ROOT)
    return time.perf_counter() - start


def peak_memory() -> float:
    """The most memory, in MB, that any run of the program so far has held."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / (_MILLION if sys.platform == "darwin" else 1_000_000 / 1024)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[_ROOT / "samples", _ROOT / "tests" / "gold"])
    parser.add_argument("--seconds", type=float, default=3.0)
    asked = parser.parse_args()
    written = texts(asked.paths)
    median = sorted(written, key=len)[len(written) // 2]
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(f"{len(written)} texts, {megabytes(written):.2f} MB, median {len(median)} characters")
    rate = throughput(written, asked.seconds)
    print(f"text to JSON     {rate:6.2f} MB/s, {rate / megabytes(written) * len(written):.0f} files/s, one process")
    print(f"growth           {growth(median, 30):6.2f} (30 times the text; 1 is linear)")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "median.txt")
        file.write_text(median, encoding="utf-8", newline="")
        print(f"cold start       {cold_start(file):6.3f} s, median of {_STARTS} runs on the median text")
        print(f"peak memory      {peak_memory():6.1f} MB, that run")
        file.write_text("\n".join(written), encoding="utf-8", newline="")
        _run(file)
        print(f"peak memory      {peak_memory():6.1f} MB, all texts as one file of {megabytes(written):.2f} MB")


if __name__ == "__main__":
    main()
