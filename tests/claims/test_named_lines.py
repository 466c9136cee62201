"""Lists of the dead or hurt with one name a line."""

import pytest

from tests.claims.test_extract import claims

NAMES = "Ana Dol, 34\nRavi Menn, 29\nSgt. Lio Farr, 41, of Zelvik\n"


@pytest.mark.parametrize(
    ("opening", "measure"),
    [
        ("Police released the names of the people who died in the fire:\n", "killed"),
        ("The victims were:\n\n", "killed"),
        ("The injured are:\n", "injured"),
        ("The families of the dead gave these speakers:\n", ""),
        ("The names of the suspects are:\n", ""),
    ],
)
def test_each_line_is_a_person(opening: str, measure: str) -> None:
    """A list of the dead is no number, or one of speakers is a toll."""
    found = [claim for claim in claims(opening + NAMES) if claim.rule == "named_lines"]
    assert [(claim.measure, claim.value_best) for claim in found] == ([(measure, 3)] if measure else [])


def test_two_lines_are_no_list() -> None:
    """A caption under a photograph would become a toll."""
    assert not [c for c in claims("The victims were:\nAna Dol, 34\nRavi Menn, 29\n") if c.rule == "named_lines"]
