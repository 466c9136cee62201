"""Members of a list that are nobody of their own."""

import pytest

from tests.claims.test_extract import claims


def killed(text: str) -> int | None:
    """The number of killed that stands for the whole sentence."""
    return next((c.value_best for c in claims(text) if c.measure == "killed" and c.parent is None), None)


def test_some_of_a_crowd_are_not_added_to_it() -> None:
    """The crowd is the subject of another verb."""
    found = [c for c in claims("About 200 were at the party and four of them were killed.") if c.measure == "killed"]
    assert [c.value_best for c in found] == [4]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The raid killed 12 people and 30 were wounded.", 12),
        ("The raid killed 12 people, two medics and a resident said.", 12),
        ("The raid killed 12 soldiers, two medics and a nurse, officials said.", 15),
        ("The raid killed 12 people and two guards.", 14),
        ("The blast that killed 12 people and two guards was condemned.", 14),
        ("A shell killed his wife – the head of a school – and two sons.", 3),
        ("A shell killed a woman, Ana Dol, and her two sons.", 3),
        ("The raid killed 40, thousands marched.", 40),
        ("The bodies of two guards and eight wounded prisoners were found.", 2),
        ("Three wounded soldiers and a child died.", 4),
        ("They found her two sons, all three dead.", 3),
        ("A shell killed the driver, a 16-year-old boy, on Monday.", 1),
        ("A shell killed the driver, a guard and a boy.", 3),
        ("A man, a woman were killed.", 2),
    ],
    ids=[
        "own-verb",
        "speakers",
        "speakers-behind-the-list",
        "list",
        "relative",
        "aside",
        "apposition",
        "next-clause",
        "own-measure",
        "wounded-died",
        "all-of-them",
        "who-it-is",
        "list-of-three",
        "list-without-and",
    ],
)
def test_only_members_of_the_list_are_added_up(text: str, n: int) -> None:
    """Who is wounded, named again or the subject of the next verb is added to the dead."""
    assert killed(text) == n
