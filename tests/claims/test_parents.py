"""The count that each subset is a part of."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("At least 26 people, among them four children and three women, were killed.", 3, 26),
        ("The raid killed 12 people, including three children, and wounded 30.", 3, 12),
        ("Of the 14 people killed, six were children.", 6, 14),
        ("Nine bodies were recovered (five men and four women).", 4, 9),
    ],
)
def test_a_subset_names_its_whole(text: str, part: int, whole: int) -> None:
    """Without the link a user of the table cannot tell of which number the three children are a part."""
    subset = next(claim for claim in claims(text) if claim.value_best == part)
    assert subset.scope == "subset"
    assert subset.parent is not None
    assert subset.parent.value_best == whole


def test_no_whole_is_smaller_than_its_part() -> None:
    """Of two counts of a sentence only one can hold the part."""
    told = claims("Four soldiers died in Zelvik, and 30 villagers, including nine children, died in Karvosh.")
    parts = [claim for claim in told if claim.scope == "subset" and claim.parent is not None]
    assert all((part.parent.value_best or 0) >= (part.value_best or 0) for part in parts if part.parent)
    assert any(part.value_best == 9 for part in parts)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The bus carried 21 students. Seventeen of them died.", ["incident"]),
        ("A strike killed nine people. Four of them died in hospital.", ["incident", "subset"]),
        ("A train carried 200. Five of them died at the scene. In all, 12 people died.", ["subset", "cumulative"]),
        ("Nine people were hurt, two of them died.", ["subset"]),
        ("The mine employs 200 workers. Twelve of them were killed in 2019.", ["subset"]),
    ],
)
def test_a_part_of_whom_nothing_else_is_told_is_none(text: str, scopes: list[str]) -> None:
    """The only toll of a report is lost as a part of nothing, or a part is added to its whole."""
    assert [claim.scope for claim in claims(text) if claim.measure == "killed"] == scopes
