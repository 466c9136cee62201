"""Phrases that count by themselves: "himself", "a third", "triple homicide", and the label of "IDPs: 12,340".

Here belongs where such a phrase stands. That a crime's name yields to the numbers of its article is settled in
discourse.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import Heading, match_noun
from pipeline.reading.tokens import Sentence

BOOK: Final = codebook.read("grammar")
KILLINGS: Final = frozenset(BOOK["multiple_killings"])
WOUNDINGS: Final = frozenset(BOOK["multiple_woundings"])
FATAL: Final = frozenset(BOOK["fatal"])
MADE_FATAL: Final = frozenset(BOOK["multiple_fatal"])
OBJECTS: Final = frozenset("TG")
"""Tags of verbs behind which "another" is whom they mean."""
MULTIPLES: Final[dict[str, int]] = BOOK["multiples"]
NUMEROUS: Final = frozenset(MULTIPLES)
LABEL_ENDS: Final = frozenset(".,;()|")
"""Marks between one label with its number and the next."""
LONGEST_LABEL: Final = 4
"""Tokens of a label before its colon."""


def multiple(lower: list[str], at: int) -> Heading | None:
    """What "triple homicide" and "triple fatal crash" name: three dead; "a double shooting": two shot.

    "Double murder-suicide" is open.
    """
    noun = at + (2 if lower[at + 1 : at + 2] == ["-"] else 1)
    fatal = lower[noun] in FATAL if noun + 1 < len(lower) else False
    noun += fatal
    word = lower[noun] if noun < len(lower) else ""
    killed = word in MADE_FATAL if fatal else word in KILLINGS
    measure = "killed" if killed else "injured" if word in WOUNDINGS else ""
    if not measure or lower[noun + 1 : noun + 2] == ["-"]:
        return None
    named = [lower[at], *lower[noun - fatal : noun + 1]]
    head = Heading(" ".join(named), "outcome", "all", noun + 1, measure)
    head.value = MULTIPLES[lower[at]]
    return head


def is_reflexive(lower: list[str], at: int, before: str, is_title: bool) -> bool:
    """ "Killed his wife and himself"; in a title also "kills wife, self", but never "self-defence"."""
    plain = before != "," and lower[at] != "self"
    return before in "TGCD," and (plain or (is_title and lower[at + 1 : at + 2] != ["-"]))


def own_life(lower: list[str], at: int) -> int:
    """Tokens of "his own life", whose taker is counted; 0 where it stands not."""
    return 3 if lower[at + 1 : at + 3] == ["own", "life"] else 0


def one_more(sentence: Sentence, at: int, before: str, lexicon: Lexicon) -> Heading | None:
    """ "Two men were killed and a third was wounded", "… and injured another": the ordinal stands for one person.

    at: the token of "a" or "another"; before: the tag of the chunk before it.
    """
    lower, closed = sentence.lower, lexicon.closed
    for k in (at + 1, at):
        if k + 1 < len(lower) and lower[k] in closed["ordinal_persons"]:
            fits = any(lower[k + 1] in words for words in (closed["be"], closed["have"], lexicon.outcomes))
            fits = fits or (before in OBJECTS and lexicon.tags.get(lower[k + 1], "X") in ",BCP")
            if fits:
                return Heading(sentence.words[k], "person", "all", k + 1)
    return None


def take_label(lower: list[str], number: int, head: Heading, lexicon: Lexicon) -> None:
    """Gives a bare number, token `number`, the noun with a measure that labels it: "IDPs: 12,340", in place."""
    colon = number - 1
    if colon < 1 or lower[colon] != ":" or (head.last < len(lower) and lower[head.last] not in LABEL_ENDS):
        return
    for at in range(colon - 1, max(-1, colon - 1 - LONGEST_LABEL), -1):
        if lower[at] in LABEL_ENDS:
            return
        noun = match_noun(lower, at, lexicon)
        if noun is not None and noun.measure and at + len(noun.words) == colon:
            head.noun, head.kind, head.group, head.measure = " ".join(noun.words), noun.kind, noun.group, noun.measure
