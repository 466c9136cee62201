"""How badly those counted were hurt: "12 were injured, three seriously and nine slightly"; "four are in critical care".

Here belongs that such numbers are parts of those hurt who were counted before. What says that somebody was hurt at all
belongs to the constructions.
"""

from collections.abc import Sequence
from typing import Final

from pipeline.claims.attachment import Attachment
from pipeline.claims.chunks import Chunk
from pipeline.claims.claim import Claim
from pipeline.claims.lexicon import Lexicon, lexicon
from pipeline.reading.tokens import Sentence

RULE: Final = "graver"
CONFIDENCE: Final = 0.85
BARE, SUBSET, INJURED, KILLED = "bare", "subset", "injured", "killed"
HURT: Final = frozenset((INJURED, "hospitalised"))
WHOLE: Final = "incident"
WHOLES: Final = frozenset(("incident", "cumulative"))
ANOTHER: Final = frozenset(("another", "separate", "elsewhere", "meanwhile", "different"))
JOINS: Final = frozenset((",", "-", "–", "—"))
FARTHEST: Final = 3
"""Tokens behind a number in which it is said how badly they were hurt."""
FARTHEST_CONDITION: Final = 7
"""The same where a verb stands between: "three were said to be in serious condition"."""
BACK: Final = 3
"""Sentences before in which those of whom these are some may stand."""


def graver_part(
    chunks: list[Chunk], index: int, before: Attachment, lower: list[str], words: Lexicon
) -> Attachment | None:
    """ "…, three seriously": what a number that no verb has is, behind those hurt or another part of them."""
    made = Attachment(index, before.trigger, before.measure, RULE, CONFIDENCE, -1, SUBSET)
    return made if before.measure == INJURED and is_graver(chunks, index, made, before, lower, words) else None


def is_graver(
    chunks: list[Chunk], index: int, own: Attachment, before: Attachment, lower: list[str], words: Lexicon
) -> bool:
    """ "Five were shot, two critical": a bare number of the same, behind a comma, of whom it is said how badly.

    So are the further ones of "19 were hurt, 17 with light injuries and two severely".
    """
    chunk, whole = chunks[index], chunks[before.chunk]
    behind = lower[chunk.first - 1] if chunk.first else ""
    goes_on = before.scope == SUBSET and (behind in JOINS or behind == "and")
    if own.measure != before.measure or not (goes_on or behind in JOINS) or chunk.head is None:
        return False
    if chunk.head.kind != BARE or chunk.mention is None or whole.mention is None:
        return False
    fewer = goes_on or (chunk.mention.value_best or 0) < (whole.mention.value_best or 0)
    return fewer and not words.closed["severities"].isdisjoint(lower[chunk.last : chunk.last + FARTHEST])


def killed_of_them(tags: str, index: int, chunks: Sequence[Chunk]) -> str:
    """ "Six people, including the two killed, were shot": what the part suffered, where that is death; else nothing."""
    told = tags[index + 1 : index + 2] in ("T", "J") and tags[index + 2 : index + 3] in (",", ")")
    return KILLED if told and any(t.measure == KILLED for t in chunks[index + 1].triggers) else ""


def as_parts(made: Sequence[Claim], sentence: Sentence, before: Sequence[Claim]) -> None:
    """ "14 were injured. Four suffered serious injuries": fewer, with no noun of their own, are some of these.

    Their scope and parent are set in place. before: the claims of the sentences before.
    """
    near = [c for c in before if 0 < sentence.no - c.mention.sentence_no <= BACK and c.measure in HURT]
    for at, claim in enumerate(made):
        if claim.measure != INJURED or claim.counted or claim.scope != WHOLE or claim.parent is not None:
            continue
        wholes = (c for c in reversed([*near, *made[:at]]) if c.measure in HURT and c.scope in WHOLES)
        whole = next(wholes, None)
        if whole is None or not _tells_how(sentence, claim, whole):
            continue
        fewer = (claim.value_high or claim.value_low or 0) < (whole.value_low or 0)
        if fewer and not _is_apart(sentence, claim, whole):
            claim.scope = SUBSET
            claim.parent = whole if whole.measure == claim.measure else None


def _is_apart(sentence: Sentence, claim: Claim, whole: Claim) -> bool:
    """Told of another incident, another day or another place."""
    days = claim.period_start and whole.period_start and claim.period_start != whole.period_start
    places = claim.place and whole.place and claim.place != whole.place
    return bool(days or places) or not ANOTHER.isdisjoint(sentence.lower)


def _tells_how(sentence: Sentence, claim: Claim, whole: Claim) -> bool:
    """How badly, or how they are cared for: not of those in hospital, "three were treated at the scene" are others."""
    behind = sentence.lower[claim.last : claim.last + FARTHEST_CONDITION]
    stop = next((k for k, word in enumerate(behind) if not word[0].isalnum()), len(behind))
    listed = ("severities", "cared_for") if whole.measure == INJURED else ("severities",)
    return any(not lexicon().closed[words].isdisjoint(behind[:stop]) for words in listed)
