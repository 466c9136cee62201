"""Two events: what a report tells of an earlier one beside its own."""

import pytest

from tests.claims.test_earlier import scopes


@pytest.mark.parametrize("text", [
    "Raiders killed eight people in Orvel, two days after a bomb killed 14 people in the same town.",
    "Eight people were killed in Orvel on Tuesday, a year after raiders killed 14 people there.",
    "Eight people were killed on Tuesday in Orvel, where 14 people were killed last month.",
    "Eight people were killed in Orvel on Tuesday, officials said. Two weeks ago 14 people died in the district.",
])  # fmt: skip
def test_the_earlier_event_is_background(text: str) -> None:
    """The dead of another attack count for this one, or this one's own are lost with them."""
    assert scopes(text) == ["incident", "background"]


def test_the_main_clause_may_come_behind() -> None:
    """Fails when the first number is the report's whatever the sentence says."""
    text = "Two weeks after a bomb killed 14 people in Orvel, raiders killed eight people there."
    assert scopes(text) == ["background", "incident"]


@pytest.mark.parametrize("text", [
    "Two miners died in hospital, three days after an explosion killed 14 people in the pit.",
    "A second man died, two days after the crash that killed 14 people.",
    "Eight people were killed in Orvel, hours after three soldiers were killed in an ambush.",
    "A fifth person died on Monday after a fire on Saturday that killed four people at the hostel.",
    "Two days after an avalanche killed five climbers, the bodies of three were recovered.",
    "Rescuers on Monday pulled 12 bodies from the river where a ferry sank on Saturday, killing 30.",
    "Twenty-one pupils were killed, police said, five days after the fire killed 17.",
    "A girl of nine died in a bus crash on Monday, police said. The crash on 2 May killed 14 people.",
    "Two people were found dead in the rubble on Saturday. The building collapsed on 6 May, killing 30 people.",
    "The quake on 25 April set off an avalanche that killed 19 climbers.",
    "The attack on the bus on 1 May was a bombing that killed 14 people.",
    "A teen was arrested on Tuesday in the killing of 14 people. The raid left 14 people dead on 2 May.",
])  # fmt: skip
def test_one_event_told_twice_is_no_background(text: str) -> None:
    """Late deaths would cut an attack's own dead from it."""
    assert "background" not in scopes(text)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It was the deadliest attack since a bomb killed 14 people in a mosque in 2015.", "background"),
        ("It was the deadliest day since the truce collapsed: 14 people died.", "incident"),
        ("It was the highest toll since the war began, with 14 killed.", "incident"),
        ("The biggest attack since the start of the war killed 31 people on Sunday.", "incident"),
        ("The worst train crash since 1995 killed at least 288 people.", "incident"),
        ("In the worst attack since 2019 raiders killed 22 soldiers.", "incident"),
    ],
)
def test_a_superlative_compares(text: str, scope: str) -> None:
    """The record is published as the new toll, or the new toll as the record."""
    assert scopes(text) == [scope]
