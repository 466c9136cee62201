"""Time in a series: jumps that another voice confirms, totals repeated after a higher one appeared."""

from typing import Any

import pytest

from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames

MINISTRY = {"source": "the ministry", "class": "official"}
MAYOR = {"source": "the mayor", "class": "official"}
PRESIDENT = {"source": "the president", "class": "official"}
Told = tuple[str, str, dict[str, Any]]


def killed(*told: Told, kind: str = "campaign") -> tuple[Any, Any, Any]:
    """Low, best and high of what these reports (publisher, day, claim) support."""
    scope = "cumulative" if kind == "campaign" else "incident"
    made = [{"id": f"{who}{day}", "from": who, "day": f"2031-05-{day}", "claims": [{"scope": scope} | claim]}
            for who, day, claim in told]  # fmt: skip
    figures = reconcile(*frames(made, kind), ["range"])
    return tuple(figures[end].item() for end in ("low", "best", "high"))  # type: ignore[return-value]


@pytest.mark.parametrize(("second", "best"), [
    ({"n": 1340} | PRESIDENT, 1340), ({"n": 2100} | PRESIDENT, 2100), ({"n": 2100} | MINISTRY, 100),
    ({"n": 9000} | PRESIDENT, 100), ({"n": 1100} | PRESIDENT, 100),
], ids=["the same", "a little higher", "the same voice", "far higher", "lower"])  # fmt: skip
def test_a_jump_waits_for_a_second_voice(second: dict[str, Any], best: int) -> None:
    """Fails when a growing toll stays at its first number because no two voices ever say the very same."""
    assert killed(("a", "01", {"n": 100} | MAYOR), ("b", "02", {"n": 1340} | MINISTRY), ("c", "03", second))[1] == best


def test_a_fall_is_confirmed_by_the_same_number_alone() -> None:
    """Fails when a voice's own earlier, higher number goes because another speaks of some number near the lower one."""
    first = ("a", "01", {"n": 800}), ("a", "02", {"n": 40})
    assert killed(*first, ("b", "03", {"n": 60} | MAYOR))[2] == 800
    assert killed(*first, ("b", "03", {"n": 40} | MAYOR)) == (40, 40, 40)


GROWN = ("a", "01", {"n": 213} | MINISTRY), ("b", "03", {"n": 388} | PRESIDENT)


def test_a_total_repeated_after_a_higher_one_is_late() -> None:
    """Fails when a paper's background line, "the quake that killed at least 213", takes a toll of 388 back."""
    assert killed(*GROWN, ("c", "04", {"n": 213, "quantifier": "at_least"}))[1] == 388


def test_a_named_source_that_says_the_lower_number_is_heard() -> None:
    """Fails when a source that disputes the higher number is taken for one who has not heard of it."""
    assert killed(*GROWN, ("c", "04", {"n": 213} | MAYOR))[1] == 213


@pytest.mark.parametrize(("later", "low"), [("01T21:40", 17), ("01T14:50", 9), ("01", 9)], ids=["evening", "soon", "?"])
def test_the_evening_s_number_replaces_the_morning_s(later: str, low: int) -> None:
    """Fails when a toll that rose within a day keeps its first number, or an order is made up without hours."""
    assert killed(("a", "01T14:20", {"n": 9} | MINISTRY), ("b", later, {"n": 17}))[0] == low


@pytest.mark.parametrize(("measure", "first", "best"), [
    ("displaced", {"n": 120, "quantifier": "more_than"}, 164), ("displaced", {"n": 120}, 120),
    ("displaced", {"n": 40, "quantifier": "more_than"}, 40), ("killed", {"n": 120, "quantifier": "more_than"}, 120),
], ids=["within its words", "a count", "far above", "the dead"])  # fmt: skip
def test_an_estimate_within_more_than_is_the_news(measure: str, first: dict[str, Any], best: int) -> None:
    """Fails when "more than 120" of yesterday outlives an estimate of 164 who fled, or an estimate a count."""
    guess = {"n": 164, "assertion": "estimated", "measure": measure} | MAYOR
    assert killed(("a", "01", first | MINISTRY | {"measure": measure}), ("b", "02", guess))[1] == best


