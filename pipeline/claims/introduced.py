"""Bodies named in full further up and then by their noun: "the Arvel Aid Association … the association said".

Here belongs finding the full name. Pronouns look to the last speaker (attribution.py); short names made of initials are
read with the titles of persons (sources.py).
"""

from typing import Final, NamedTuple

from pipeline.claims.sources import BOOK, TITLE_BREAKS, class_of
from pipeline.reading.tokens import Sentence, tokenise

BODIES: Final = frozenset(BOOK["bodies"])
LINKS: Final = frozenset(BOOK["body_links"])
REACH: Final = 1500
"""Characters before the sentence in which the full name may stand."""
BESIDE: Final = 80
"""Characters on either side of the noun that may belong to its name."""


class Body(NamedTuple):
    """A body by its full name, and its class."""

    name: str
    kind: str


def introduced(sentence: Sentence, first: int, last: int) -> Body | None:
    """The body that "the network" at tokens first..last means, if an earlier sentence names one of a known class."""
    lower = sentence.lower
    if last - first != 2 or lower[first] != "the" or lower[first + 1] not in BODIES:
        return None
    text, end = sentence.text, sentence.start
    noun = lower[first + 1]
    at = text.rfind(noun.capitalize(), max(0, end - REACH), end)
    if at < 0 or text[at + len(noun) : at + len(noun) + 1].isalnum():
        return None
    left, right = _left(text, at), _right(text, at + len(noun), end)
    name = text[left:right]
    kind = class_of(tokenise(name, 0, 0, len(name)).lower)
    return Body(name, kind) if kind != "unknown" and " " in name else None


def _left(text: str, at: int) -> int:
    """Where the capitals before the noun begin."""
    window = tokenise(text, 0, max(0, at - BESIDE), at)
    for i in range(len(window.words) - 1, -1, -1):
        if not window.words[i][0].isupper() and window.lower[i] not in LINKS:
            break
        at = window.starts[i] if window.words[i][0].isupper() else at
    return at


def _right(text: str, end: int, limit: int) -> int:
    """Where the name ends: "Association of Free Jurists", "Network for Prison Rights"."""
    window = tokenise(text, 0, end, min(limit, end + BESIDE))
    for i, word in enumerate(window.words):
        if window.lower[i] in TITLE_BREAKS or (not word[0].isupper() and window.lower[i] not in LINKS):
            break
        end = window.ends[i] if word[0].isupper() else end
    return end
