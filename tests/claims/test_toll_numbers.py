"""Toll numbers: whose the number is that a verb gives over a clause."""

import pytest

from tests.claims.test_extract import claims


def read(text: str) -> list[tuple[str, str, int | None]]:
    return [(claim.measure, claim.victim_group, claim.value_best) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of those killed when a dam burst has risen to 31 and 12 remain missing.",
         [("killed", "all", 31), ("missing", "all", 12)]),
        ("The number of women killed in a raid on a bus depot has risen to five, and 14 suspects were arrested.",
         [("killed", "women", 5), ("detained", "perpetrators", 14)]),
        ("The death toll in a blaze which gutted a hostel has risen to 17.", [("killed", "all", 17)]),
        ("The number of women and children killed since Sunday has reached 60.", [("killed", "all", 60)]),
        ("This raises to 12 the number of soldiers killed since January.", [("killed", "security_forces", 12)]),
        ("The number of migrants who drowned off the cape has gone up to 14.", [("killed", "migrants", 14)]),
        ("Rescue officials put the death toll at 40.", [("killed", "all", 40)]),
        ("Deaths from the heatwave reached 120.", [("killed", "all", 120)]),
    ],
)  # fmt: skip
def test_the_toll_has_its_number(text: str, expected: list[tuple[str, str, int]]) -> None:
    """The toll is lost, or given to those arrested in the next clause."""
    assert read(text) == expected


@pytest.mark.parametrize("text", [
    "The number of people who die of heat each year is 400.",
    "The number of those killed is not known, but the price of a coffin has risen to 400 dollars.",
    "Deaths have increased to one in five.",
    "The number of people killed or injured has climbed to 90.",
    "Deaths in the mine are feared: the water rose to 14 metres.",
])  # fmt: skip
def test_another_number_is_not_the_toll(text: str) -> None:
    """Fails when any number behind a verb of rising becomes the toll."""
    assert [one for one in read(text) if one[0] == "killed"] == []
