"""Decoding: which encoding some bytes are in, and their text.

A byte-order mark decides; else UTF-8 if it is valid; else the one of the eight-bit encodings of
Danish texts in which most æ, ø and å stand inside words. The text is what the decoder gives:
line ends, non-breaking spaces, soft hyphens and form feeds stay.
"""

from __future__ import annotations

import re

from referat_parse.problems import Doubt

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_EIGHT_BIT = ("cp1252", "cp850", "mac_roman")
"""Windows, DOS, old Macintosh; the first wins if they fit equally. Latin-1's letters are cp1252's."""
_INSIDE_WORD = re.compile(r"(?<=[A-Za-zæøå])[æøå]")
_REPLACED = re.compile("\ufffd+")
_WIDE_SHARE = 0.25
_SAMPLE = 4096


def decode(data: bytes) -> tuple[str, str, tuple[Doubt, ...]]:
    """The text of `data`, the name of its encoding, and a doubt for what was guessed or replaced."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if is_wide(data):
        return _decoded(data, _wide(data), guessed=True)
    if _is_utf8(data):
        return _decoded(data, "utf-8")
    return _decoded(data, max(_EIGHT_BIT, key=lambda name: _danish(data, name)), guessed=True)


def is_wide(data: bytes) -> bool:
    """Whether `data` is UTF-16: by its mark, or because about every second byte is zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > _WIDE_SHARE * len(sample) and min(even, odd) <= max(even, odd) // 10


def _wide(data: bytes) -> str:
    return "utf-16-be" if data[:_SAMPLE:2].count(0) > data[1:_SAMPLE:2].count(0) else "utf-16-le"


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, be it damaged: most of what is not ASCII decodes."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad == 0 or sum(not char.isascii() for char in text) > 2 * bad


def _danish(data: bytes, encoding: str) -> int:
    return len(_INSIDE_WORD.findall(data.decode(encoding, "replace")))


def _decoded(data: bytes, encoding: str, *, guessed: bool = False) -> tuple[str, str, tuple[Doubt, ...]]:
    doubts = [Doubt("R103", f"no mark says the encoding; read as {encoding}", (0, 0))] if guessed else []
    try:
        return data.decode(encoding), encoding, tuple(doubts)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    message = f"bytes that are not {encoding} became U+FFFD"
    doubts += [Doubt("R102", message, match.span()) for match in _REPLACED.finditer(text)]
    return text, encoding, tuple(doubts)
