"""Who those counted in an earlier sentence were, and what their ages make of them."""

from datetime import UTC, datetime

import pytest

from pipeline.claims.claim import Claim
from pipeline.claims.extract import extract
from pipeline.reading.article import Article

DAY = datetime(2024, 6, 21, tzinfo=UTC)


def claims(text: str) -> list[Claim]:
    """All claims of a text."""
    article = Article("a", "a", "a.txt", "", "", "", "", "", "", DAY, "given", DAY, "en", len(text), "", text)
    return extract(article).claims


def groups(text: str) -> set[tuple[str, str, int | None]]:
    """Measure, group and value of each claim of a text."""
    return {(c.measure, c.victim_group, c.value_best) for c in claims(text)}


def test_a_part_told_later_is_a_subset_of_the_count_that_it_means() -> None:
    """Fails when a group of a later sentence is added to the count instead of being a part of it."""
    whole, part = claims("On Monday officials said 12 people were killed in Arvel. Five of them were children.")
    assert (part.scope, part.parent, part.victim_group) == ("subset", whole, "children")
    assert (part.period_start, part.place) == (whole.period_start, whole.place)
    assert part.attributed_to == whole.attributed_to == "officials"


@pytest.mark.parametrize(("later", "claim"), [
    ("Three of the injured were nurses.", ("injured", "medics", 3)),
    ("The dead included four women.", ("killed", "women", 4)),
    ("The victims were ten men and two women.", ("killed", "men", 10)),
    ("They included a three-year-old girl.", None),
    ("Fifteen of them were women.", ("injured", "women", 15)),
    ("Six were wounded nurses.", None),
])  # fmt: skip
def test_the_count_meant_is_named_or_the_only_one_that_holds_so_many(
    later: str, claim: tuple[str, str, int] | None
) -> None:
    """Fails when a group is given to the killed though it may as well be the wounded."""
    before = ("killed", "all", 12), ("injured", "all", 30)
    read = groups(f"Twelve people were killed and 30 were injured in Arvel. {later}")
    assert read >= set(before)
    assert claim is None or claim in read
    assert claim is not None or not any(group in ("children", "medics") and m == "killed" for m, group, _ in read)


@pytest.mark.parametrize("later", [
    "They were two kilometres from the border.", "The children were at school.", "Two were in a car nearby.",
    "The victims were soldiers.", "Among them is a growing fear.",
])  # fmt: skip
def test_what_numbers_nobody_makes_no_claim(later: str) -> None:
    """Fails when a sentence that counts no group of those killed makes a claim."""
    assert groups(f"Twelve people were killed in Arvel. {later}") == {("killed", "all", 12)}


@pytest.mark.parametrize(("text", "group"), [
    ("Her son, 34, was killed.", "men"),
    ("Her son Omar Dol (7) was killed.", "children"),
    ("Her 42-year-old daughter was killed.", "women"),
    ("Her eight-month-old daughter was killed.", "children"),
    ("Her two sons, aged 20 and 23, were killed.", "men"),
    ("Her two sons, aged 12 and 23, were killed.", "all"),
    ("Her two sons Omar and Walid were killed.", "children"),
    ("Two brothers, 9 and 11, were killed.", "children"),
    ("Two brothers, 29 and 31, were killed.", "men"),
    ("A 16-year-old was killed.", "children"),
    ("A 61-year-old was killed.", "all"),
])  # fmt: skip
def test_ages_tell_children_from_grown_sons(text: str, group: str) -> None:
    """Fails when a man of 34 is published as a child killed, or a child of 7 as somebody of unknown age."""
    assert {claim.victim_group for claim in claims(text) if claim.measure == "killed"} == {group}


@pytest.mark.parametrize(("later", "found"), [
    ("The victims, made up of 19 women and 12 men, were buried.", True),
    ("The victims, comprising 19 women and 12 men, were buried.", True),
    ("The victims – 19 women and 12 men – were buried.", True),
    ("The victims of the raid, including 19 women, were buried.", True),
    ("The victims' lawyers, including 19 women, met on Monday.", False),
])  # fmt: skip
def test_who_the_victims_are_is_told_in_an_aside(later: str, found: bool) -> None:
    """Fails when the women among the dead are lost, or the lawyers of the dead are among them."""
    assert (("killed", "women", 19) in groups(f"A strike killed 41 people. {later}")) == found
