"""THE ORDER: read → segment → interpret → check. Data flows one way; no stage calls another."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from referat_parse.check.findings import findings
from referat_parse.interpret.meeting import interpret_meeting
from referat_parse.lexicon import default
from referat_parse.models import Diagnostic, Document, SourceInfo
from referat_parse.problems import CODES
from referat_parse.segment.document import segment
from referat_parse.segment.layout import lay_out
from referat_parse.text import LineIndex, Source
from referat_parse.write.explain import explain as write_explanation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat_parse.lexicon import Lexicon
    from referat_parse.problems import Doubt


def parse(
    text: str, *, name: str = "", lexicon: Lexicon | None = None, layout: bool = False, source: Source | None = None
) -> Document:
    """The document that `text`, raw minutes, says.

    `name` is put into the output; `lexicon` is the shipped one by default; `layout` adds the layout
    layer. `source`, if given, says where the text was read from and wins over `text` and `name`.
    Never fails on odd text: what is not understood is a diagnostic.
    """
    words = lexicon or default()
    read = source or Source(name, text, sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    raw = segment(read.text, words)
    meetings = [interpret_meeting(read.text, raw, at, words) for at in range(len(raw.meetings))]
    kept = [m for m in meetings if m.meeting.items or m.meeting.date or m.meeting.attendance]
    leaves = lay_out(read.text, raw, [(m.start, m.attendance) for m in meetings])
    doubts = (*read.doubts, *findings(read.text, raw, [m.meeting for m in kept], leaves))
    return Document(
        source=SourceInfo(
            name=read.name, format=read.format, encoding=read.encoding, sha256=read.sha256, length=len(read.text)
        ),
        meetings=[m.meeting for m in kept],
        diagnostics=_diagnostics(read.text, doubts),
        layout=leaves if layout else None,
    )


def explain(text: str, *, lexicon: Lexicon | None = None) -> str:
    """What opened each item and section of `text`, and what was considered and not taken, as lines to read.

    `lexicon` is the shipped one by default. Never fails on odd text.
    """
    return write_explanation(text, segment(text, lexicon or default()))


def _diagnostics(text: str, doubts: Iterable[Doubt]) -> list[Diagnostic]:
    """The doubts with severity and line, in the order of the text."""
    lines = LineIndex(text)
    ordered = sorted(doubts, key=lambda d: (d.span, d.code, d.message))
    return [
        Diagnostic(code=d.code, severity=CODES[d.code][0], message=d.message, span=d.span, line=lines.line(d.span[0]))
        for d in ordered
    ]
