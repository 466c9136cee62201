"""Whose word carries over to claims whose own sentence names nobody: the last speaker's, the issuing body's.

Here belongs what reaches over sentences of one article. Who speaks within a sentence, and whom "he" there means, is
settled in attribution.py.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.claims.attribution import NOBODY, Attribution
from pipeline.claims.claim import Claim
from pipeline.claims.sources import BOOK, issuer_class
from pipeline.claims.speech import origin_of_figures
from pipeline.reading.tokens import Sentence

MORE: Final = frozenset(BOOK["more"])
OURS: Final = frozenset(BOOK["ours"])
FIGURES: Final = re.compile(rf"(?:[A-Z][a-z]+) (?:\w+ ){{0,2}}(?:{'|'.join(BOOK['counts'])})\b")
"""How a sentence begins that may say whose figures the last ones are."""
CARRIES: Final = 2
"""Sentences over which a speaker goes on without being named again."""
BESIDE: Final = 2
"""Tokens beside a claim in which "another" or "others" may stand."""


@dataclass(slots=True)
class Voices:
    """The speakers of an article as its sentences go by. issuer: the body whose own publication it is."""

    issuer: Attribution = NOBODY
    sentences: Sequence[Sentence] = ()
    speaker: Attribution = NOBODY
    spoke_at: int = -CARRIES

    def hear(self, claims: list[Claim], sentence: Sentence) -> None:
        """Gives the claims of the next sentence that have no source the one that carries over to them."""
        for claim in claims:
            if claim.attributed_to and not self._is_own(claim):
                self.speaker, self.spoke_at = _source(claim), sentence.no
            elif _goes_on(claim, sentence) and sentence.no - self.spoke_at <= CARRIES:
                _give(claim, self.speaker)
            elif (origin := self._told_behind(sentence)) is not NOBODY:
                _give(claim, origin)
            elif self.issuer is not NOBODY:
                _give(claim, self.issuer)

    def _told_behind(self, sentence: Sentence) -> Attribution:
        """Whose figures these are by the next sentence, if it says so."""
        if sentence.no + 1 >= len(self.sentences):
            return NOBODY
        behind = self.sentences[sentence.no + 1]
        told = origin_of_figures(behind) if FIGURES.match(behind.text, behind.start) else None
        return Attribution(behind.written(told.first, told.last), told.source_class) if told else NOBODY

    def _is_own(self, claim: Claim) -> bool:
        """ "we have recorded": the issuing body itself."""
        return self.issuer is not NOBODY and claim.attributed_to.lower() in OURS


def issuer(publisher: str) -> Attribution:
    """The publisher as the source of what it publishes, nobody where it is a medium or unknown."""
    found = issuer_class(publisher) if publisher else "unknown"
    return NOBODY if found == "unknown" else Attribution(publisher, found)


def _source(claim: Claim) -> Attribution:
    return Attribution(claim.attributed_to, claim.attribution_class)


def _give(claim: Claim, source: Attribution) -> None:
    claim.attributed_to, claim.attribution_class = source


def _goes_on(claim: Claim, sentence: Sentence) -> bool:
    """The claim adds to, or takes from, one made before: "another 12", "in the capital alone", "others were hurt"."""
    return not MORE.isdisjoint(sentence.lower[max(0, claim.first - BESIDE) : claim.last + BESIDE])
