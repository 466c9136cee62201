"""What only the whole article shows: a person told of twice is one, "the victim" was counted before.

Here belongs what makes claims of one article depend on one another. Claims of different articles meet in reconcile.
"""

import re
from collections.abc import Container, Set
from typing import Final

from pipeline.claims.claim import Claim
from pipeline.claims.crafts import one_of_each
from pipeline.claims.lexicon import lexicon

HURT: Final = ("injured", "hospitalised")
ALSO: Final = re.compile(r"«(?:,[^,«»]{1,80},)? (?:was|were|has) also\b|« also died\b")
"""Behind the name of one more victim, a comma's aside left out."""
APART: Final = re.compile(r"\b(?:after|when|as|where|who|before)\b")
"""Between one who died and one who was shot: perhaps he was the same."""
MAN_AND_WOMAN: Final = {"men", "women"}
SENTENCES_BACK: Final = 3
"""How far before a pronoun the person stands whom it means."""


def settle(claims: list[Claim]) -> list[Claim]:
    """The claims that stand, in order. A claim whose person was already counted is dropped; its parts go with it."""
    claims = [c for c in one_of_each(claims) if not _yields(c, claims)]
    counted = {_side(c) for c in claims if _counts(c)}
    kept = [c for c in _without_strangers(claims) if not _is_echo(c, counted)]
    kept = _without_revived(_without_repeats(kept))
    standing = {id(c) for c in kept}
    return [c for c in kept if c.parent is None or id(c.parent) in standing]


def _side(claim: Claim) -> tuple[str, bool]:
    return claim.measure, claim.victim_group == "perpetrators"


def _counts(claim: Claim) -> bool:
    """It says how many there are, so that "the victim" or a name means one of these."""
    return not claim.named and not claim.definite and claim.scope not in ("background", "subset", "window")


def _is_echo(claim: Claim, counted: Set[tuple[str, bool]]) -> bool:
    """ "The victim died", or a bare name, where the same article counts the same measure of the same side otherwise.

    Who "was also killed" is somebody else than those counted.
    """
    if _is_one_more(claim):
        return False
    return _side(claim) in counted and claim.scope != "subset" and (claim.definite or claim.named)


def _is_one_more(claim: Claim) -> bool:
    return claim.named and claim.measure == "killed" and ALSO.search(claim.excerpt) is not None


def _yields(claim: Claim, claims: list[Claim]) -> bool:
    """ "A triple homicide" yields to any number for the same measure, and to a victim told of before it."""
    if not claim.rule.startswith("multiple"):
        return False
    others = [c for c in claims if c.measure == claim.measure and not c.rule.startswith("multiple")]
    return any((c.value_best or 0) > 1 or (_counts(c) and _before(c, claim)) for c in others)


def _before(one: Claim, other: Claim) -> bool:
    """It stands in the title or further up."""
    return (one.mention.field != "title", one.mention.start) < (other.mention.field != "title", other.mention.start)


def _without_strangers(claims: list[Claim]) -> list[Claim]:
    """ "He died" counts only where one person hurt was told of just before; else nobody knows who he is."""
    words = lexicon().closed["pronouns"]
    return [c for c in claims if c.counted not in words or any(_may_be(c, told) for told in claims)]


def _may_be(pronoun: Claim, told: Claim) -> bool:
    """The person that a pronoun stands for: one, hurt, told of in these sentences or the ones before."""
    if told.measure not in HURT or told.value_best != 1 or told.scope == "background":
        return False
    apart = pronoun.mention.sentence_no - told.mention.sentence_no
    return told.mention.field == pronoun.mention.field and 0 <= apart <= SENTENCES_BACK


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    """One claim for each wordless person: a report that says "a man was killed" three times tells of one man."""
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for claim in claims:
        wordless = claim.value_best == 1 and not claim.mention.surface[:1].isdigit() and claim.parent is None
        wordless = wordless and not _is_one_more(claim)
        key = (claim.measure, claim.victim_group, claim.counted.lower())
        if wordless and key in seen:
            continue
        if wordless:
            seen.add(key)
        kept.append(claim)
    return kept


def _without_revived(claims: list[Claim]) -> list[Claim]:
    """Somebody shot who died is killed and not injured: "a man was shot … he died" is one death.

    An officer who was shot is hurt all the same when the suspect died, and so is the boy in "a guard was killed and a
    boy was shot in the leg".
    """
    words = lexicon().closed["pronouns"]
    dead = [c for c in claims if c.measure == "killed" and c.value_best == 1 and c.scope == "incident"]
    meant = [next((told for told in reversed(claims) if _may_be(c, told)), None) for c in claims if c.counted in words]
    claims = [c for c in claims if not any(c is told for told in meant)]
    hurt = (c for c in claims if c.measure == "injured" and c.value_best == 1 and "manner" in c.rule)
    revived = {id(c) for c in hurt if any(_may_have_died(c, one, words) for one in dead)}
    return [c for c in claims if id(c) not in revived]


def _may_have_died(hurt: Claim, dead: Claim, pronouns: Container[str]) -> bool:
    """Whether somebody shot may be the one who died: no other person of the same sentence."""
    if _side(hurt)[1] != _side(dead)[1] or {hurt.victim_group, dead.victim_group} == MAN_AND_WOMAN:
        return False
    same = hurt.mention.field == dead.mention.field and hurt.mention.sentence_no == dead.mention.sentence_no
    other = not (dead.definite or dead.named or dead.counted in pronouns) and _and_between(dead, hurt)
    return not (same and other)


def _and_between(dead: Claim, hurt: Claim) -> bool:
    """ "A guard was killed and a boy was shot": not "one man died after a man was shot"."""
    length = hurt.mention.start - dead.mention.end
    before = hurt.excerpt.partition("»")[0][-length:] if length > 0 else ""
    return " and " in before and not APART.search(before)
