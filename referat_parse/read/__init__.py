"""Reading: a file or bytes in, a `Source` out; the text is decoded and otherwise never changed.

`formats` knows files that are not text and says what to do with them, `text` decodes, `inputs`
finds what a command line names.
"""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

from referat_parse.problems import InputError
from referat_parse.read.formats import refuse_other_formats
from referat_parse.read.text import decode
from referat_parse.text import Source

if TYPE_CHECKING:
    from pathlib import Path


def read_file(path: Path, name: str | None = None) -> Source:
    """The source in the file `path`, called `name` or by its file name; InputError if unreadable."""
    shown = printable(str(path))
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{shown}: there is no such file; check the name and the folder") from error
    except IsADirectoryError as error:
        raise InputError(f"{shown}: is a folder; name a file in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{shown}: cannot be read ({reason}); check the file and its permissions") from error
    return read_bytes(data, path.name if name is None else name)


def read_stdin() -> Source:
    """The source on standard input, called "-"."""
    return read_bytes(sys.stdin.buffer.read(), "-")


def read_bytes(data: bytes, name: str) -> Source:
    """The source whose bytes are `data`; InputError if they are empty or not text."""
    name = printable(name)
    refuse_other_formats(data, name)
    text, encoding, doubts = decode(data)
    if not text.strip():
        raise InputError(f"{name}: is empty; there is no text to parse")
    return Source(name, text, "text", encoding, hashlib.sha256(data).hexdigest(), doubts)


def printable(name: str) -> str:
    """A file's name as text that can always be written: bytes that are no UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
