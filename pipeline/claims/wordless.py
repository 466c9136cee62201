"""Counts that no number says: "a triple homicide", "third victim dies", "two died at the scene and two in hospital".

Here belongs how many the words mean. One person without a number belongs in noun_phrase.py, several in unnumbered.py.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pipeline import codebook
from pipeline.claims.chunks import Chunk
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

BOOK: Final = codebook.read("grammar")
ORDINALS: Final[dict[str, int]] = BOOK["ordinal_tolls"]
TOGETHER: Final[dict[str, int]] = BOOK["together"]
THERE: Final = frozenset(BOOK["died_there"])
LATER: Final = frozenset(BOOK["died_later"])
HAVE: Final = frozenset(BOOK["have"])
ENDS: Final = frozenset(["st", "nd", "rd", "th"])
TOLL: Final = "toll"
KILLED: Final = "killed"
OTHER: Final = ["the", "other"]
OF_ANOTHER_EVENT: Final = frozenset(("separate", "elsewhere", "unrelated", "different", "meanwhile"))
CLAUSE_ENDS: Final = frozenset(("and", "while", "but", ";"))
INCIDENT, ATTACKERS = "incident", "perpetrators"
NEXT: Final = 2
"""Sentences from one who died to the next."""
WHERE_DIED: Final = "taken_where_died"
"""The construction that gives somebody the death that a pronoun tells of."""


def told(chunk: Chunk, trigger: Chunk, measure: str, lower: list[str]) -> int:
    """How many a phrase without a number means: one, or what its words say."""
    if chunk.many:
        return 2
    if chunk.head and chunk.head.value > 1:
        return chunk.head.value
    if chunk.tag == "X" and lower[chunk.last - 1] in TOGETHER:
        return TOGETHER[lower[chunk.last - 1]]  # "crash that killed couple"
    return _toll(chunk, trigger, lower) if measure == KILLED else 1


def _toll(chunk: Chunk, trigger: Chunk, lower: list[str]) -> int:
    """The dead so far: "third victim dies", "a girl becomes the fourth to die"; "a third man died" may be the first."""
    verb = trigger.first
    if chunk.first >= verb:
        return 1
    if lower[verb] == "die" and lower[verb - 1] == "to":
        return max((_ordinal(lower, at) for at in range(max(chunk.last, verb - 4), verb - 1)), default=1)
    news = lower[verb] == "dies" or lower[verb - 1] in HAVE
    return max(_ordinal(lower, at) for at in (chunk.first, chunk.first + 1)) if news else 1


def _ordinal(lower: list[str], at: int) -> int:
    word, behind = lower[at], "".join(lower[at + 1 : at + 2])
    return ORDINALS.get(word + behind if behind in ENDS else word, 1)


def without_pronouns(claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """ "Ana Dol was taken to hospital, where she died": the claim is on her who is named, and not on "she" again."""
    if not any(claim.rule == WHERE_DIED for claim in claims):
        return claims
    return [claim for claim in claims if claim.counted not in lexicon.closed["pronouns"]]


def scattered(claims: list[Claim], lower: list[str]) -> list[Claim]:
    """The dead of one event who are told apart by where they died, if the sentence does so; their sum is the toll.

    Not where it gives a toll: "rose to 21 after six bodies were found at the scene".
    """
    if any(TOLL in c.rule.split("_") for c in claims) or THERE.isdisjoint(lower) or LATER.isdisjoint(lower):
        return []
    dead = [c for c in claims if c.measure == KILLED and c.scope != "subset" and c.parent is None and c.value_best]
    largest = max((c.value_best or 0 for c in dead), default=0)
    whole = len(dead) > 2 and sum(c.value_best or 0 for c in dead) == 2 * largest
    return [] if whole or len(dead) < 2 else sorted(dead, key=lambda c: c.first)


def over_sentences(field: str, text: str, sentences: Sequence[Sentence], claims: list[Claim]) -> list[Claim]:
    """ "A man died at the scene. Another died at a hospital.": the two, as one claim, of which both become subsets.

    Nobody dies in both places. Nothing where the article counts several dead itself.
    """
    dead = [c for c in claims if c.measure == KILLED and c.scope == INCIDENT and c.victim_group != ATTACKERS]
    if any((c.value_best or c.value_low or 0) > 1 for c in claims if c.measure == KILLED):
        return []
    for one, other in pairwise(c for c in dead if c.parent is None and c.value_best == 1 and not c.negated):
        near = 0 < other.mention.sentence_no - one.mention.sentence_no <= NEXT
        lower = sentences[other.mention.sentence_no].lower
        places = [_where(sentences[c.mention.sentence_no].lower[c.last :]) for c in (one, other)]
        if near and "" not in places and places[0] != places[1] and _are_two(one, other, lower):
            return [_both(field, text, one, other)]
    return []


def _are_two(one: Claim, other: Claim, lower: list[str]) -> bool:
    """Two people of one event: both by name, or the second told as "another", by another age, or of another group."""
    same = (one.period_start, one.place) == (other.period_start, other.place)
    if not same or not OF_ANOTHER_EVENT.isdisjoint(lower):
        return False
    if one.named and other.named and not (one.counted or other.counted):
        return set(one.mention.surface.split()).isdisjoint(other.mention.surface.split())
    if lower[other.first : other.first + 1] == ["another"] or lower[other.first : other.first + 2] == OTHER:
        return True
    if one.named or other.named or other.definite or lower[other.first] not in ("a", "an"):
        return False
    ages = [next((w for w in c.mention.surface.replace("-", " ").split() if w.isdecimal()), "") for c in (one, other)]
    return (all(ages) and ages[0] != ages[1]) or one.victim_group != other.victim_group


def _where(behind: list[str]) -> str:
    """Where the words behind somebody say that he died; empty if they do not, or say both."""
    clause = behind[: next((k for k, word in enumerate(behind) if word in CLAUSE_ENDS), len(behind))]
    there, later = (not words.isdisjoint(clause) for words in (THERE, LATER))
    return "" if there == later else "there" if there else "later"


def _both(field: str, text: str, one: Claim, other: Claim) -> Claim:
    start, end, group = one.mention.start, other.mention.end, one.victim_group
    mention = Mention(field, one.mention.sentence_no, start, end, text[start:end], 2, 2, 2, "exact", "count",
                      unit="person", phrase_start=start, phrase_end=end)  # fmt: skip
    made = Claim(mention, KILLED, " ".join(text[start:end].split()), group if other.victim_group == group else "all",
                 2, 2, 2, "exact", one.unit, "over_sentences", 0.8, first=one.first, last=one.last)  # fmt: skip
    one.scope = other.scope = "subset"
    one.parent = other.parent = made
    return made
