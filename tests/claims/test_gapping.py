"""Gapping: further numbers that share the verb or the noun of the first, and those that do not."""

from tests.claims.telling import told


def test_a_second_place_shares_the_noun() -> None:
    """Fails when the number of the second place is lost."""
    assert told("The ministry reported 46 deaths in Zelvik and 13 in Karvosh.") == [
        ("46", "killed", 46, "part"), ("13", "killed", 13, "part")]


def test_one_more_person_elsewhere_is_counted() -> None:
    """Fails when "one" behind "and" is nobody."""
    assert ("one", "killed", 1, "part") in told("Fifteen people died in Zelvik and one in Karvosh.")


def test_voices_are_no_places() -> None:
    """Fails when what another voice says becomes a part of the first number."""
    assert all(scope != "part" for *_, scope in told("The toll was put at 38 by police and 40 by doctors."))


def test_captured_tanks_are_no_prisoners() -> None:
    """Fails when things that were captured are people who are held."""
    assert {measure for _, measure, *_ in told("Four tanks were destroyed and two captured.")} == {"vehicles"}


def test_people_behind_cars_stay_people() -> None:
    """Fails when the dead behind two buses are buses."""
    assert ("14", "killed", 14, "incident") in told("Two buses were hit and 14 were burned to death.")


def test_more_captured_than_were_hit_are_people() -> None:
    """Fails when five prisoners become helicopters."""
    found = told("Two helicopters were shot down and five were captured by rebels.")
    assert ("five", "detained", 5, "incident") in found
