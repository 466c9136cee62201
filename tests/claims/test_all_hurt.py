"""All hurt: the injured, without a number, are in hospital."""

import pytest

from tests.claims.test_extract import claims


def patients(text: str) -> list[int | None]:
    return [claim.value_best for claim in claims(text) if claim.measure == "hospitalised"]


@pytest.mark.parametrize("behind", [
    "The injured were rushed to Orvel Level Four Hospital.",
    "The wounded are receiving treatment at the county clinic.",
    "The injured passengers have been shifted to the civil hospital, where the condition of two is critical.",
])  # fmt: skip
def test_all_the_injured_are_patients(behind: str) -> None:
    """A recorder who counts patients finds none, though the report says that all the injured are."""
    assert patients(f"Thirteen people died and 18 were injured in a crash on Monday. {behind}") == [18]


@pytest.mark.parametrize("text", [
    "The injured were taken to hospital.",
    "Twelve were hurt on Monday and 14 on Tuesday. The injured were taken to hospital.",
    "At least 12 people were hurt. The injured were taken to hospital.",
    "Twelve people were hurt. The injured were treated at the scene and not taken to hospital.",
    "Twelve people were hurt. Most of the injured were taken to hospital.",
    "Twelve people were hurt. The injured were discharged from hospital.",
])  # fmt: skip
def test_where_their_number_is_open_nobody_is_counted(text: str) -> None:
    """Fails when the number of patients is made up."""
    assert patients(text) == []
