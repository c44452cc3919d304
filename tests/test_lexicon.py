"""The lexicon: every entry proves itself, and a user's file is held to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from referat_parse.lexicon import Entry, Lexicon, default, names
from referat_parse.lexicon.proof import failures, slowness
from referat_parse.problems import LexiconError

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
[[headings]]
value = "oekonomi"
words = ["Pengesager", "Pengenes gang"]
example = ["Pengesager:", "PENGENES  GANG"]
not = ["Pengesagerne blev drøftet"]
"""


@pytest.mark.parametrize("name", names())
def test_every_entry_of_a_table_proves_itself(name: str) -> None:
    entries = default().table(name).entries
    assert list(failures(entries)) == []
    assert list(slowness(entries)) == []
    assert [entry.value for entry in entries if not entry.example] == []


def test_there_are_tables() -> None:
    assert "headings" in names()


def test_a_failed_example_and_a_recognised_not_are_found() -> None:
    entry = Entry("x", words=("Ord",), example=("Ord", "Bord"), refuse=("ORD:",))
    assert len(list(failures([entry]))) == 2


def test_an_entry_with_examples_in_running_text_must_not_be_found_in_its_not() -> None:
    inside = Entry("x", pattern="udsat", example=("Sagen blev udsat.",), refuse=("Ikke udsat endnu",))
    alone = Entry("x", pattern="udsat", example=("Udsat.",), refuse=("Ikke udsat endnu",))
    before = Entry("y", pattern="ikke udsat", example=("Ikke udsat",))
    assert len(list(failures([inside]))) == 1
    assert list(failures([alone])) == []
    assert list(failures([before, inside])) == []


def test_a_users_entries_come_first_and_the_shipped_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD + '[[headings]]\nvalue = "andet"\nwords = ["Beslutning"]\n', encoding="utf-8")
    table = Lexicon(path).table("headings")
    assert table.word("Pengesager:") == "oekonomi"
    assert table.word("Beslutning") == "andet"
    assert table.word("Sagsfremstilling") == "sagsfremstilling"
    assert default().table("headings").word("Pengesager") is None


def test_a_users_pattern_that_python_would_never_finish_is_harmless(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[[headings]]\nvalue = 'x'\npattern = '(a+)+b'\nexample = ['aab']\n", encoding="utf-8")
    table = Lexicon(path).table("headings")
    assert table.whole("aaab") == "x"
    assert table.whole("a" * 5000) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[headings]\n", "not a readable lexicon file"),
        ("[[nosuch]]\nvalue = 'x'\n", "no table"),
        ("headings = 'x'\n", "no table"),
        ("[[headings]]\nvalue = 'x'\n", "needs words or a pattern"),
        ("[[headings]]\nvalue = 1\nwords = ['x']\n", "are strings"),
        ("[[headings]]\nvalue = 'x'\nwords = 'x'\n", "lists of strings"),
        ("[[headings]]\nvalue = 'x'\nwords = ['x']\nwrods = ['y']\n", "unknown field wrods"),
        ("[[headings]]\nvalue = 'x'\npattern = '('\n", "not a regular expression"),
        ("[[headings]]\nvalue = 'x'\npattern = '(e|ee)+j'\nexample = ['eeej']\n", "takes too long"),
        (GOOD.replace('"Pengesager:"', '"Penge"'), "does not recognise its example 'Penge'"),
        (GOOD.replace('"Pengesagerne blev drøftet"', '"pengesager"'), "which it must not"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.toml") as refused:
        Lexicon(path)
    assert told in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="not a readable lexicon file"):
        Lexicon(tmp_path / "gone.toml")
