"""Suspended hyphens: a row of numbers that share what stands behind the last of them."""

import pytest

from pipeline.quantities.find import find_mentions


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(m.surface, m.status, m.unit) for m in find_mentions("text", text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They built two- and three-bedroom flats.", ("designator", "bedroom")),
        ("It has four-, five- and six-cylinder engines.", ("designator", "cylinder")),
        ("He cut 5-, 10- and 15-year loans.", ("duration", "year")),
        ("Two- and three-year-olds were hurt.", ("age", "")),
    ],
)
def test_every_number_of_a_row_is_what_the_last_one_is(text: str, last: tuple[str, str]) -> None:
    """Fails when the first numbers of such a row count people, flats or loans."""
    found = kinds(text)
    assert len(found) > 1
    assert {told[1:] for told in found} == {last}


def test_a_number_without_a_hyphen_is_in_no_row() -> None:
    """Fails when the dead before a comma take on what the next number is."""
    assert kinds("The blast killed 12, and 13-year-olds were hurt.")[0] == ("12", "kept", "")
