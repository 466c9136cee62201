"""Who speaks: reports that quote the same source are one voice."""

import pytest

from pipeline.reconcile.told import is_weak
from pipeline.reconcile.voices import voice


@pytest.mark.parametrize(
    ("source", "kind", "same_as"),
    [
        ("the Health Ministry", "official", "health ministry"),
        ("Health Ministry officials", "official", "health ministry"),
        ("the Lume observatory, citing doctors", "ngo", "lume observatory"),
        ("the coast guard, who spoke by radio", "official", "coast guard"),
        ("officials", "official", "Harbour Post"),
        ("a neighbour", "witness", "Harbour Post"),
        ("", "unknown", "Harbour Post"),
    ],
)
def test_voice(source: str, kind: str, same_as: str) -> None:
    """Two names for one source would let it confirm itself; a nameless one speaks for the report's origin."""
    assert voice(source, kind, "Harbour Post") == same_as


def test_weak_rules_are_found_by_the_parts_of_their_name() -> None:
    """ "Six were shot" may count the dead; taken for the injured it is wrong by the number of dead."""
    assert is_weak("passive_manner")
    assert not is_weak("passive")
