"""Another voice's number for what the sentence before counted: "Justice Watch put the number at 31."

Here belongs what takes its measure from another sentence. Within one sentence that is following.py's matter.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.following import is_another_number
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

RESTATED: Final = "restated"
"""The rule's name."""
CONFIDENCE: Final = 0.8
IT_AT: Final = re.compile(r"\bit at\b")
TOLL: Final = "toll"
"""In the names of rules whose count "it" may mean."""
FARTHEST: Final = 6
"""Tokens before the number that may say that it is another one."""
NO_FIGURES: Final = frozenset(codebook.read("grammar")["no_figures"])
FARTHEST_APART: Final = 20
"""How many times as large one of two numbers for the same may be."""
PART: Final = "part"
TOTAL: Final = frozenset(("total", "overall"))
""" "112 died in X. The total stands at 133"."""
OWN: Final = frozenset(["subset", "part", "background", "change", "window"])
"""Scopes of numbers that no later "the number" means."""


def other_number(
    sentence: Sentence, made: list[Claim], kept: Sequence[Mention], earlier: Sequence[Claim]
) -> list[Claim]:
    """The claims of a sentence with one on what `earlier`, the claims of its field so far, counted right before it."""
    told = {id(claim.mention) for claim in made}
    meant = _meant(sentence, earlier) if len(told) < len(kept) else None
    if meant is None or any(claim.measure == meant.measure for claim in made):
        return made
    if IT_AT.search(sentence.text, sentence.start, sentence.end) and TOLL not in meant.rule:
        return made  # "12 were killed. The temperature was high: the bureau put it at 40."
    again = (m for m in kept if id(m) not in told and _is_another(sentence, m) and _is_near(m, meant))
    return made + [_again(sentence, m, meant) for m in again][:1]


def _meant(sentence: Sentence, earlier: Sequence[Claim]) -> Claim | None:
    """The first whole number of people in the sentence before."""
    found: Claim | None = None
    for claim in reversed(earlier):
        if claim.mention.sentence_no < sentence.no - 1:
            break
        whole = claim.scope not in OWN or (claim.scope == PART and not TOTAL.isdisjoint(sentence.lower))
        if claim.unit == "person" and claim.parent is None and whole and claim.value_best != 1:
            found = claim
    return found


def _is_near(mention: Mention, meant: Claim) -> bool:
    """Rival numbers hardly lie further apart: "three were killed. The number to call is 911"."""
    ours, theirs = mention.value_best or mention.value_low or 0, meant.value_best or meant.value_low or 0
    return 0 < ours <= FARTHEST_APART * theirs and theirs <= FARTHEST_APART * ours


def _is_another(sentence: Sentence, mention: Mention) -> bool:
    if mention.kind != "count" or mention.unit or not NO_FIGURES.isdisjoint(sentence.lower):
        return False
    at = bisect_left(sentence.starts, mention.phrase_start)
    last = bisect_left(sentence.starts, mention.phrase_end)
    behind = sentence.lower[last] if last < len(sentence.lower) else "."
    return is_another_number(sentence.lower[max(0, at - FARTHEST) : at], behind)


def _again(sentence: Sentence, mention: Mention, meant: Claim) -> Claim:
    ends = (mention.value_low, mention.value_best, mention.value_high)
    low, best, high = (None if end is None else round(end) for end in ends)
    at = bisect_left(sentence.starts, mention.start)
    scope = meant.scope if meant.scope == "cumulative" else "incident"
    return Claim(
        mention, meant.measure, meant.counted, meant.victim_group, low, best, high, mention.quantifier, meant.unit,
        RESTATED, CONFIDENCE, scope=scope, first=at, last=at + 1,
    )  # fmt: skip
