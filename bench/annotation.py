"""The annotated minutes: plain text with inline tags, read into bare text and what is true of it.

    ⟦meeting body="Byrådet" date="2020-01-29" start="19:00" end="21:15" place="…" authority="…"⟧ … ⟦/meeting⟧
    ⟦p status="present"⟧name⟦/p⟧            someone in the attendance: present, absent or guest
    ⟦item number="3" title="…" case="…" closed="yes"⟧ … ⟦/item⟧
    ⟦s kind="beslutning" outcome="godkendt" for="14" against_by="A; B"⟧ body ⟦/s⟧
    ⟦b⟧title of an attachment⟦/b⟧

They nest meeting > (p | item > s > b); an attribute that the text does not state is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.text import Span

_TAG = re.compile(r'⟦(?P<close>/?)(?P<name>\w+)(?P<attributes>(?:\s+\w+="[^"⟦⟧]*")*)\s*⟧')
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_ATTRIBUTES = {
    "meeting": {"body", "authority", "date", "start", "end", "place"},
    "p": {"status"},
    "item": {"number", "title", "case", "closed"},
    "s": {"kind", "outcome", "body", "date", "for", "against", "abstain", "for_by", "against_by", "abstain_by"},
    "b": set[str](),
}
_PARENT = {"meeting": "", "p": "meeting", "item": "meeting", "s": "item", "b": "s"}


class AnnotationError(ValueError):
    """An annotated file breaks the rules of its tags; the text says on which line and how."""


@dataclass(slots=True)
class Node:
    """A tagged stretch `[start, end)` of the bare text with its attributes and what lies in it."""

    tag: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)
    end: int = -1
    children: list[Node] = field(default_factory=list)

    def all(self, tag: str) -> Iterator[Node]:
        """Every node below this one that has `tag`, in document order."""
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    @property
    def span(self) -> Span:
        """Where it lies in the bare text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated file: its bare text and a root node that holds the meetings."""

    text: str
    root: Node


def read_annotated(raw: str) -> Annotated:
    """Part `raw` into bare text and nodes; AnnotationError if tags or attributes are wrong."""
    root = Node("", 0)
    stack, pieces, length, at = [root], list[str](), 0, 0
    for match in _TAG.finditer(raw):
        pieces.append(raw[at : match.start()])
        length, at = length + match.start() - at, match.end()
        where = f"line {raw.count(chr(10), 0, at) + 1}"
        if match["close"]:
            _close(stack, match["name"], length, where)
        else:
            _open(stack, match, length, where)
    text = "".join([*pieces, raw[at:]])
    root.end = len(text)
    if len(stack) > 1 or "⟦" in text:
        raise AnnotationError(f"not closed or not a tag: {stack[-1].tag or text[text.find('⟦') :][:40]!r}")
    return Annotated(text, root)


def _open(stack: list[Node], match: re.Match[str], length: int, where: str) -> None:
    name, attributes = match["name"], dict(_ATTRIBUTE.findall(match["attributes"]))
    if name not in _PARENT or stack[-1].tag != _PARENT[name]:
        raise AnnotationError(f"{where}: {name} cannot stand inside {stack[-1].tag or 'the file'}")
    if unknown := set(attributes) - _ATTRIBUTES[name]:
        raise AnnotationError(f"{where}: {name} has no {', '.join(sorted(unknown))}")
    node = Node(name, length, attributes)
    stack[-1].children.append(node)
    stack.append(node)


def _close(stack: list[Node], name: str, length: int, where: str) -> None:
    if stack[-1].tag != name:
        raise AnnotationError(f"{where}: {name} closes, {stack[-1].tag or 'nothing'} is open")
    stack.pop().end = length
