"""That nobody is missing any more: "all passengers are accounted for", "the last missing miner was found dead".

Here belong sentences that say so without a number; "no one is missing" is read like any other count.
"""

from typing import Any, Final

from pipeline import codebook
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import match_noun
from pipeline.claims.phrases import Phrases
from pipeline.claims.running import in_words
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("grammar")["all_found"]
RULE: Final = "all_found"
MISSING: Final = "missing"
ALL: Final = frozenset(BOOK["all"])
EVERYBODY: Final = frozenset(BOOK["everybody"])
LAST: Final = "last"
ACCOUNTED: Final = Phrases({"accounted": BOOK["accounted"]})
FOUND: Final = frozenset(BOOK["found"])
LOST: Final = frozenset(BOOK["lost"])
UNREAL: Final = frozenset(BOOK["unreal"])
EXCEPT: Final = frozenset(BOOK["except"])
BODY: Final = frozenset(BOOK["body"])
BREAKS: Final = frozenset([".", ";", ":", ",", "and", "but", "while"])
LONGEST: Final = 12
"""Tokens from "all" or "last" to the verb."""
NEAR: Final = 4
"""Tokens from "body" to "last"."""
CONFIDENCE: Final = 0.85


def words_of_all_found() -> list[tuple[str, str]]:
    """The words that a sentence which says so must hold."""
    accounted = [(phrase.split()[0], word) for phrase in BOOK["accounted"] for word in sorted(ALL)]
    return accounted + [(opener, word) for opener in (LAST, *sorted(ALL)) for word in sorted(FOUND)]


def all_found(sentence: Sentence, field: str, claims: list[Claim], lexicon: Lexicon) -> list[Claim]:
    """The claims, and that none are missing where the sentence says that the last of them, or all, were found.

    Who else is missing by the same sentence goes before that.
    """
    lower = sentence.lower
    if not EXCEPT.isdisjoint(lower):
        return claims
    span = _all(lower, lexicon) or _last(lower, lexicon)
    if span is None:
        return claims
    missing = [claim for claim in claims if claim.measure == MISSING]
    if any(not span[0] <= claim.first < span[1] or claim.value_best == 0 for claim in missing):
        return claims
    mention = in_words(sentence, field, span[0], span[0] + 1, 0)
    none = Claim(
        mention, MISSING, sentence.written(*span), "all", 0, 0, 0, "exact", lexicon.measures[MISSING].unit, RULE,
        CONFIDENCE, negated=True, first=span[0], last=span[0] + 1,
    )  # fmt: skip
    return [*(claim for claim in claims if claim.measure != MISSING), none]


def _all(lower: list[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """ "All 62 passengers have been accounted for": the tokens from "all" on; None where nothing says so."""
    for hit in ACCOUNTED.find(lower):
        for at in range(hit.first - 1, max(-1, hit.first - 1 - LONGEST), -1):
            if lower[at] in BREAKS:
                break
            if lower[at] in ALL and _is_real(lower, at, hit.first) and _are_people(lower, at, hit.first, lexicon):
                return at, hit.last
    return None


def _last(lower: list[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """ "The last of the missing workers was found", "the body of the last worker was recovered", "all the missing were
    found": the tokens from "last" or "all" on."""
    for at in (i for i, word in enumerate(lower) if word == LAST or word in ALL):
        words = lower[at + 1 : at + 1 + LONGEST]
        verb = next((k for k, word in enumerate(words) if word in FOUND or word in BREAKS), len(words))
        if verb == len(words) or words[verb] in BREAKS or not _is_real(lower, at, at + 1 + verb):
            continue
        lost = words[:1] and not LOST.isdisjoint(words[: 1 + 2 * (words[0] in ("of", "the"))])
        person = match_noun(lower, at + 1, lexicon)
        body = lower[at] == LAST and not BODY.isdisjoint(lower[max(0, at - NEAR) : at]) and person is not None
        if (lost and _are_people(lower, at, at + 1 + verb, lexicon)) or (body and person and person.kind == "person"):
            return at, at + 2 + verb
    return None


def _is_real(lower: list[str], first: int, verb: int) -> bool:
    """Nothing between the opener and the verb, or just before either, makes a hope or a denial of it."""
    return UNREAL.isdisjoint(lower[max(0, first - NEAR) : verb + 1])


def _are_people(lower: list[str], first: int, verb: int, lexicon: Lexicon) -> bool:
    """Those found are people: "everybody", "the missing" themselves, or a noun for persons."""
    words = lower[first:verb]
    if not EVERYBODY.isdisjoint(words):
        return True
    verbs = lexicon.closed["be"] | lexicon.closed["have"]
    behind = [lower[first + k + 1] for k, word in enumerate(words) if word in LOST]
    if any(word in verbs or not word.isalpha() for word in behind):
        return True
    nouns = (match_noun(lower, at, lexicon) for at in range(first, verb))
    return any(noun is not None and noun.kind == "person" for noun in nouns)
