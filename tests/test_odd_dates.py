"""Dates that the own grammar does not know: read by dateparser, believed only when they check."""

from __future__ import annotations

import pytest

from referat_parse import parse
from referat_parse.grammar.dates import read_date
from referat_parse.grammar.odd_dates import read_odd_date


@pytest.mark.parametrize(
    "written",
    [
        "3 marts, 2025",
        "2025/03/03",
        "d. 3. 3. 2025",
        "mandag den 3 . marts , 2025",
        "3 Marts - 2025 kl. 17",
        "3.3 2025",
    ],
)
def test_an_odd_form_is_read(written: str) -> None:
    found = read_odd_date(written)
    assert found is not None
    assert found.isoformat() == "2025-03-03"


def test_they_are_odd() -> None:
    assert read_date("3 marts, 2025") is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "i morgen",
        "marts 2025",
        "Regnskab 2024",
        "onsdag den 12. februar kl. 19",
        "tirsdag den 3 marts, 2025",
        "31. februar, 2025",
        "3/3 2025 og 4/3 2025",
        "Mødet er flyttet til den første mandag i marts 2025 efter aftale",
        "x" * 10_000,
    ],
)
def test_what_is_no_date_or_does_not_check_is_none(written: str) -> None:
    assert read_odd_date(written) is None


def test_a_labelled_date_in_an_odd_form_is_the_meetings() -> None:
    text = "Byrådet\n\nMødedato: 3 marts, 2025\n\nPunkt 1: Ny sti\n\nBeslutning\n\nGodkendt.\n"
    meeting = parse(text).meetings[0]
    assert (str(meeting.date), text[slice(*meeting.spans["date"])]) == ("2025-03-03", "3 marts, 2025")
