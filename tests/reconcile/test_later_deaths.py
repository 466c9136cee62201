"""Hurt people who die, go home or are still treated: what a later report leaves of the number of the hurt."""

from typing import Any

import pytest

from pipeline.reconcile.told import scope_of
from tests.reconcile.test_hurt import injured

HURT = {"n": 58, "measure": "injured", "source": "the railway", "class": "official"}
DIED = {"n": 12, "rule": "toll", "excerpt": "A baker died in hospital on Friday, taking the toll to »12«."}


def killed(n: int) -> dict[str, Any]:
    """A claim on the dead."""
    return {"n": n, "source": "the railway", "class": "official"}


@pytest.mark.parametrize(
    ("quantifier", "n", "best"),
    [("exact", 58, 57), ("at_least", 58, 57), ("at_least", 180, 180), ("more_than", 180, 180), ("about", 180, 180)],
)
def test_a_rough_number_stays_when_one_of_the_hurt_dies(quantifier: str, n: int, best: int) -> None:
    """Fails when "more than 180 hurt" becomes more than 179."""
    assert injured(("01", (HURT | {"n": n, "quantifier": quantifier}, killed(11))), ("04", (DIED,)))[1] == best


def test_whoever_lost_a_leg_and_died_is_no_new_number_of_the_hurt() -> None:
    """Fails when "a baker who lost both legs died" counts one person hurt, and the 58 stay 58."""
    words = "»A baker« from the hills who lost both legs in the crash died in hospital on Friday."
    baker = {"n": 1, "measure": "injured", "excerpt": words}
    assert injured(("01", (HURT, killed(11))), ("04", (DIED, baker))) == (57, 57, 57)


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("»One« of the workers admitted to the clinic had passed away.", 57),
        ("»Two« of the injured have died.", 56),
        ("»One« of the rescuers died.", 58),
    ],
)
def test_who_was_hurt_before_comes_off_though_the_toll_rose_by_more(words: str, best: int) -> None:
    """Six bodies were found and one of the hurt died: one comes off, not seven."""
    dead = {"n": 2 if "Two" in words else 1, "excerpt": words}
    assert injured(("01", (HURT, killed(4))), ("04", (dead, {"n": 11, "rule": "toll"})))[1] == best


@pytest.mark.parametrize(
    ("marked", "scope"),
    [
        ("»Six« injured people are still under treatment; one went home.", "part"),
        ("»Six« remain in hospital.", "part"),
        ("»Thirty-five« of the persons hurt on Monday have been discharged.", "part"),
        ("»Twelve« of the wounded are children.", "part"),
        ("»Two« other people who were burned were still being treated.", "incident"),
        ("Two of the remaining »eight« wounded are still in hospital.", "incident"),
        ("»Six« of the passengers were hurt.", "incident"),
        ("»Six« people were treated in hospital.", "incident"),
    ],
)
def test_those_still_treated_are_some_of_the_hurt(marked: str, scope: str) -> None:
    """Fails when a later count of those in hospital stands for all who were hurt."""
    assert scope_of("incident", "injured", marked, 6) == scope


def test_a_part_told_first_holds_back_no_total() -> None:
    """Three critical on the first day, 23 hurt on the next: what bounds a number from below is no measure of it."""
    critical = {"n": 3, "measure": "injured", "scope": "subset", "position": 0}
    whole = {"n": 23, "measure": "injured", "position": 900}
    assert injured(("01", (critical,)), ("02", (whole,))) == (23, 23, 23)
    assert injured(("01", (critical | {"scope": "incident"},)), ("02", (whole,))) == (3, 3, 3)
