"""What a command line names: files, folders, glob patterns and "-" become a list of inputs."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path, PurePath

from referat_parse.problems import InputError
from referat_parse.read import printable, read_file, read_stdin
from referat_parse.text import Source  # noqa: TC001  a public method's type

SUFFIXES = (".txt", ".md")
"""What is taken from a folder; a file that is named itself may have any suffix."""


@dataclass(frozen=True, slots=True)
class Input:
    """One input: `path`, or None for standard input; `below` is its place in an output tree."""

    path: Path | None
    below: PurePath

    @property
    def name(self) -> str:
        """The name as the user would type it."""
        return "-" if self.path is None else printable(self.path.as_posix())

    def read(self) -> Source:
        """Its source; InputError if it cannot be read."""
        return read_stdin() if self.path is None else read_file(self.path, self.name)


@dataclass(slots=True)
class Inputs:
    """All inputs in order, what could not be found, and whether more than one file was meant."""

    found: list[Input] = field(default_factory=list)
    missing: list[InputError] = field(default_factory=list)
    several: bool = False


def find_inputs(arguments: list[str]) -> Inputs:
    """The inputs that `arguments` name, each once; a folder's files are sorted by path."""
    inputs = Inputs(several=len(arguments) > 1)
    for argument in arguments:
        try:
            found = _find(argument)
        except InputError as error:
            inputs.missing.append(error)
            continue
        inputs.several |= len(found) > 1 or (argument != "-" and found[0].path != Path(argument))
        inputs.found += found
    inputs.found = list(dict.fromkeys(inputs.found))
    return inputs


def _find(argument: str) -> list[Input]:
    path = Path(argument)
    if argument == "-":
        return [Input(None, PurePath("stdin"))]
    if path.is_dir():
        return _in_folder(path)
    if not path.exists() and has_magic(argument):
        return _matching(argument)
    return [Input(path, PurePath(path.name))]


def _in_folder(folder: Path) -> list[Input]:
    found = [path for path in _walk(folder) if path.suffix.lower() in SUFFIXES]
    if not found:
        kinds = " or ".join(SUFFIXES)
        raise InputError(f"{printable(str(folder))}: no {kinds} file in this folder; name another, or the files")
    return [Input(path, path.relative_to(folder)) for path in sorted(found)]


def _matching(pattern: str) -> list[Input]:
    found = sorted(path for path in map(Path, glob(pattern, recursive=True)) if path.is_file())  # noqa: PTH207  absolute patterns too
    if not found:
        raise InputError(f"{printable(pattern)}: no file matches; check the pattern and the folder")
    return [Input(path, PurePath(path.name)) for path in found]


def _walk(folder: Path) -> list[Path]:
    """Every file below `folder`, hidden ones left out, links to folders not followed."""
    files: list[Path] = []
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(where, name) for name in names if not name.startswith(".")]
    return files
