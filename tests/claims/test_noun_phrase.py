"""Heads of counted phrases: who or what a number counts."""

import pytest

from pipeline.claims.lexicon import lexicon
from pipeline.claims.noun_phrase import heading
from pipeline.claims.single import singular
from pipeline.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("behind", "noun", "kind", "group"),
    [
        ("people were killed", "people", "person", "all"),
        ("off-duty police officers died", "police officers", "person", "security_forces"),
        ("Mexican television reporters were shot", "Mexican television reporters", "person", "journalists"),
        ("members of the security forces were hurt", "members", "person", "security_forces"),
        ("fishing boats sank", "fishing boats", "vessel", "all"),
        ("mud-and-thatch homes were destroyed", "homes", "house", "all"),
        ("murder charges were filed", "murder charges", "act", "all"),
        ("were killed", "", "bare", "all"),
        ("others were hurt", "others", "person", "all"),
        ("Varesians were arrested", "Varesians", "unknown", "all"),
        ("injuries were reported", "injuries", "outcome", "all"),
    ],
)
def test_the_head_noun_decides_what_is_counted(behind: str, noun: str, kind: str, group: str) -> None:
    """A wrong head makes victims of charges, or civilians of policemen."""
    text = f"17 {behind}"
    found = heading(tokenise(text, 0, 0, len(text)), 1, lexicon(), 17)
    assert (found.noun, found.kind, found.group) == (noun, kind, group)


@pytest.mark.parametrize(
    ("behind", "partitive"), [("of them died", True), ("of the victims died", True), ("of the bandits died", False)]
)
def test_only_people_counted_before_make_a_part(behind: str, partitive: bool) -> None:
    """ "Two of them" are among those counted already; "five of the bandits" are not."""
    text = f"5 {behind}"
    assert heading(tokenise(text, 0, 0, len(text)), 1, lexicon(), 5).partitive is partitive


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("a 19-year-old woman was shot", "women"),
        ("a senior army officer died", "security_forces"),
        ("a police station burned", None),
        ("a shooting suspect fled", "perpetrators"),
        ("a plan was killed", None),
        ("that no woman was hurt", None),
        ("a 19-year-old was shot", "all"),
    ],
)
def test_one_person_without_a_number(text: str, group: str | None) -> None:
    """Local papers count with "a man": a missed one is a missed death, a station taken for a man an invented one."""
    found = singular(tokenise(text, 0, 0, len(text)), 1, lexicon())
    assert (found.group if found else None) == group
