"""Numbers behind a label: "Houses destroyed: 146" counts houses, which its words name before the colon.

Here belongs what a label says the number behind it counts. Columns of tables belong in tabulated.py.
"""

from itertools import pairwise
from typing import Final

from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import match_noun

LONGEST: Final = 5
"""Tokens of a label's noun and its verb."""


def name_things(chunks: list[Chunk], lower: list[str], lexicon: Lexicon) -> None:
    """Bare numbers right behind a colon and a label that names houses become houses, in place."""
    if ":" not in lower:
        return
    for at, (colon, number) in enumerate(pairwise(chunks)):
        bare = number.tag == "Q" and number.head is not None and number.head.kind == "bare"
        if bare and lower[colon.first] == ":" and colon.first <= LONGEST and _is_label(chunks, at):
            nouns = (match_noun(lower, token, lexicon) for token in range(colon.first))
            if any(noun is not None and noun.kind == "house" for noun in nouns) and number.head:
                number.head.kind, number.tag = "house", "Y"


def _is_label(chunks: list[Chunk], colon: int) -> bool:
    """Its verb stands before the colon and none behind the number: not "House fire: 3 killed"."""
    behind = [chunk.tag for chunk in chunks[colon + 2 : colon + 3]]
    return any(chunk.tag == "T" for chunk in chunks[:colon]) and not set(behind) & set("TJIHAG")
