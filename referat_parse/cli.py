"""The command line: the only place that prints and that ends the program.

`main` looks at the first word: one of `_COMMANDS` is a sub-command, anything else is the arguments
of `parse`. Standard output holds data only; everything else goes to standard error.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import referat_parse
from referat_parse import pipeline
from referat_parse.lexicon import Lexicon
from referat_parse.problems import InputError, LexiconError, OutputError, ReferatError
from referat_parse.read.inputs import Input, find_inputs
from referat_parse.write.documents import to_json
from referat_parse.write.files import plan, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.models import Document
    from referat_parse.read.inputs import Inputs
    from referat_parse.text import Source

_PROGRAM = "referat-parse"
_COMMANDS = {
    "schema": "Print the JSON Schema of the output.",
    "text": "Print a file's text as it was read; spans count its characters.",
    "show": "Print the meetings of a file as an outline.",
    "explain": "Print what opened each item and section of a file, and what did not.",
    "check": "Print every diagnostic of the inputs; exit 1 if one is an error.",
}
_EPILOG = "\b\nOther commands (a file of that name is reached as ./schema):\n" + "\n".join(
    f"  {name:<8}{text}" for name, text in _COMMANDS.items()
)


class Format(StrEnum):
    """What can be written."""

    json = "json"
    jsonl = "jsonl"


@dataclass(slots=True)
class Job:
    """What one run is asked to do, and how it has gone so far."""

    lexicon: Lexicon | None = None
    layout: bool = False
    strict: bool = False
    quiet: bool = False
    done: int = 0
    failed: int = 0
    faulty: int = 0

    @property
    def exit_code(self) -> int:
        """1 if an input could not be read, or if `strict` and a diagnostic is an error; else 0."""
        return int(bool(self.failed or (self.strict and self.faulty)))

    def fail(self, problem: Exception) -> None:
        """Count one failure and say what it is."""
        self.failed += 1
        _say(f"error: {problem}")


app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
commands = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def main() -> None:
    """Run the program: a sub-command if the first word names one, else `parse`."""
    chosen = commands if sys.argv[1:2] and sys.argv[1] in _COMMANDS else app
    chosen(prog_name=_PROGRAM)


def _version(asked: bool) -> None:  # noqa: FBT001  the form that a callback has
    if asked:
        _emit(f"{_PROGRAM} {referat_parse.__version__}\n")
        raise typer.Exit


_INPUTS = typer.Argument(metavar="INPUT", help="A file, a folder, a glob, or - (standard input).")
_FILE = typer.Argument(metavar="FILE", help="A file, or - (standard input).")
_OUTPUT = typer.Option("-o", "--output", metavar="PATH", help="Write to a .json or .jsonl file, or into a folder.")
_FORMAT = typer.Option("-f", "--format", help="What to write; by default what PATH or the inputs ask for.")
_LAYOUT = typer.Option("--layout", help="Add the layout layer: the role of every piece of the text.")
_LEXICON = typer.Option("--lexicon", metavar="FILE", help="A TOML file with words of your own.")
_STRICT = typer.Option("--strict", help="Exit 1 if a diagnostic is an error.")
_QUIET = typer.Option("--quiet", help="Say only what could not be read or written.")
_VERSION = typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")


@app.command(epilog=_EPILOG)
def parse(  # noqa: PLR0913  a command's options are its parameters
    inputs: Annotated[list[str], _INPUTS],
    output: Annotated[str | None, _OUTPUT] = None,
    form: Annotated[Format | None, _FORMAT] = None,
    lexicon: Annotated[Path | None, _LEXICON] = None,
    *,
    layout: Annotated[bool, _LAYOUT] = False,
    strict: Annotated[bool, _STRICT] = False,
    quiet: Annotated[bool, _QUIET] = False,
    version: Annotated[bool, _VERSION] = False,  # noqa: ARG001  its callback acts
) -> None:
    """Turn the text of Danish meeting minutes into JSON.

    One input gives one JSON object; several, or the .txt and .md files of a folder, give JSON Lines.
    """
    job = Job(_lexicon(lexicon), layout=layout, strict=strict, quiet=quiet)
    found = find_inputs(inputs)
    form = _format(output, form, found)
    try:
        _write(output, form, found, job)
    except OutputError as error:
        job.fail(error)
    if found.several and not quiet:
        _say(f"{job.done} parsed, {job.failed} failed")
    raise typer.Exit(job.exit_code)


@commands.command(help=_COMMANDS["schema"])
def schema() -> None:
    """Print the schema."""
    from referat_parse.write.schema import schema_text  # noqa: PLC0415  only this command needs it

    _emit(schema_text())


@commands.command(help=_COMMANDS["text"])
def text(file: Annotated[str, _FILE]) -> None:
    """Print the source text, unaltered."""
    _emit(_source(file).text)


@commands.command(help=_COMMANDS["show"])
def show(file: Annotated[str, _FILE], lexicon: Annotated[Path | None, _LEXICON] = None) -> None:
    """Print the outline."""
    from referat_parse.write.outline import outline  # noqa: PLC0415  imports rich

    job = Job(_lexicon(lexicon))
    _emit(outline(_parsed(_source(file), job), colour=sys.stdout.isatty()))


@commands.command(help=_COMMANDS["explain"])
def explain(file: Annotated[str, _FILE], lexicon: Annotated[Path | None, _LEXICON] = None) -> None:
    """Print the reasons."""
    _emit(pipeline.explain(_source(file).text, lexicon=_lexicon(lexicon)))


@commands.command(help=_COMMANDS["check"])
def check(inputs: Annotated[list[str], _INPUTS], lexicon: Annotated[Path | None, _LEXICON] = None) -> None:
    """Print the diagnostics, one a line."""
    job = Job(_lexicon(lexicon), strict=True)
    for one, document in _documents(find_inputs(inputs), job):
        _emit("".join(f"{line}\n" for line in _findings(one, document, "info")))
    raise typer.Exit(job.exit_code)


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _emit(written: str) -> None:
    """Write to standard output as UTF-8; that its reader has left is no error."""
    try:
        sys.stdout.buffer.write(written.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def _lexicon(path: Path | None) -> Lexicon | None:
    try:
        return Lexicon(path) if path else None
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from error


def _source(file: str) -> Source:
    """The one source that `file` names; says why and exits 1 if there is none."""
    found = find_inputs([file])
    if len(found.found) > 1:
        raise typer.BadParameter(f"{file}: names several files; this command takes one")
    try:
        return _only(found).read()
    except InputError as error:
        _say(f"error: {error}")
        raise typer.Exit(1) from error


def _only(inputs: Inputs) -> Input:
    for problem in inputs.missing:
        raise problem
    return inputs.found[0]


def _documents(inputs: Inputs, job: Job) -> Iterator[tuple[Input, Document]]:
    """Every input with its document; what cannot be read is told and passed over."""
    for problem in inputs.missing:
        job.fail(problem)
    for one in inputs.found:
        try:
            document = _parsed(one.read(), job)
        except ReferatError as error:
            job.fail(error)
            continue
        job.done += 1
        job.faulty += any(found.severity == "error" for found in document.diagnostics)
        yield one, document


def _parsed(source: Source, job: Job) -> Document:
    """The document in `source`; a fault of our own becomes a ReferatError that says where."""
    try:
        return pipeline.parse(source.text, name=source.name, lexicon=job.lexicon, layout=job.layout, source=source)
    except Exception as error:
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown place"
        fault = f"{type(error).__name__} in {where}"
        raise ReferatError(f"{source.name}: {_PROGRAM} has a fault ({fault}); please report it") from error


def _findings(one: Input, document: Document, least: str) -> list[str]:
    """The document's diagnostics of severity `least` or more, as "file:line: severity code message"."""
    ranks = ("info", "warning", "error")
    return [
        f"{one.name}:{found.line}: {found.severity} {found.code} {found.message}"
        for found in document.diagnostics
        if ranks.index(found.severity) >= ranks.index(least)
    ]


