"""The documentation is executed: examples are run, generated parts are what the program says.

`pytest --update-goldens` rewrites what stands between `<!-- generated: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel
from typer.main import get_command

from referat_parse import Lexicon, cli, models, parse
from referat_parse.lexicon import default, names
from referat_parse.problems import CODES
from referat_parse.write.documents import to_json
from tests.conftest import ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
GENERATED = re.compile(r"(?<=<!-- generated: )([\w-]+)( -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
SAMPLE = "samples/nordby-oeu-2021.txt"


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _fenced(page: str, language: str, after: str = "") -> list[str]:
    """The fenced blocks of `language` in `page` behind the words `after`."""
    behind = page[page.index(after) :]
    return re.findall(rf"^```{language}\n(.*?)^```$", behind, re.DOTALL | re.MULTILINE)


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def _console(program: Program, *words: str) -> str:
    ran = program(*words)
    return _block("console", f"$ referat-parse {' '.join(words)}\n{ran.text}{ran.err}")


def _show(program: Program) -> str:
    return _console(program, "show", SAMPLE)


def _library(_program: Program) -> str:
    printed = io.StringIO()
    code = _fenced(_page("README.md"), "python")[0]
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102  our own page
    return f"prints\n\n{_block('text', printed.getvalue())}"


def _bad_input(program: Program) -> str:
    return _console(program, "mode.txt", "schema/")


def _output(_program: Program) -> str:
    text = _fenced(_page("docs/output.md"), "text", "<!-- example: output -->")[0]
    return "\n" + _block("json", to_json(parse(text, name="example.txt"), pretty=True)) + "\n"


def _codes(_program: Program) -> str:
    rows = "".join(f"| `{code}` | {severity} | {meaning} |\n" for code, (severity, meaning) in CODES.items())
    return f"\n| code | severity | meaning |\n|---|---|---|\n{rows}\n"


def _tables(_program: Program) -> str:
    rows = ""
    for name in names():
        head = _page(f"referat_parse/lexicon/{name}.toml").split("\n\n")[0]
        about = " ".join(line.lstrip("# ") for line in head.splitlines() if line.startswith("#"))
        first = re.split(r"(?<=[.:;]) ", about)[0].rstrip(".:;")
        rows += f"| `{name}` | {len(default().table(name).entries)} | {first} |\n"
    return f"\n| table | entries | what it holds |\n|---|---|---|\n{rows}\n"


WRITERS: dict[str, Callable[[Program], str]] = {
    "show": _show,
    "library": _library,
    "bad-input": _bad_input,
    "output": _output,
    "codes": _codes,
    "tables": _tables,
}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_generated_parts_are_what_the_program_says(
    path: Path, program: Program, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    monkeypatch.chdir(ROOT)
    page = path.read_text(encoding="utf-8")
    made = GENERATED.sub(lambda found: f"{found[1]}{found[2]}{WRITERS[found[1]](program)}", page)
    if update:
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_files_that_are_named_are_there(path: Path) -> None:
    named = re.findall(
        r"`((?:bench|docs|schema|tests|samples|referat_parse)/[\w./-]*)`", path.read_text(encoding="utf-8")
    )
    assert [name for name in named if "NAME" not in name and not (ROOT / name).exists()] == []


def test_the_readme_has_two_commands_of_one_line_that_set_everything_up() -> None:
    commands = [line for line in _page("README.md").splitlines() if line.startswith("python3 -m venv")]
    assert len(commands) == 2
    demo, tests = commands
    assert demo.endswith(f".venv/bin/referat-parse {SAMPLE}")
    assert tests.endswith("'.[test]' && .venv/bin/python -m pytest")


def test_every_option_is_on_the_page_and_no_other() -> None:
    options = {name for one in get_command(cli.app).params for name in one.opts if name.startswith("-")} | {"--help"}
    rows = [line.split("|")[1] for line in _page("docs/cli.md").splitlines() if line.startswith("| `-")]
    assert {word for row in rows for word in re.findall(r"--?[\w-]+", row)} == options


def test_every_command_is_on_the_page() -> None:
    rows = re.findall(r"^\| `referat-parse (\w+)", _page("docs/cli.md"), re.MULTILINE)
    registered = [one.callback.__name__ for one in cli.commands.registered_commands if one.callback]
    assert sorted(rows) == sorted(registered)


def _models() -> list[type[BaseModel]]:
    return [one for one in vars(models).values() if isinstance(one, type) and issubclass(one, BaseModel)]


def test_every_field_of_the_output_is_on_the_page() -> None:
    words = set(re.findall(r"`([\w.]+)`", _page("docs/output.md")))
    assert {name for model in _models() for name in model.model_fields} - words == set()


def test_every_value_of_the_output_is_on_the_page(program: Program) -> None:
    values = set(re.findall(r'"enum": \[(.*?)\]', program("schema").text, re.DOTALL))
    words = set(re.findall(r"`([\w.]+)`", _page("docs/output.md")))
    assert {value for some in values for value in re.findall(r'"([^"]+)"', some)} - words == set()


def _examples() -> list[tuple[str, str]]:
    return re.findall(r"^### (R\d+)\n.*?^```text\n(.*?)^```$", _page("docs/diagnostics.md"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("code", "text"), _examples(), ids=lambda value: value[:4])
def test_every_diagnostic_is_provoked_by_its_example(code: str, text: str) -> None:
    found = [one for one in parse(text).diagnostics if one.code == code]
    assert found
    assert found[0].severity == CODES[code][0]


def test_every_code_that_a_text_can_provoke_has_an_example() -> None:
    elsewhere = {"R102", "R103", "R201"}  # bytes; and text that no rule has met so far
    assert {code for code, _ in _examples()} == set(CODES) - elsewhere


def test_the_lexicon_page_shows_a_file_that_works(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(_fenced(_page("docs/lexicon.md"), "toml", "<!-- example: lexicon -->")[0], encoding="utf-8")
    text = "Punkt 1: Ny skole\n\nSagsfremstilling\n\nDen er for lille.\n\nPengesager\n\nDen koster 5 mio. kr.\n"
    mine = parse(text, lexicon=Lexicon(path)).meetings[0].items[0].sections
    plain = parse(text).meetings[0].items[0].sections
    assert [(one.kind, one.heading) for one in mine][1:] == [("oekonomi", "Pengesager")]
    assert [one.kind for one in plain] == ["sagsfremstilling"]