def test_a_number_taken_back_may_be_reached_again() -> None:
    """Fails when a ninth body found after "revised down to eight from nine" is taken for the mistake once more."""
    down = {"n": 8, "excerpt": "The toll was revised down to »8«, bodies having been counted twice.", "rule": "toll"}
    again = {"n": 9, "excerpt": "A body was found, bringing the toll to »9«.", "rule": "toll"}
    told = ("a", "01", {"n": 9} | MINISTRY), ("b", "02", down | MINISTRY), ("c", "03", again)
    assert killed(*told[:2])[1] == 8
    assert killed(*told)[1] == 9


def test_the_number_before_a_change_is_nobody_s() -> None:
    """Fails when "dropped to 12 from 31" is 31, as that is read more surely."""
    drop = "The number dropped to {} as more checked in."
    claims = [
        {"n": 12, "rule": "toll", "confidence": 0.7, "excerpt": drop.format("»12« from 31")},
        {"n": 31, "rule": "toll_up_from", "confidence": 0.95, "excerpt": drop.format("12 from »31«")},
    ]
    claims = [claim | {"scope": "cumulative"} for claim in claims]
    made = [{"id": "a", "from": "a", "day": "2031-05-01", "claims": claims}]
    assert reconcile(*frames(made, "campaign"), ["range"])["best"].item() == 12


def test_of_an_incident_each_report_counts() -> None:
    """Fails when two papers' number of one incident is late because a third had a higher one between them."""
    assert killed(*GROWN, ("c", "04", {"n": 213}), kind="incident")[1] == 213


def test_a_number_of_the_same_day_that_a_rising_toll_follows_is_no_dispute() -> None:
    """Nine at noon, "rose to 21" in the evening, both by officials: nobody stands for nine any more."""
    first = {"n": 9, "source": "the fire service", "class": "official"}
    risen = {"n": 21, "rule": "toll", "excerpt": "The toll rose to »21«, officials said."} | MINISTRY
    assert killed(("a", "01 12:00", first), ("b", "01 17:00", risen), kind="incident") == (21, 21, 21)
    assert killed(("a", "01 12:00", first), ("b", "01 17:00", risen | {"rule": "x"}), kind="incident")[0] == 9


@pytest.mark.parametrize(
    ("measure", "first", "best"),
    [
        ("housing_destroyed", {"quantifier": "at_least"}, 125),
        ("housing_destroyed", {"quantifier": "exact"}, 40),
        ("killed", {"quantifier": "at_least"}, 40),
    ],
)
def test_houses_are_counted_for_days(measure: str, first: dict[str, Any], best: int) -> None:
    """ "At least 40" houses, 125 in a later report's text; whoever is killed is not counted three times as high."""
    claim = {"measure": measure, "unit": "house" if measure != "killed" else "person"}
    late = {"n": 125, "position": 900} | MINISTRY | claim
    assert killed(("a", "01", {"n": 40} | MAYOR | claim | first), ("b", "09", late), kind="incident")[1] == best


RISEN = {"n": 17, "rule": "toll", "excerpt": "The ministry's rival raises death toll to »17«"}


def test_a_risen_toll_overtakes_the_lower_ones_of_its_day() -> None:
    """Fails when a named source's nine stands against "raises death toll to 17" of the same day, the hour unknown."""
    assert killed(("a", "01", {"n": 9} | MINISTRY), ("b", "01", RISEN)) == (17, 17, 17)


def test_a_plain_higher_number_of_the_same_day_overtakes_nothing() -> None:
    """Fails when any higher number of a day silences the others, or a risen toll silences what was said hours later."""
    plain = RISEN | {"excerpt": "The death toll is »17«"}
    assert killed(("a", "01", {"n": 9} | MINISTRY), ("b", "01", plain))[0] == 9
    assert killed(("a", "01T18:00", {"n": 9} | MINISTRY), ("b", "01T09:00", RISEN))[0] == 9
