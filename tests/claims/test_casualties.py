"""Brackets behind casualties."""

from tests.claims.test_extract import claims


def test_those_in_the_bracket_are_of_its_group_and_its_whole() -> None:
    """The dead children of a quarter are published as all of its dead."""
    found = claims("The office counted 1,783 casualties, including 557 child casualties (139 deaths and 418 injured).")
    parts = [claim for claim in found if claim.measure in ("killed", "injured")]
    assert {(c.measure, c.value_best, c.victim_group, c.scope) for c in parts} == {
        ("killed", 139, "children", "subset"), ("injured", 418, "children", "subset")}  # fmt: skip


def test_brackets_of_another_year_stay_there() -> None:
    """Last year's dead would be this year's."""
    found = claims(
        "The office counted 1,200 casualties (300 killed and 900 injured) in 2023, down from 1,500 casualties "
        "(400 deaths and 1,100 injured) in 2022."
    )
    assert next(claim for claim in found if claim.value_best == 400).scope == "background"
