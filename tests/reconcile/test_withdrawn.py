"""Numbers that a report says it replaces, and those that come back after they were lowered."""

from typing import Any

from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames

MINISTRY = {"source": "the ministry", "class": "official"}
POLICE = {"source": "police", "class": "official"}


def killed(*reports: tuple[str, str, tuple[dict[str, Any], ...]]) -> tuple[Any, Any, Any]:
    """Low, best and high of the killed that these reports (publisher, day, claims) support."""
    made = [
        {"id": f"{who}{day}", "from": who, "day": f"2031-05-{day}", "claims": list(claims)}
        for who, day, claims in reports
    ]
    figures = reconcile(*frames(made), ["range"])
    found = figures[(figures["measure"] == "killed") & (figures["victim_group"] == "all")]
    return tuple(found[end].item() for end in ("low", "best", "high"))  # type: ignore[return-value]


def test_a_number_that_is_said_to_be_replaced_no_longer_holds_whoever_gave_it() -> None:
    """ "Revised to 18 from 17" by the ministry, a day after two papers had 17 from others."""
    first = ("a", "01", ({"n": 17} | POLICE,)), ("b", "01", ({"n": 17, "source": "the mayor", "class": "official"},))
    raised = ({"n": 18, "rule": "toll"} | MINISTRY, {"n": 17, "rule": "toll_up_from"} | MINISTRY)
    assert killed(*first, ("c", "02", raised)) == (18, 18, 18)
    assert killed(*first, ("c", "02", raised[:1])) == (17, 17, 18)


def test_a_number_lowered_by_its_source_does_not_come_back() -> None:
    """36, corrected to 31, then a paper that still has 36; the source itself may raise it again."""
    old, new = {"n": 36} | MINISTRY, {"n": 31, "rule": "toll_corrected"} | MINISTRY
    before = ("a", "01", (old,)), ("a", "02", (new,))
    assert killed(*before, ("b", "04", ({"n": 36},))) == (31, 31, 31)
    assert killed(*before, ("b", "04", ({"n": 40},)))[1] == 40
    assert killed(*before, ("a", "04", (old | {"rule": "toll_corrected"},)))[1] == 36


def test_a_number_lowered_no_longer_holds_for_those_who_repeated_it() -> None:
    """Papers that had the uncorrected number before do not outvote the correction."""
    papers = ("b", "01", ({"n": 36},)), ("c", "01", ({"n": 36},))
    ministry = ("a", "01", ({"n": 36} | MINISTRY,)), ("a", "02", ({"n": 31, "rule": "toll_corrected"} | MINISTRY,))
    assert killed(*papers, *ministry) == (31, 31, 31)


def test_a_count_of_one_in_the_lead_stands_before_two_further_down() -> None:
    """ "One dead" counts all; "a man was shot dead" leaves room for the two told of below."""
    two = {"n": 2, "group": "men", "excerpt": "»Two« men were killed that night.", "position": 900}
    lead = {"n": 1, "group": "men", "position": 0}
    assert killed(("a", "01", (lead | {"excerpt": "The shooting left »one« man dead."}, two)))[1] == 1
    assert killed(("a", "01", (lead | {"excerpt": "»A man« was shot dead."}, two)))[1] == 2
    police = lead | POLICE | {"excerpt": "»One« man is dead, police said."}
    assert killed(("a", "01", (police, two)))[1] == 1
    span = lead | {"n": (1, 3), "quantifier": "range", "excerpt": "Between »one and three« men died."}
    again = lead | {"excerpt": "A paper has »one« killed, another three."}
    assert killed(("a", "01", (span, again))) == (1, 1, 3)
    least = lead | {"quantifier": "at_least", "excerpt": "At least »one« man died."}
    assert killed(("a", "01", (least, two)))[1] == 2


def test_a_late_small_number_on_nobody_s_word_is_no_low_end() -> None:
    """310 dead in the province, 97 where an aid agency works: tolls do not fall unsaid."""
    whole = ("a", "03", ({"n": 310} | MINISTRY,))
    assert killed(whole, ("b", "03", ({"n": 97},)))[0] == 310
    assert killed(whole, ("b", "03", ({"n": 97} | POLICE,)))[0] == 97
    assert killed(whole, ("b", "03", ({"n": 200},)))[0] == 200


def test_a_range_in_the_lead_is_not_dropped_for_one_source_s_single_victim() -> None:
    """ "Between one and three were killed", and in the lead too who gives the lowest: the span stays."""
    span = {"n": [1, 3], "quantifier": "range", "position": 0, "excerpt": "Between »one and three« people died."}
    lowest = {"n": 1, "position": 150, "excerpt": "The lowest toll, of »one« dead, is a local paper's."}
    assert killed(("a", "01", (span, lowest))) == (1, 1, 3)


def test_an_upper_bound_far_beyond_the_count_waits_for_a_second_voice() -> None:
    """ "Up to 120 soldiers" says the side that fired; nine are found dead. A bound near the count is its high end."""
    count = ("a", "02", ({"n": 9} | POLICE,))
    bound = {"n": 120, "quantifier": "at_most", "source": "the army", "class": "official"}
    assert killed(("b", "01", (bound,)), count) == (9, 9, 9)
    assert killed(("b", "01", (bound | {"n": 20},)), count) == (9, 9, 20)
    second = ("c", "01", (bound | {"source": "the mayor"},))
    assert killed(("b", "01", (bound,)), second, count) == (9, 9, 120)
