"""Heard: whoever speaks is not counted; first names with one surname."""

import pytest

from tests.claims.test_extract import claims


def totals(text: str) -> list[tuple[str, int | None]]:
    """Measure and number of every claim that is no part of another."""
    return [(claim.measure, claim.value_best) for claim in claims(text) if claim.parent is None]


@pytest.mark.parametrize("speaker", [
    "the mayor, Lena Orr, said.", "Lena Orr, the mayor, said.", "his lawyer, Lena Orr, said.",
    "a doctor at the clinic, Lena Orr, told the station.", "the mayor, who had visited the mine, said.",
    "one resident, Tor Ban, said by telephone.", "a guard, Tor Ban, and a teacher, Lee Dorn, told the station.",
    "the mayor of Orvel, 45-year-old Lena Orr, said on Tuesday.",
])  # fmt: skip
def test_whoever_speaks_is_not_among_the_dead(speaker: str) -> None:
    """The mayor who tells of 17 dead is published as the 18th."""
    assert totals(f"Raiders killed 17 people, {speaker}") == [("killed", 17)]


@pytest.mark.parametrize("opening", ["the mayor", "a local official", "one resident", "two residents", "a witness"])
def test_whoever_is_cited_first_is_not_among_the_dead(opening: str) -> None:
    """ "According to the mayor, 17 children were killed" makes 18."""
    assert totals(f"According to {opening}, 17 children were killed.") == [("killed", 17)]


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Raiders killed a teacher, Ana Dol, and her son, reported the station.", 2),
        ("Besides two guards, a driver and a nurse were killed.", 4),
        ("A group of five women, two men and a child were killed.", 8),
        ("Ronald and Jean Dol died in the crash.", 2),
        ("The crash killed Ronald and Jean Dol and their daughter.", 3),
        ("Police and Ravi Menn were killed in the crash.", 1),
        ("The bomb killed two guards, a nurse, three patients, Dr Ali Khan said.", 6),
        ("The men killed a priest, two nuns, a cook, Vatican News said.", 4),
        ("Bandits killed a chief, his wife, two guards, said the police spokesman.", 4),
        ("Raiders killed 12 people, in addition to the 40 cows they took.", 12),
    ],
)
def test_those_told_of_are_counted(text: str, n: int) -> None:
    """Fails when the victims of a list are taken for speakers, or a couple for one."""
    assert totals(text) == [("killed", n)]
