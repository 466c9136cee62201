"""Counts of one place of counting: "the hospital received eight bodies", "he said he had seen five bodies".

Here belongs whether a number is all that one hospital, morgue or witness came to see: at least so many, and hardly all.
"""

from typing import Any, Final

from pipeline import codebook
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("scope")["one_house"]
HOUSES, TAKES, SEES, BODIES = (frozenset(BOOK[words]) for words in ("houses", "takes", "sees", "bodies"))
THEY: Final = frozenset(("it", "they", "we"))
NEAR, FAR = 6, 12
"""Tokens from the verb to the number, and from the hospital to its verb: "said it had received five and treated 12"."""


def is_of_one_house(sentence: Sentence, first: int, last: int) -> bool:
    """The claim at tokens first..last is what one house took in, or one person saw."""
    lower = sentence.lower
    verb = next((i for i in range(first - 1, max(-1, first - NEAR), -1) if lower[i] in TAKES or lower[i] in SEES), -1)
    if verb < 1:
        return False
    if lower[verb] in SEES:
        return not BODIES.isdisjoint(lower[first : last + 1])
    if HOUSES.isdisjoint(lower[:verb]):
        return False
    return not HOUSES.isdisjoint(lower[max(0, verb - FAR) : verb]) or not THEY.isdisjoint(lower[verb - 2 : verb])
