"""Told apart: lists behind a colon or a dash are parts of the count before them, if they fit in it."""

from tests.claims.telling import told


def test_groups_behind_a_colon_are_subsets_of_the_count() -> None:
    """Fails when the groups are lost, or counted beside the total."""
    assert told("A bomb killed 12 people: four women and eight children.") == [
        ("12", "killed", 12, "incident"), ("four", "killed", 4, "subset"), ("eight", "killed", 8, "subset")]


def test_places_are_parts_and_the_total_stays_the_incidents() -> None:
    """Fails when the total of two places becomes a part itself, or the places become whole events."""
    assert told("Sixty-one people were killed, 46 in Zelvik and 15 in Karvosh.") == [
        ("Sixty-one", "killed", 61, "incident"), ("46", "killed", 46, "part"), ("15", "killed", 15, "part")]


def test_a_list_that_comes_to_more_is_none_of_its_parts() -> None:
    """Fails when numbers are made parts of a count that cannot hold them."""
    assert all(scope != "subset" for *_, scope in told("A bomb killed 12 people: 40 women and 80 children were near."))


def test_reasons_are_no_places() -> None:
    """Fails when "six for robbery" is taken for a part of the country."""
    found = told("Twelve men were held: six for robbery and six for assault.")
    assert [scope for _, _, n, scope in found if n == 6] == ["subset", "subset"]
