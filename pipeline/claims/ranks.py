"""The toll that a victim's rank tells: "becoming the 22nd victim", "a seventh death", "the ninth person to die".

Here belong people told of by their rank among the dead. "A third man died" beside two dead is added up by its
sentence (build.py); ranks of attacks, ships and aircraft are counted in running.py.
"""

from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.running import ENUMERATED, OPENERS, in_words, ranks
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("grammar")["ranks"]
RULE: Final = "rank_toll"
FIRST_DEATH: Final = "first_death"
KILLED: Final = "killed"
FIRST: Final = "first"
NOUNS: Final = frozenset(BOOK["nouns"])
DEATHS: Final = frozenset(BOOK["deaths"])
"""Nouns that say themselves that somebody died."""
DIED: Final = frozenset(BOOK["died"])
HAVE: Final = frozenset(codebook.read("grammar")["have"])
BEHIND: Final = frozenset(BOOK["behind"])
UNREAL: Final = frozenset(BOOK["unreal"])
OTHERS: Final = frozenset(BOOK["of_others"])
"""Words of a rank over a year, a place or a whole story, and of a series of crimes: no toll of the event told of."""
LEADS: Final = frozenset(BOOK["leads"])
BODIES: Final = frozenset(BOOK["bodies"])
FOUND: Final = frozenset(BOOK["found"])
AFTER_BODY: Final = frozenset(
    [*BOOK["behind"], *(w for words in ("prepositions", "be", "have") for w in codebook.read("grammar")[words])]
)
ARTICLES: Final = frozenset(["a", "an"])
VICTIM: Final = "victim"
REPORTED: Final = frozenset(BOOK["reported"])
BEHIND_FIRST: Final = frozenset(
    [*BOOK["behind_first"], *(w for words in ("prepositions", "breaks") for w in codebook.read("grammar")[words])]
)
LONGEST_REPORT: Final = 6
"""Tokens of "reported on Monday the county's" before "first"."""
LONGEST_ADJECTIVES: Final = 3
LONGEST_LEAD: Final = 3
"""Tokens of "making her the" before the rank."""
REACH: Final = 8
"""Tokens behind the noun in which the rank is said to be of something else."""
CONFIDENCE: Final = 0.85


def words_of_ranks() -> list[tuple[str, str]]:
    """The words that a sentence with a rank among the dead must hold."""
    ranked = [(noun, opener) for noun in sorted(NOUNS | DEATHS | BODIES) for opener in sorted(OPENERS)]
    return ranked + [(noun, FIRST) for noun in sorted(DEATHS)]


def toll_by_rank(sentence: Sentence, field: str, claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """A claim on the dead so far, where one of them is told of by rank and the sentence gives no toll itself."""
    lower = sentence.lower
    if FIRST in lower and not claims and (noun := _first_death(lower)) > 0:
        made = _claim(sentence, field, lower.index(FIRST), 1, lower.index(FIRST) + 1, "exact", lexicon)
        made.rule, made.scope, made.counted = FIRST_DEATH, "incident", sentence.written(noun, noun + 1)
        return [made]
    if OPENERS.isdisjoint(lower) or any(c.measure == KILLED and "toll" in c.rule for c in claims):
        return []
    counted = {claim.value_best for claim in claims if claim.measure == KILLED}
    told = [rank for rank in ranks(lower) if rank[1] not in counted]
    dead = [_claim(sentence, field, *rank, "exact", lexicon) for rank in told if _is_of_dead(lower, *rank)]
    bodies = [rank for rank in told if _is_of_bodies(lower, rank[0], rank[2])]
    return dead + [_claim(sentence, field, *rank, "at_least", lexicon) for rank in bodies]


def _first_death(lower: list[str]) -> int:
    """The token of "death" in "reports first (military) death", the news of the sentence; -1 where it is not."""
    at = lower.index(FIRST)
    noun = next((k for k in range(at + 1, min(at + LONGEST_ADJECTIVES + 2, len(lower))) if lower[k] in DEATHS), -1)
    plain = noun > 0 and all(word.isalpha() or word == "-" for word in lower[at:noun])
    reported = not REPORTED.isdisjoint(lower[max(0, at - LONGEST_REPORT) : at])
    return noun if plain and reported and UNREAL.isdisjoint(lower) and _is_death(lower, noun + 1) else -1


def _is_death(lower: list[str], at: int) -> bool:
    """Nothing behind "death" makes something else of it: "death penalty", "death toll"."""
    return at >= len(lower) or not lower[at].isalpha() or lower[at] in BEHIND_FIRST


def _is_of_dead(lower: list[str], at: int, value: int, last: int) -> bool:
    """The ordinal at tokens at..last stands before a word for somebody dead, as the news of the sentence.

    "A third man died" may be one more beside two who were hurt; "a seventh" is the seventh of the dead.
    """
    noun = lower[last] if last < len(lower) else ""
    became = not LEADS.isdisjoint(lower[max(0, at - LONGEST_LEAD) : at])
    opens = not at or lower[at - 1] == ":" or (value > ENUMERATED and lower[at - 1] in ARTICLES)
    if not (became or opens) or not UNREAL.isdisjoint(lower) or not OTHERS.isdisjoint(lower[last : last + REACH]):
        return False
    if noun in DEATHS:
        return value > ENUMERATED and _ends(lower, last + 1)
    died = _dies(lower, last + 1)
    return noun in NOUNS and (died if not became else died or (noun == VICTIM and not DIED.isdisjoint(lower[:at])))


def _is_of_bodies(lower: list[str], at: int, last: int) -> bool:
    """ "The navy found a second body", "a third body was recovered": so many at least are dead."""
    if lower[last : last + 1] == [] or lower[last] not in BODIES or not _is_corpse(lower, last + 1):
        return False
    near = lower[max(0, at - REACH) : last + REACH]
    return not FOUND.isdisjoint(near) and OTHERS.isdisjoint(near) and UNREAL.isdisjoint(lower)


def _is_corpse(lower: list[str], at: int) -> bool:
    """What follows "a second body" says no other thing of it: "body camera", "body of evidence", "body, the board,"."""
    behind = lower[at] if at < len(lower) else "."
    if behind == "of":
        return lower[at + 1 : at + 2] != [] and lower[at + 1] in ARTICLES
    return behind in AFTER_BODY or (not behind[0].isalnum() and behind != "," and behind != "-")


def _dies(lower: list[str], at: int) -> bool:
    """ "To die", "died", "has died" at a token, and no place behind that makes another series of it."""
    at += lower[at : at + 1] == ["to"] or (at < len(lower) and lower[at] in HAVE)
    return at < len(lower) and lower[at] in DIED and _ends(lower, at + 1)


def _ends(lower: list[str], at: int) -> bool:
    """The phrase ends at a token, or goes on with where or of what they died: "death threats" are no deaths."""
    if at >= len(lower) or not lower[at][0].isalnum():
        return True
    hospital = lower[at] == "in" and not {"hospital", "the"}.isdisjoint(lower[at + 1 : at + 2])
    return lower[at] in BEHIND or hospital


def _claim(
    sentence: Sentence, field: str, at: int, value: int, last: int, quantifier: str, lexicon: Lexicon
) -> Claim:
    mention = in_words(sentence, field, at, last, value)
    high = value if quantifier == "exact" else None
    unit = lexicon.measures[KILLED].unit
    return Claim(
        mention, KILLED, sentence.written(last, last + 1), "all", value, value, high, quantifier, unit, RULE,
        CONFIDENCE, scope="cumulative", first=at, last=last + 1,
    )  # fmt: skip
