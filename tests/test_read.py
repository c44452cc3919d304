"""Reading: every encoding gives the same letters, and nothing of the text is changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from referat_parse.problems import InputError
from referat_parse.read import read_bytes, read_file
from referat_parse.read.inputs import find_inputs

if TYPE_CHECKING:
    from pathlib import Path

DANISH = "Byrådet på Ærø mødtes.\r\nØkonomi: 5\u00a0mio. kr.\r\n\fFælles forsla\u00adg å\r\n"
EIGHT_BIT = "Møde på rådhuset i Hørsholm.\r\nÆldrerådet drøftede sagen, og årets første møde blev godkendt.\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
)
def test_unicode_is_read_with_and_without_its_mark_and_not_altered(mark: bytes, encoding: str) -> None:
    data = mark + DANISH.encode(encoding)
    source = read_bytes(data, "x.txt")
    assert (source.text, source.encoding, source.doubts) == (DANISH, encoding, ())
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp850", "mac_roman", "utf-16-le", "utf-16-be"])
def test_an_encoding_without_a_mark_is_guessed_and_said_so(encoding: str) -> None:
    source = read_bytes(EIGHT_BIT.encode(encoding), "x.txt")
    assert source.text == EIGHT_BIT
    assert [doubt.code for doubt in source.doubts] == ["R103"]


def test_quotation_marks_alone_do_not_make_a_text_dos() -> None:
    text = "Formanden sagde \u2018ja\u2019, og det\u2019s det \u2013 kr. 5,00\r\n"
    assert read_bytes(text.encode("cp1252"), "x.txt").text == text


def test_a_few_broken_bytes_leave_the_rest_utf8_and_are_located() -> None:
    data = "Råd på Ærø, møde på Sejerø".encode() + b"\xe6\xf8" + " og æblegrød".encode()
    source = read_bytes(data, "x.txt")
    assert source.encoding == "utf-8"
    assert [doubt.code for doubt in source.doubts] == ["R102"]
    start, end = source.doubts[0].span
    assert set(source.text[start:end]) == {"\ufffd"}
    assert source.text.endswith("og æblegrød")


def test_half_a_utf16_character_at_the_end_is_replaced() -> None:
    source = read_bytes(b"\xff\xfe" + "Punkt 1".encode("utf-16-le") + b"\x41", "x.txt")
    assert source.text == "Punkt 1\ufffd"
    assert [doubt.code for doubt in source.doubts] == ["R102"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\f\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1\\ansi Referat}", "RTF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 4, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_name_problem_and_advice(data: bytes, word: str) -> None:
    if data.strip(b" \n\f\xef\xbb\xbf") == b"":
        data = data.replace(b"\xef\xbb\xbf", b"")
    with pytest.raises(InputError, match=word) as refused:
        read_bytes(data, "sag.doc")
    name, problem = str(refused.value).split(": ", 1)
    assert name == "sag.doc"
    assert ";" in problem, "the message says what to do"


def test_one_stray_zero_byte_does_not_make_a_text_binary() -> None:
    assert read_bytes(b"Punkt 1: Godkendelse af dagsorden\x00\n", "x.txt").text.startswith("Punkt 1")


def test_a_missing_file_and_a_folder_are_input_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_file(tmp_path / "nix.txt")
    with pytest.raises(InputError, match="folder"):
        read_file(tmp_path)


def test_a_name_that_is_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    path = tmp_path / "m\udcf8de.txt"
    path.write_text("Punkt 1", encoding="utf-8")
    assert read_file(path).name == "m\ufffdde.txt"


def test_a_folder_gives_its_texts_sorted_hidden_ones_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/D.TXT", "a/x.pdf", ".git/e.txt", "a/.f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = find_inputs([str(tmp_path)])
    assert [one.below.as_posix() for one in found.found] == ["a/D.TXT", "a/c.md", "b.txt"]
    assert found.several


def test_a_pattern_a_file_and_its_folder_give_each_file_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = find_inputs([f"{tmp_path}/a*.txt", str(tmp_path)])
    assert [one.path for one in found.found] == [tmp_path / "a.txt", tmp_path / "b.txt"]
    assert find_inputs([f"{tmp_path}/a*.txt"]).several, "a pattern means several, however many match"


def test_what_is_not_there_is_kept_apart_from_what_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    found = find_inputs([str(tmp_path / "empty"), f"{tmp_path}/*.pdf", str(tmp_path / "a.txt")])
    assert [one.name for one in found.found] == [(tmp_path / "a.txt").as_posix()]
    assert [str(error).split("; ")[0].rsplit(": ", 1)[1] for error in found.missing] == [
        "no .txt or .md file in this folder",
        "no file matches",
    ]