def _format(output: str | None, form: Format | None, inputs: Inputs) -> Format:
    """The format to write; a usage error (exit 2) if what was asked for does not fit together."""
    by_suffix = _by_suffix(output) if output else None
    chosen = form or by_suffix or (Format.jsonl if inputs.several and not output else Format.json)
    if output and not by_suffix and chosen is Format.jsonl:
        raise typer.BadParameter(f"{output} is a folder; JSON Lines go to one .jsonl file", param_hint="--output")
    one_file = not output or by_suffix
    if chosen is Format.json and inputs.several and one_file:
        raise typer.BadParameter("one json holds one input; for several use jsonl or a folder", param_hint="--format")
    return chosen


def _by_suffix(output: str) -> Format | None:
    """The format that a file's suffix stands for; None if `output` is a folder, there or to be made."""
    suffix = Path(output).suffix
    if output.endswith(("/", os.sep)) or Path(output).is_dir() or not suffix:
        return None
    if suffix[1:] not in Format.__members__:
        raise typer.BadParameter(
            f"{output}: only .json and .jsonl can be written; a folder ends in /", param_hint="--output"
        )
    return Format(suffix[1:])


def _write(output: str | None, form: Format, inputs: Inputs, job: Job) -> None:
    """Parse `inputs` and write them where `output` says."""
    noted = _noted(inputs, job)
    if output and not _by_suffix(output):
        places = dict(zip(inputs.found, plan([one.below for one in inputs.found]), strict=True))
        for one, document in noted:
            write_lines(Path(output) / places[one], [to_json(document, pretty=True)])
    elif output:
        write_lines(Path(output), (to_json(document, pretty=form is Format.json) for _, document in noted))
    else:
        pretty = form is Format.json and sys.stdout.isatty()
        for _, document in noted:
            _emit(to_json(document, pretty=pretty) + "\n")


def _noted(inputs: Inputs, job: Job) -> Iterator[tuple[Input, Document]]:
    """The documents, their warnings and errors told on the way unless the job is quiet."""
    for one, document in _documents(inputs, job):
        for line in () if job.quiet else _findings(one, document, "warning"):
            _say(line)
        yield one, document


if __name__ == "__main__":
    main()
