"""A document as JSON: one compact line, or indented for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from referat_parse.models import Document

_PAIR = re.compile(r"\[\n\s*(\d+),\n\s*(\d+)\n\s*\]")
"""An indented span. A bare line feed cannot stand inside a JSON string, so no text is touched."""
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Signs that some readers of JSON Lines take for the end of a line."""


def to_json(document: Document, *, pretty: bool = False) -> str:
    """The document's JSON without a line feed at its end; `layout` is left out if it was not asked for."""
    left_out = {"layout"} if document.layout is None else None
    text = document.model_dump_json(indent=2 if pretty else None, exclude=left_out).translate(_LINE_ENDS)
    return _PAIR.sub(r"[\1, \2]", text) if pretty else text
