"""The dead where a report says that all who were on board died, and how many were is told in another place."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A ferry carrying 46 people sank, killing everyone on board.", [46]),
        ("The plane was carrying 19 passengers and a crew of four. There were no survivors.", [23]),
        ("The plane carried 46 people. All on board died.", [46]),
        ("The crash killed everyone on board.", []),
        ("The plane with 80 people on board was seized by men who wanted to kill everyone on board.", []),
        ("The train with 400 passengers on board hit a bus, killing all on board the bus.", []),
        ("The ferry had 80 people on board. Everyone on board lost their belongings.", []),
        ("A ferry with 300 people on board sank. No other survivors have been found.", []),
        ("The jet with 180 people on board landed safely. In 1999 a crash killed all on board.", []),
        ("The bus had 40 seats on board. All on board died.", []),
        ("One boat had five people on board, the other three. Everyone on board died.", []),
    ],
    ids=["everyone", "passengers-and-crew", "all", "no-number", "wanted", "other-craft", "lost", "others", "year",
         "seats", "two-boats"],
)  # fmt: skip
def test_all_on_board_are_as_many_as_were_told(text: str, dead: list[int]) -> None:
    """A crash without survivors has no toll, or one is made of people who are not known to be dead."""
    found = [claim for claim in claims(text) if claim.measure == "killed"]
    assert [claim.value_best for claim in found] == dead
    assert not any(claim.negated for claim in found)
