"""One side: what air strikes have killed in a civil war is a subset of its toll."""

import datetime

import pytest

from pipeline.claims.periods import period_for
from pipeline.claims.scope import Setting, scope_for
from pipeline.reading.tokens import tokenise

RISING = "The uprising went on. Rebel fighters and the opposition met. Protest after protest, the rebels said. "
AIR_WAR = "Air strikes hit the coast. More air strikes came. Airstrikes went on. A rebel spoke. An uprising. Protest. "


def scope_of(text: str, number: str, before: str = RISING, story: bool = True) -> str:
    sentence = tokenise(before + text, 1, len(before), len(before + text))
    at = sentence.words.index(number)
    setting = Setting(period_for(sentence, at, at + 1, datetime.date(2024, 5, 16)), story=story)
    return scope_for(sentence, at, at + 1, setting, "")


@pytest.mark.parametrize(("text", "number", "scope"), [
    ("The alliance's air strikes have killed more than 700 civilians.", "700", "subset"),
    ("More than 700 civilians have been killed in the foreign air strikes.", "700", "subset"),
    ("The fighting has killed more than 700 civilians.", "700", "cumulative"),
    ("The coalition strikes went on, the envoy said that 700 people have been killed.", "700", "cumulative"),
    ("More than 700 people have been killed, and air strikes go on.", "700", "cumulative"),
    ("On Monday air strikes killed 12 people.", "12", "incident"),
    ("More than 8,000 people aligned with the rebels have been killed in the war.", "8,000", "subset"),
    ("Men loyal to the ruler have killed more than 8,000 people in the war.", "8,000", "cumulative"),
], ids=lambda part: part[:60])  # fmt: skip
def test_the_toll_of_air_strikes_is_no_civil_wars_toll(text: str, number: str, scope: str) -> None:
    """Fails when what one side's strikes have killed is published as the dead of the whole war."""
    assert scope_of(text, number) == scope


def test_where_the_strikes_are_the_story_their_toll_is_its() -> None:
    """Fails when a campaign of air strikes loses its own toll, or reports without a story change."""
    text = "The air strikes have killed more than 700 people."
    assert scope_of(text, "700", AIR_WAR) == "cumulative"
    assert scope_of(text, "700", story=False) == "cumulative"
