"""That nobody is missing any more: "all passengers are accounted for", "the last missing miner was found dead".

Here belong sentences that say so without a number; "no one is missing" is read like any other count.
"""

from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.phrases import Phrases
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("grammar")["all_found"]
RULE: Final = "all_found"
MISSING: Final = "missing"
ALL: Final = frozenset(BOOK["all"])
LAST: Final = "last"
ACCOUNTED: Final = Phrases({"accounted": BOOK["accounted"]})
FOUND: Final = frozenset(BOOK["found"])
EXCEPT: Final = frozenset(["but", "except"])
LOST: Final = frozenset(BOOK["lost"])
UNREAL: Final = frozenset(BOOK["unreal"])
BODY: Final = frozenset(BOOK["body"])
BREAKS: Final = frozenset(".;:")
LONGEST_SUBJECT: Final = 9
"""Tokens from "all" to "accounted for"."""
NEAR: Final = 5
"""Tokens from "last" to a word for those lost, and back from it to "body"."""
REACH: Final = 24
"""Tokens from "last" to the verb."""
CONFIDENCE: Final = 0.85


def words_of_all_found() -> list[tuple[str, str]]:
    """The words that a sentence which says so must hold."""
    accounted = [(phrase.split()[0], word) for phrase in BOOK["accounted"] for word in sorted(ALL)]
    return accounted + [(opener, word) for opener in (LAST, *sorted(ALL)) for word in sorted(FOUND)]


def all_found(sentence: Sentence, field: str, claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """The claims, and that none are missing where the sentence says that the last of them, or all, were found."""
    lower = sentence.lower
    span = None if not UNREAL.isdisjoint(lower) else _all(lower) or _last(lower)
    if span is None or any(claim.measure == MISSING and claim.value_best == 0 for claim in claims):
        return claims
    start, end = sentence.starts[span[0]], sentence.ends[span[1] - 1]
    mention = Mention(
        field, sentence.no, start, end, sentence.text[start:end], 0, 0, 0, "exact", "count",
        phrase_start=start, phrase_end=end,
    )  # fmt: skip
    unit = lexicon.measures[MISSING].unit
    none = Claim(
        mention, MISSING, sentence.written(*span), "all", 0, 0, 0, "exact", unit, RULE, CONFIDENCE,
        negated=True, first=span[0], last=span[1],
    )  # fmt: skip
    return [*(claim for claim in claims if claim.measure != MISSING), none]


def _all(lower: list[str]) -> tuple[int, int] | None:
    """ "All 62 passengers have been accounted for": the token of "all"."""
    for hit in ACCOUNTED.find(lower):
        for at in range(hit.first - 1, max(-1, hit.first - 1 - LONGEST_SUBJECT), -1):
            if lower[at] in BREAKS:
                break
            if lower[at] in ALL:
                return None if lower[at + 1] in EXCEPT else (at, at + 1)
    return None


def _last(lower: list[str]) -> tuple[int, int] | None:
    """ "The last of the missing workers was found", "the body of the last worker was recovered": from "last" on."""
    at = lower.index(LAST) if LAST in lower else -1
    if at < 0:
        return None
    near = lower[at + 1 : at + 1 + NEAR]
    lost = next((at + 1 + k for k, word in enumerate(near) if word in LOST), 0)
    told = lost or (lower[at] == LAST and not BODY.isdisjoint(lower[max(0, at - NEAR) : at]))
    behind = lower[at + 1 : at + 1 + REACH]
    return (at, max(at, lost) + 1) if told and not FOUND.isdisjoint(behind) else None
