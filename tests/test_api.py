"""The library: few names, all of them documented, and a tour that works."""

from __future__ import annotations

import doctest
import inspect
import typing

import pytest

import referat_parse

if typing.TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    "Decision",
    "Diagnostic",
    "Document",
    "InputError",
    "Item",
    "Lexicon",
    "LexiconError",
    "Meeting",
    "ReferatError",
    "Section",
    "__version__",
    "parse",
    "parse_file",
]


def test_the_public_names_are_these_and_no_others() -> None:
    modules = {name for name, value in vars(referat_parse).items() if inspect.ismodule(value)}
    public = {name for name in vars(referat_parse) if not name.startswith("_")} - modules
    imported = {"Path", "TYPE_CHECKING", "annotations", "read_file"}
    assert sorted(public - imported | {"__version__"}) == NAMES
    assert sorted(referat_parse.__all__) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"__version__", "Section"}])
def test_every_public_name_is_documented(name: str) -> None:
    assert len(inspect.getdoc(getattr(referat_parse, name)) or "") > 20


def test_the_tour_does_what_it_says() -> None:
    assert doctest.testmod(referat_parse).attempted > 0
    assert doctest.testmod(referat_parse).failed == 0


def test_every_section_kind_is_in_the_union() -> None:
    union = typing.get_args(referat_parse.Section)[0]
    kinds = [typing.get_args(model.model_fields["kind"].annotation) for model in typing.get_args(union)]
    assert len({kind for some in kinds for kind in some}) == 21


def test_parse_file_reads_and_parses(tmp_path: Path) -> None:
    path = tmp_path / "møde.txt"
    path.write_bytes("Punkt 1: Høring på Ærø\r\n\r\nGodkendt.\r\n".encode("cp1252"))
    document = referat_parse.parse_file(str(path))
    assert document.meetings[0].items[0].title == "Høring på Ærø"
    assert (document.source.name, document.source.encoding) == ("møde.txt", "cp1252")
    assert "R103" in [found.code for found in document.diagnostics]


def test_parse_file_refuses_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(referat_parse.InputError, match="no such file"):
        referat_parse.parse_file(tmp_path / "nix.txt")
