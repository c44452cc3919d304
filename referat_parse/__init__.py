r"""Danish meeting minutes (referater) to JSON in which every fact points to where it is written.

The tour:

    >>> import referat_parse
    >>> document = referat_parse.parse("Punkt 1: Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n")
    >>> item = document.meetings[0].items[0]
    >>> item.number, item.title
    ('1', 'Godkendelse af dagsorden')
    >>> item.sections[0].kind, item.sections[0].outcome
    ('beslutning', 'godkendt')

`parse` takes a text, `parse_file` a file; both give a `Document`: `meetings` (each a `Meeting` with
its `Item`s and their `Section`s, of which a `Decision` is one) and `diagnostics`, each a `Diagnostic`
for a doubt. `document.model_dump_json()` is the JSON, described by `schema/referat.schema.json`.
Spans are `(start, end)` in characters of the text. A `Lexicon` made from a TOML file of your own adds
headings and formulas. A text is never refused; a file that cannot be read raises `InputError`, a bad
lexicon `LexiconError`, both of them a `ReferatError`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from referat_parse.lexicon import Lexicon
from referat_parse.models import Decision, Diagnostic, Document, Item, Meeting, Section
from referat_parse.pipeline import parse
from referat_parse.problems import InputError, LexiconError, ReferatError
from referat_parse.read import read_file

if TYPE_CHECKING:
    import os

__version__ = "0.1.0"

__all__ = [
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


def parse_file(path: str | os.PathLike[str], *, lexicon: Lexicon | None = None, layout: bool = False) -> Document:
    """Read the text file `path`, whatever its encoding, and parse it.

    `lexicon` adds words of your own, `layout` the role of every piece of the text. Raises `InputError`
    if the file is missing, empty or not text; everything else is parsed, doubts are diagnostics.
    """
    source = read_file(Path(path))
    return parse(source.text, name=source.name, lexicon=lexicon, layout=layout, source=source)
