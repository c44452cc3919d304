"""Places of meetings: what tells one from other text, and where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.text import trim

if TYPE_CHECKING:
    from referat_parse.text import Span

PLACE = re.compile(
    r"\b(?:[\w-]*(?:lokale[trn]*|salen|rummet|møderum|kantinen?|hallen|huset|gården|skolen?|kirken?|center|cent(?:er|r)et"
    r"|biblioteket|kontoret|stuen?|kroen|hotellet|museet|fabrikken|torvet|pladsen|slottet|klubben|værket|havnen|bygning(?:en)?"
    r"|plejehjem(?:met)?|gymnasi(?:um|et)|stalden|stationen|loftet|hytten|remisen|værelse[t]?|mediateket)"
    r"|[\w-]*(?:råds|møde|fest|rådhus|multi|gymnastik|foredrags|kantine|regions?)sal"
    r"|(?:råd|forsamlings|kultur|medborger|sundheds|klub|aktivitets|borger|beboer|fælles|sogne|præste|menigheds|regions"
    r"|forenings|pak|spejder|idræts|sejler|gæste|multi)-?hus"
    r"|[\w-]+(?:vej|gade|allé|alle|stræde|plads|torv|vænge|boulevard|parken|kaj|alleen)(?:en)? \d+\w?"
    r"|bibliotek|museum|kontor|kro|hotel|auditorium|foyer|etage|sognegård|konferencerum|café|teams|zoom|skype|virtuelt|online"
    r"|digitalt|videomøde|telefonmøde|\d{4} [A-ZÆØÅ]\w+|[A-ZÆØÅ]\d{1,2}[.-]?\d{1,3}|hos [A-ZÆØÅ]\w+)(?!\w)",
    re.IGNORECASE,
)
"""Pattern of what tells a place from other text."""

HELD = re.compile(
    r"\b(?:mødet |møde )?(?:afholdes|holdes|afholdt|blev (?:af)?holdt|finder sted) (?:i|på)\s+", re.IGNORECASE
)
"""Pattern of the words that lead to a place in a sentence."""

_NOTICE = re.compile(r"\s*(?:obs|bemærk|nb)\b", re.IGNORECASE)
_REMARK = re.compile(
    r"\s*(?:[-–(,;.]\s*)?(?:\b(?:obs|bemærk|nb|tilgår pressen)\b"
    r"|\(?\b(?:det|den|der|mødet|dørene|åben|åbne|åbent|lukket|lukkede)\b[^,]*"
    r"\b(?:møde\w*|kl|del|begynder|starter|åbner|dagsorden|punkter)\b).*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s,.:;•|*_–-]*(?:kl\.?\s+)?(?:(?:afholdes |afholdt )?(?:i|på|sted:|mødested:)\s+)?", re.IGNORECASE
)
_TITLE_BEHIND = re.compile(r"\s+(?:REFERAT|Referat|DAGSORDEN|Dagsorden|PROTOKOL|Protokol)\s*$")
_CLOCK_BEHIND = re.compile(r",? kl\.?\s*$")
_SIGNS = " \t,.;:*|_–-\n"


def clean_place(line: str, start: int, end: int) -> Span:
    """Narrow `[start, end)` of `line` to the place alone: no preposition, no remark behind; empty if it is a notice."""
    if _NOTICE.match(line, start, end):
        return start, start
    remark = _REMARK.search(line, start + 1, end)
    end = remark.start() if remark else end
    lead = _LEAD.match(line, start, end)
    start = lead.end() if lead else start
    for behind in (_TITLE_BEHIND, _CLOCK_BEHIND):
        found = behind.search(line[start:end])
        end = start + found.start() if found else end
    while end > start and line[end - 1] in _SIGNS:
        end -= 1
    return trim(line, start, end)
