"""What surrounds a counted phrase, added to its claim: period, scope, source, firmness, place, excerpt.

Here belongs only the order of the questions; each answer has a module of its own.
"""

from datetime import date
from typing import Final, NamedTuple

from pipeline.claims.all_aboard import RULE as ALL_ABOARD
from pipeline.claims.all_found import RULE as ALL_FOUND
from pipeline.claims.assertion import assess
from pipeline.claims.attribution import attribute
from pipeline.claims.claim import Claim
from pipeline.claims.crafts import CRAFT
from pipeline.claims.earlier import is_of_month_before, is_of_time_named
from pipeline.claims.one_house import is_of_one_house
from pipeline.claims.periods import NO_DATE, period_for
from pipeline.claims.perished import PERISHED
from pipeline.claims.places import local_places, place_for, the_one_place
from pipeline.claims.scope import Setting, scope_for
from pipeline.claims.story import carried_period
from pipeline.reading.tokens import Sentence

EXCERPT_CHARS: Final = 400
PERSON: Final = "person"
HARM: Final = frozenset(("killed", "injured"))
HURT_BEFORE: Final = "the_hurt_will"
MISSING: Final = "missing_then_main"
DEAD: Final = frozenset((PERISHED, ALL_ABOARD))
"""Rules whose claims are of the dead though their words deny that anybody lived."""
OF_EVENT: Final = frozenset((CRAFT, ALL_FOUND, ALL_ABOARD))
"""Rules whose claims are no total and no part, whatever their sentences tell of: one ship, none missing any more."""


class Telling(NamedTuple):
    """What is known of a field before it is read. story: the input says that the article belongs to a whole story."""

    published: date | None
    title: bool
    dateline: str
    story: bool


def contextualise(claim: Claim, sentence: Sentence, previous: Sentence | None, telling: Telling) -> None:
    """Fill the claim's context in place. `previous` is the sentence before, where a speaker may have been named."""
    first, last = claim.first, claim.last
    period = period_for(sentence, first, last, telling.published)
    if claim.rule == MISSING and period.role == "since":
        period = NO_DATE  # since when they were missed, not since when they were found
    elif period == NO_DATE:
        period = carried_period(sentence, previous, telling.published)
    claim.period_start = period.period_start or ""
    claim.period_end = period.period_end or ""
    claim.date_precision = period.precision or ""
    if claim.scope in ("", "incident"):
        day = None if telling.story else telling.published
        setting = Setting(period, previous, telling.title, telling.story, claim.apart, day)
        claim.scope = scope_for(sentence, first, last, setting, claim.rule)
        if (claim.rule in OF_EVENT or claim.rule == MISSING) and claim.scope != "background":
            claim.scope = "incident"
        before = is_of_month_before(sentence, period, day) or is_of_time_named(sentence, first, period, day)
        if claim.unit == PERSON and before:
            claim.scope = "background"
        claim.one_house = claim.measure in HARM and is_of_one_house(sentence, first, last)
    source = attribute(sentence, first, last, previous)
    claim.attributed_to, claim.attribution_class = source.attributed_to, source.attribution_class
    firmness = assess(sentence, first, last)
    said = firmness.assertion if claim.rule != HURT_BEFORE else "asserted"  # "the 22 injured will get help"
    claim.assertion, claim.negated = said, claim.negated or (firmness.negated and claim.rule not in DEAD)
    place = place_for(sentence, first, last, telling.dateline)
    if claim.scope == "part" and previous is not None and not local_places(sentence):
        place = the_one_place(previous) or place
    claim.place, claim.country_iso3 = place.name, place.country_iso3
    claim.excerpt = excerpt(sentence, claim)


def excerpt(sentence: Sentence, claim: Claim) -> str:
    """The sentence, or a window of it, on one line with the number between » and «."""
    start, end = claim.mention.start, claim.mention.end
    room = max(0, EXCERPT_CHARS - (end - start)) // 2
    left, right = max(sentence.start, start - room), min(sentence.end, end + room)
    text = sentence.text
    shown = f"{text[left:start]}»{text[start:end]}«{text[end:right]}"
    return " ".join(("…" * (left > sentence.start) + shown + "…" * (right < sentence.end)).split())
