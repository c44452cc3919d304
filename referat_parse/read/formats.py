"""Files that are not plain text: known by their first bytes, refused with advice."""

from __future__ import annotations

from referat_parse.problems import InputError
from referat_parse.read.text import is_wide

_SAVE_AS_TEXT = "open it and save it as plain text (.txt, UTF-8)"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "convert it first, for example with: pdftotext -layout FILE.pdf FILE.txt"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file", f"unpack it, or {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", _SAVE_AS_TEXT),
    (b"{\\rtf", "a rich text (RTF) file", _SAVE_AS_TEXT),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x89PNG", "a picture", "its text must be recognised (OCR) first"),
    (b"\xff\xd8\xff", "a picture", "its text must be recognised (OCR) first"),
    (b"GIF8", "a picture", "its text must be recognised (OCR) first"),
    (b"II*\x00", "a picture", "its text must be recognised (OCR) first"),
)
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
_TOO_MANY_CONTROLS = 0.05
"""Text has next to no control characters; in compressed or binary data they are a tenth of all bytes."""


def refuse_other_formats(data: bytes, name: str) -> None:
    """Raise InputError, with what to do about it, if `data` is of a known format that is not text."""
    for signature, what, advice in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{name}: is {what}, not plain text; {advice}")
    if is_binary(data):
        raise InputError(f"{name}: is a binary file, not plain text; {_SAVE_AS_TEXT}")


def is_binary(data: bytes) -> bool:
    """Whether `data` has more control bytes than any text encoding that is read here would give it."""
    if is_wide(data):
        return False
    controls = len(data) - len(data.translate(None, _CONTROL))
    return controls > _TOO_MANY_CONTROLS * len(data)
