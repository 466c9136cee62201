"""Parts of one group told by several nouns."""

import pytest

from tests.claims.test_extract import claims


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("The shell killed 30 people, of whom 16 men, 10 girls and four boys.", 14),
        ("At least 12 people were killed, including two teachers, two girls, a boy and an infant.", 4),
        ("The strike killed 30 people, including 14 minors, eight girls and six boys.", 14),
        ("The strike killed 30 people, including 10 children.", 10),
    ],
    ids=["of-whom", "including", "a-whole-and-its-parts", "one-noun"],
)
def test_the_largest_number_of_children_counts_them_all(text: str, children: int) -> None:
    """Ten girls and four boys are published as ten children, or a number and its own parts as twice as many."""
    found = [claim for claim in claims(text) if claim.victim_group == "children"]
    assert max(claim.value_best or 0 for claim in found) == children
    assert all(claim.parent is not None for claim in found)
