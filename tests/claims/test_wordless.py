"""Wordless: deaths that no number counts, over two sentences."""

from tests.claims.telling import told


def test_two_who_died_in_different_places_are_two() -> None:
    """Fails when the second of two dead is taken for the first told of again."""
    found = [claim[1:] for claim in told("A man died at the scene. Another man died at a hospital.")]
    assert sorted(found) == [("killed", 1, "subset"), ("killed", 1, "subset"), ("killed", 2, "incident")]


def test_nobody_dies_twice() -> None:
    """Fails when one death, told of in two ways, is counted as two."""
    for again in ("He was pronounced dead at a hospital.", "The man was pronounced dead at a hospital."):
        assert [n for _, _, n, _ in told(f"A man died at the scene. {again}")] == [1]


def test_a_death_in_another_crash_is_no_part_of_this_one() -> None:
    """Fails when two accidents of one report become one with two dead."""
    found = told("A man died at the scene. In a separate crash, a woman died in hospital.")
    assert [n for _, _, n, _ in found] == [1, 1]
