"""That all who were there died: "killing everyone on board", "all aboard perished", "there were no survivors".

Here belongs how many they are where this or a sentence before tells how many were on board. Survivors and the number
of all in one phrase ("no survivors among the 62") belong in perished.py.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.complement import ABOARD, is_aboard
from pipeline.claims.running import in_words
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("grammar")["all_aboard"]
RULE: Final = "all_aboard"
KILLED: Final = "killed"
EVERYBODY, BETWEEN, KILLS, DIED, HELPING, UNREAL, CREW, PLACES = (
    frozenset(BOOK[words])
    for words in ("everybody", "between", "kills", "died", "helping", "unreal", "crew", "places")
)
ALL: Final = "all"
OF_THEM: Final = frozenset(("of", "them"))
BEASTS: Final = frozenset(BOOK["beasts"])
OF_SOME: Final = frozenset(("from", "among", "in", "on", "of", "aboard"))
"""Behind "no survivors": of others than all who were on board."""
NAMING: Final = frozenset(("the", "a", "an", "another", "its", "one"))
"""Behind "everyone on board": the craft that is meant, perhaps another one."""
YEAR_DIGITS: Final = 4
PEOPLE: Final = frozenset(("people", "crew", "children", "men", "women"))
LONGEST: Final = 8
"""Tokens from "everyone" to "board", and from there to the verb."""
BACK: Final = 1
"""Sentences before in which it may be told how many were on board."""
JOINED: Final = 6
"""Tokens from the number of passengers to that of the crew."""
CONFIDENCE: Final = 0.8


def words_of_all_aboard() -> list[tuple[str, str]]:
    """The words that a sentence which says so without a number must hold."""
    aboard = [(word, aboard) for word in sorted(EVERYBODY) for aboard in sorted(ABOARD)]
    return aboard + [(ALL, word) for word in sorted(DIED)]


def all_aboard(
    sentence: Sentence, field: str, claims: list[Claim], before: Sequence[Sentence], kept: dict[int, list[Mention]]
) -> list[Claim]:
    """The claims, with one on the dead where all who were on board died and their number was told.

    before: the BACK sentences before this one.
    """
    if any(claim.measure == KILLED for claim in claims) or not UNREAL.isdisjoint(sentence.lower):
        return claims
    them = _all_of_them(sentence.lower)
    span = _everybody(sentence.lower) or them or _no_survivors(claims, sentence.lower)
    if span is None:
        return claims
    own_year = any(word.isdecimal() and len(word) == YEAR_DIGITS for word in sentence.lower)
    near = [sentence, *([] if own_year else reversed(before))]
    number = next((n for one in near if (n := _on_board(one, kept.get(one.no, [])))), 0)
    if them is not None and any(not BEASTS.isdisjoint(one.lower) for one in near):
        return claims
    return [*claims, _claim(sentence, field, span, number)] if number else claims


def _everybody(lower: list[str]) -> tuple[int, int] | None:
    """Where "everyone on board" stands with a word for their death."""
    if ABOARD.isdisjoint(lower):
        return None
    for first in (i for i, word in enumerate(lower) if word in EVERYBODY):
        reach = range(first + 1, min(len(lower), first + LONGEST))
        last = next((k + 1 for k in reach if lower[k] in ABOARD), 0)
        named = last < len(lower) and lower[last] in NAMING
        whole = last > 0 and not named and all(word in BETWEEN for word in lower[first + 1 : last - 1])
        if whole and _die(lower, first, last):
            return first, last
    return None


def _all_of_them(lower: list[str]) -> tuple[int, int] | None:
    """ "The plane was carrying 40 passengers. All of them were killed": a sentence that says no more than that."""
    told = [word for word in lower if word[0].isalnum()]
    whole = told[:1] == [ALL] and len(told) <= LONGEST - 2 and told[-1] in DIED
    return (0, len(told)) if whole and all(word in HELPING or word in OF_THEM for word in told[1:-1]) else None


def _die(lower: list[str], first: int, last: int) -> bool:
    if first and lower[first - 1] in KILLS:
        return True
    at = next((k for k in range(last, min(len(lower), last + LONGEST)) if lower[k] not in HELPING), len(lower))
    return at < len(lower) and lower[at] in DIED


def _no_survivors(claims: list[Claim], lower: list[str]) -> tuple[int, int] | None:
    """ "There were no survivors": nobody lived, of nobody in particular; not "no survivors from the second boat"."""
    none = (c for c in claims if c.measure == "survivors" and c.value_best == 0 and c.scope != "subset")
    none = (c for c in none if OF_SOME.isdisjoint(lower[c.last : c.last + 1]) and "found" not in lower)
    return next(((claim.first, max(claim.last, claim.first + 2)) for claim in none), None)


def _on_board(sentence: Sentence, numbers: Sequence[Mention]) -> int:
    """How many the sentence says were on board, passengers and crew together; 0 where it does not."""
    if "other" in sentence.lower:
        return 0  # "one had five people on board, the other three"
    exact = (m for m in numbers if m.kind == "count" and m.quantifier == "exact" and (m.value_best or 0) > 1)
    people = (m for m in exact if PLACES.isdisjoint(_around(sentence, m)))
    found = next((m for m in people if is_aboard(sentence.lower, token_of(sentence, m))), None)
    return with_crew(sentence, found, numbers) if found is not None else 0


def with_crew(sentence: Sentence, number: Mention, numbers: Sequence[Mention]) -> int:
    """The number and those joined to it: of "19 passengers and a crew of four", told by either, 23."""
    counts = [m for m in numbers if m.kind == "count" and m.quantifier == "exact"]
    total = round(number.value_best or 0)
    for first, second in pairwise(counts):
        if number in (first, second) and _joined(sentence, first, second):
            total += round((second if number is first else first).value_best or 0)
    return total


def token_of(sentence: Sentence, mention: Mention) -> int:
    """The token with which a number begins."""
    return bisect_left(sentence.starts, mention.start)


def _joined(sentence: Sentence, first: Mention, second: Mention) -> bool:
    """ "19 passengers and a crew of four": only their noun stands before "and", not "40 migrants sank and six …"."""
    between = sentence.lower[bisect_left(sentence.starts, first.end) : token_of(sentence, second)]
    at = between.index("and") if "and" in between else 0
    named = at > 0 and (between[at - 1].endswith("s") or between[at - 1] in PEOPLE)
    last = bisect_left(sentence.starts, second.end)
    crew = not CREW.isdisjoint([*between[at:], *sentence.lower[last : last + 2]])
    return named and crew and len(between) < JOINED and "," not in between


def _around(sentence: Sentence, mention: Mention) -> list[str]:
    """The words beside a number that say what it counts: "40 | seats", "room for | 19"."""
    at, last = token_of(sentence, mention), bisect_left(sentence.starts, mention.end)
    return sentence.lower[max(0, at - 2) : at] + sentence.lower[last : last + 1]


def _claim(sentence: Sentence, field: str, span: tuple[int, int], number: int) -> Claim:
    first, last = span[0], min(span[1], len(sentence.starts))
    mention = in_words(sentence, field, first, last, number)
    return Claim(
        mention, KILLED, sentence.written(first, last), "all", number, number, number, "exact", "person", RULE,
        CONFIDENCE, first=first, last=last,
    )  # fmt: skip
