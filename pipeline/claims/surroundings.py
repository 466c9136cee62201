"""The country that a report is telling of where a claim stands, though the claim's own sentence names none.

Here belongs what the sentences before a claim say of its country, for reports of a known story: such reports turn to
other countries' stories and back. Places of the claim's own sentence are settled in places.py; that another
country's toll is none of the story's, in linking.
"""


from typing import Final

from pipeline.claims.claim import Claim
from pipeline.claims.gazetteer import PLACES, countries, country_of, peoples
from pipeline.claims.phrases import OncePerSentence, Phrases
from pipeline.claims.places import named_places
from pipeline.reading.tokens import Sentence

BACK: Final = 6
"""Sentences before a claim in which the country may stand."""
TOPIC: Final = frozenset(PLACES["behind_topic"])
VENUES: Final = frozenset(PLACES["venue_words"])
_labelled: dict[str, list[str]] = {}
for _name, _code in (peoples() | countries()).items():
    _labelled.setdefault(_code, []).append(_name)
NAMES: Final = Phrases(_labelled)


class Surroundings:
    """The sentences of one field, to look back in from a claim."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self._sentences = sentences

    def place(self, claims: list[Claim], sentence: Sentence, dateline: str) -> None:
        """Gives claims without a country, or with that of the dateline only, the one that the report is telling of."""
        for claim in claims:
            if not claim.country_iso3 or (claim.place == dateline != ""):
                country = self._country(sentence)
                if country and country != claim.country_iso3:
                    claim.place = "" if claim.place == dateline else claim.place
                    claim.country_iso3 = country

    def _country(self, sentence: Sentence) -> str:
        """The only country named since it was told where things happen; empty where another was named, too."""
        seen = {code for code, _ in _named(sentence)}
        for no in range(sentence.no, max(-1, sentence.no - BACK - 1), -1):
            named = _named(sentence if no == sentence.no else self._sentences[no])
            seen |= {code for code, _ in named}
            if len(seen) > 1:
                return ""
            if any(is_scene for _, is_scene in named):
                return seen.pop()
        return ""


@OncePerSentence
def _named(sentence: Sentence) -> list[tuple[str, bool]]:
    """The countries that the sentence names, and whether as the scene ("in X", "X, a quiet country, …")."""
    lower = sentence.lower
    speaks = not VENUES.isdisjoint(lower)
    found = [(code, not speaks) for place in named_places(sentence) if (code := country_of(place.name))]
    for hit in NAMES.find(lower):
        if sentence.words[hit.first][0].isupper():
            opens = hit.first == 0 and lower[hit.last : hit.last + 1] != [] and lower[hit.last] in TOPIC
            found.append((hit.label, opens and not speaks))
    return found
