"""What reading attendance needs, made once for a lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.names import NameReader
from referat_parse.interpret.labels import LabelFinder
from referat_parse.interpret.sentences import SentenceReader

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon


@dataclass(slots=True)
class Readers:
    """What reading attendance needs: labels, names, sentences, all of one lexicon."""

    labels: LabelFinder
    names: NameReader
    sentences: SentenceReader

    @classmethod
    def of(cls, lexicon: Lexicon) -> Readers:
        """The readers for `lexicon`."""
        names = NameReader(lexicon)
        return cls(LabelFinder(lexicon), names, SentenceReader(lexicon, names))
