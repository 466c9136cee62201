"""Graver: how badly some of those counted were hurt is told of parts of them."""

from tests.claims.telling import told


def test_the_badly_hurt_of_the_next_sentence_are_some_of_those_before() -> None:
    """Fails when the four of fourteen are a figure of their own and pull the count down."""
    assert told("Fourteen people were injured. Four suffered serious injuries.") == [
        ("Fourteen", "injured", 14, "incident"), ("Four", "injured", 4, "subset")]


def test_numbers_with_an_adverb_alone_are_counted() -> None:
    """Fails when "three seriously and nine slightly" says nothing."""
    assert told("Twelve people were injured, three seriously and nine slightly.")[1:] == [
        ("three", "injured", 3, "subset"), ("nine", "injured", 9, "subset")]


def test_another_incident_has_wounded_of_its_own() -> None:
    """Fails when the wounded of another incident are made a part of these."""
    found = told("Twelve people were injured in the clashes. In another incident, two were seriously hurt.")
    assert ("two", "injured", 2, "incident") in found


def test_more_than_were_counted_are_no_part() -> None:
    """Fails when the larger number is made a part of the smaller one."""
    assert ("Forty", "injured", 40, "incident") in told("Four people were injured. Forty were seriously hurt.")
