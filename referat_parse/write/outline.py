"""A document as an outline to read on a screen."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from referat_parse.models import DecisionBase

if TYPE_CHECKING:
    from referat_parse.models import Document, Item, Meeting, Section, Side, Vote

_WIDTH = 100
_STATUS = {"present": "present", "absent": "absent", "guest": "guests"}


def outline(document: Document, *, colour: bool = False) -> str:
    """The meetings of `document` as a tree of items and sections, ending in a line feed."""
    file = StringIO()
    console = Console(file=file, force_terminal=colour, width=None if colour else _WIDTH, highlight=False)
    for meeting in document.meetings:
        console.print(_meeting(meeting))
    if not document.meetings:
        console.print("no meeting found")
    return file.getvalue()


def _meeting(meeting: Meeting) -> Tree:
    facts = (meeting.authority, meeting.body, meeting.date and meeting.date.isoformat(), _times(meeting), meeting.place)
    tree = Tree(Text(" · ".join(fact for fact in facts if fact) or meeting.document_type, style="bold"))
    for status, label in _STATUS.items():
        names = [person.name for person in meeting.attendance if person.status == status]
        if names:
            tree.add(Text(f"{label}: {', '.join(names)}", style="dim"))
    for item in meeting.items:
        _item(tree, item)
    return tree


def _times(meeting: Meeting) -> str:
    return "–".join(time for time in (meeting.start_time, meeting.end_time) if time)


def _item(tree: Tree, item: Item) -> None:
    head = Text(f"{item.number or '–'}  {item.title or '(no title)'}", style="bold")
    if item.case_number:
        head.append(f"  {item.case_number}", style="not bold dim")
    if item.closed:
        head.append("  closed", style="not bold red")
    branch = tree.add(head)
    for section in item.sections:
        branch.add(_section(section))


def _section(section: Section) -> Text:
    line = Text(section.kind, style="cyan")
    if not isinstance(section, DecisionBase) or not section.outcome:
        return line
    line.append(f"  {section.outcome}", style="bold green")
    for vote in section.votes:
        line.append(f"  {_vote(vote)}", style="default")
    return line


def _vote(vote: Vote) -> str:
    sides = (("for", vote.yes), ("against", vote.no), ("abstain", vote.abstain))
    return ", ".join(f"{label} {_side(side)}" for label, side in sides if side.voters or side.count is not None)


def _side(side: Side) -> str:
    names = ", ".join(voter.name for voter in side.voters)
    if side.count is None:
        return names
    return f"{side.count} ({names})" if names else str(side.count)
