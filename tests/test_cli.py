"""The command line as its users meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from referat_parse import __version__, pipeline
from referat_parse.models import Diagnostic, Document, SourceInfo
from tests.conftest import ROOT, Program

if TYPE_CHECKING:
    from pathlib import Path

MINUTES = """\
Byrådet
Referat af møde den 3. marts 2025

Punkt 1: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 2: Ny cykelsti på Ærø

Sagsfremstilling

Forvaltningen har set på stien.

Beslutning

Godkendt.
"""
COMMAND = [sys.executable, "-m", "referat_parse.cli"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two minutes, one of them further down, as the working folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.txt", "in/2025/b.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(MINUTES, encoding="utf-8", newline="")
    return tmp_path


def test_one_file_gives_one_object_on_standard_output(folder: Path, program: Program) -> None:
    ran = program("in/a.txt")
    assert (ran.code, ran.out.count(b"\n")) == (0, 1)
    document = json.loads(ran.text)
    assert document["source"]["name"] == "in/a.txt"
    assert [item["title"] for item in document["meetings"][0]["items"]] == [
        "Godkendelse af dagsorden",
        "Ny cykelsti på Ærø",
    ]
    assert "layout" not in document


def test_layout_is_there_when_asked_for(folder: Path, program: Program) -> None:
    assert json.loads(program("--layout", "in/a.txt").text)["layout"]


def test_several_inputs_give_a_line_each(folder: Path, program: Program) -> None:
    ran = program("in/a.txt", "in/2025/b.md")
    assert [json.loads(line)["source"]["name"] for line in ran.text.splitlines()] == ["in/a.txt", "in/2025/b.md"]
    assert "2 parsed, 0 failed" in ran.err


def test_a_folder_is_searched_and_gives_lines(folder: Path, program: Program) -> None:
    ran = program("in")
    assert [json.loads(line)["source"]["name"] for line in ran.text.splitlines()] == ["in/2025/b.md", "in/a.txt"]


def test_standard_input_is_an_input(program: Program) -> None:
    ran = program("-", stdin=MINUTES.encode("utf-8"))
    assert json.loads(ran.text)["source"]["name"] == "-"


def test_a_json_file_is_written_whole_and_for_people(folder: Path, program: Program) -> None:
    ran = program("in/a.txt", "-o", "out/a.json")
    assert (ran.code, ran.out) == (0, b"")
    written = (folder / "out" / "a.json").read_text(encoding="utf-8")
    assert json.loads(written)["meetings"]
    assert '\n  "source": {' in written
    assert f'"span": [0, {len(MINUTES) - 1}]' in written, "a span stands on one line"
    assert [path.name for path in (folder / "out").iterdir()] == ["a.json"], "no temporary file is left"


def test_a_jsonl_file_holds_all_inputs(folder: Path, program: Program) -> None:
    program("in", "-o", "all.jsonl")
    assert len((folder / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_folder_gets_the_same_tree(folder: Path, program: Program) -> None:
    assert program("in", "-o", "out").code == 0
    found = sorted(path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*.*"))
    assert found == ["2025/b.json", "a.json"]


def test_inputs_with_one_stem_keep_their_full_names(folder: Path, program: Program) -> None:
    (folder / "in" / "a.md").write_text(MINUTES, encoding="utf-8")
    program("in", "-o", "out/")
    assert sorted(path.name for path in (folder / "out").glob("*.json")) == ["a.md.json", "a.txt.json"]


def test_inputs_that_would_overwrite_each_other_are_refused(folder: Path, program: Program) -> None:
    (folder / "in" / "2025" / "a.txt").write_text(MINUTES, encoding="utf-8")
    ran = program("in/a.txt", "in/2025/a.txt", "-o", "out/")
    assert ran.code == 1
    assert "two inputs" in ran.err


def test_an_output_that_cannot_be_written_is_an_error(folder: Path, program: Program) -> None:
    (folder / "file").write_text("x", encoding="utf-8")
    ran = program("in/a.txt", "-o", "file/a.json")
    assert ran.code == 1
    assert ran.err.startswith("error: file/a.json: cannot be written")


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("in/a.txt", "--jobs", "2"),
        ("in/a.txt", "--mentions"),
        ("in/a.txt", "-f", "csv"),
        ("in/a.txt", "-o", "a.csv"),
        ("in", "-f", "json"),
        ("in", "-o", "a.json"),
        ("in", "-o", "out/", "-f", "jsonl"),
        ("show", "in"),
        ("schema", "--frob"),
    ],
)
def test_wrong_usage_exits_2_and_writes_no_data(folder: Path, program: Program, words: tuple[str, ...]) -> None:
    ran = program(*words)
    assert (ran.code, ran.out) == (2, b"")
    assert "Error: " in ran.err
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


def test_format_overrules_the_suffix(folder: Path, program: Program) -> None:
    program("in/a.txt", "-f", "jsonl", "-o", "a.json")
    assert (folder / "a.json").read_text(encoding="utf-8").count("\n") == 1


def test_a_bad_input_is_named_and_the_others_are_done(folder: Path, program: Program) -> None:
    (folder / "empty.txt").touch()
    (folder / "pdf.txt").write_bytes(b"%PDF-1.4 \x00\x01")
    (folder / "none").mkdir()
    ran = program("gone.txt", "empty.txt", "pdf.txt", "none", "in/a.txt")
    assert ran.code == 1
    assert len(ran.text.splitlines()) == 1
    told = [line for line in ran.err.splitlines() if line.startswith("error: ")]
    assert sorted(line.split(": ")[1] for line in told) == ["empty.txt", "gone.txt", "none", "pdf.txt"]
    assert all("; " in line for line in told), "each says what to do"
    assert "1 parsed, 4 failed" in ran.err


def test_when_nothing_can_be_read_no_file_is_written(folder: Path, program: Program) -> None:
    assert program("gone.txt", "-o", "a.json").code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


def test_a_text_without_a_meeting_is_a_document_with_a_diagnostic(program: Program) -> None:
    ran = program("-", stdin="Kære alle.\nHusk kage på fredag.\n".encode())
    document = json.loads(ran.text)
    assert (ran.code, document["meetings"]) == (0, [])
    assert "R101" in [found["code"] for found in document["diagnostics"]]
    assert "warning R101" in ran.err


def test_quiet_says_nothing_of_doubts(program: Program) -> None:
    assert program("-", "--quiet", stdin=b"Husk kage.\n").err == ""


def _with_error(text: str, **_options: object) -> Document:
    found = Diagnostic(code="R101", severity="error", message="made up", span=(0, 0), line=1)
    return Document(source=SourceInfo(name="x", length=len(text)), diagnostics=[found])


def test_strict_turns_an_error_diagnostic_into_exit_1(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "parse", _with_error)
    assert program("-", stdin=b"x").code == 0
    assert program("--strict", "-", stdin=b"x").code == 1
    assert program("check", "-", stdin=b"x").code == 1


def _broken(_text: str, **_options: object) -> Document:
    raise KeyError(_text)


def test_a_fault_of_our_own_is_told_without_a_traceback(
    folder: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "parse", _broken)
    ran = program("in")
    assert ran.code == 1
    assert "KeyError in test_cli.py" in ran.err
    assert "Traceback" not in ran.err
    assert "0 parsed, 2 failed" in ran.err


def test_a_lexicon_of_your_own_is_used(folder: Path, program: Program) -> None:
    words = '[[headings]]\nvalue = "oekonomi"\nwords = ["Pengesager"]\nexample = ["Pengesager"]\n'
    (folder / "mine.toml").write_text(words, encoding="utf-8")
    (folder / "c.txt").write_text(MINUTES.replace("Sagsfremstilling", "Pengesager"), encoding="utf-8")
    sections = json.loads(program("c.txt", "--lexicon", "mine.toml").text)["meetings"][0]["items"][1]["sections"]
    assert sections[0]["kind"] == "oekonomi"


def test_a_bad_lexicon_is_wrong_usage(folder: Path, program: Program) -> None:
    (folder / "mine.toml").write_text("[[headings]]\nvalue = 1\n", encoding="utf-8")
    ran = program("in/a.txt", "--lexicon", "mine.toml")
    assert (ran.code, ran.out) == (2, b"")
    assert "mine.toml" in ran.err


def test_schema_prints_the_committed_schema(program: Program) -> None:
    assert json.loads(program("schema").text) == json.loads(
        (ROOT / "schema" / "referat.schema.json").read_text(encoding="utf-8")
    )


def test_text_prints_what_spans_count(folder: Path, program: Program) -> None:
    text = "Punkt 1:\r\n5\u00a0kr.\fÆ\u00ad\r\n"
    (folder / "x.txt").write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))
    assert program("text", "x.txt").text == text
    (folder / "y.txt").write_bytes(text.encode("utf-16"))
    assert program("text", "y.txt").text == text


def test_show_prints_an_outline(folder: Path, program: Program) -> None:
    ran = program("show", "in/a.txt")
    assert ran.code == 0
    for word in ("Byrådet", "2025-03-03", "Ny cykelsti på Ærø", "beslutning  godkendt"):
        assert word in ran.text


def test_check_prints_a_line_for_each_diagnostic(program: Program) -> None:
    ran = program("check", "-", stdin=b"Husk kage.\n")
    assert ran.code == 0
    assert any(line.startswith("-:1: warning R101 ") for line in ran.text.splitlines())


@pytest.mark.parametrize("command", ["text", "show", "check"])
def test_sub_commands_say_what_cannot_be_read(folder: Path, program: Program, command: str) -> None:
    ran = program(command, "gone.txt")
    assert (ran.code, ran.out) == (1, b"")
    assert ran.err.startswith("error: gone.txt: ")


def test_a_file_called_like_a_command_is_reached_by_its_path(folder: Path, program: Program) -> None:
    (folder / "schema").write_text(MINUTES, encoding="utf-8")
    assert json.loads(program("./schema").text)["meetings"]


def test_the_version_is_told(program: Program) -> None:
    assert program("--version").text == f"referat-parse {__version__}\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
def test_a_reader_that_leaves_is_no_error(folder: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "--quiet", *["in"] * 3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_output_is_utf8_whatever_the_terminal_says(folder: Path) -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ran = subprocess.run([*COMMAND, "in/a.txt"], capture_output=True, check=True, env=surroundings)
    assert "Ærø" in ran.stdout.decode("utf-8")
