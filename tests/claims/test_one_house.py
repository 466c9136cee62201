"""One house: what one hospital took in or one person saw is hardly all."""

import pytest

from tests.claims.test_earlier import scopes

TOTAL = "Shells hit Orvel on Tuesday. Eighteen people were killed and 40 injured, officials said. "


@pytest.mark.parametrize("text", [
    "The hospital received five bodies.", "A doctor at the clinic said it had received five bodies.",
    "A witness, Ravi Menn, said he had seen five bodies.",
])  # fmt: skip
def test_one_house_is_a_part_of_the_whole(text: str) -> None:
    """Five bodies at one clinic pull the toll of 18 down to five."""
    assert scopes(TOTAL + text) == ["incident", "incident", "part"]


@pytest.mark.parametrize("text", ["The hospital received five bodies.", "A doctor said he had counted five bodies."])
def test_alone_it_is_all_that_is_known(text: str) -> None:
    """Fails when the only count of a report is no count."""
    assert scopes(text) == ["incident"]
