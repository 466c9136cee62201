"""Learning who is reliable: from earlier months alone, whatever the order of rows, copies counted once."""

from typing import Any

import pandas as pd
import pytest

from pipeline.reconcile.events import cases
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.learning import Record, learn
from pipeline.reconcile.trust import Trust, chance_of_copying
from tests.reconcile.by_hand import frames

CAREFUL, SLOPPY, ECHO = "Harbour Post", "Hill Courier", "Valley News"


def record(*days: tuple[str, dict[str, int]]) -> list[dict[str, Any]]:
    """Reports: on each day an incident of its own, with the number of each paper."""
    return [
        {"id": f"{paper} {i}", "day": day, "from": paper, "claims": [{"n": n, "event": i + 1}]}
        for i, (day, told) in enumerate(days)
        for paper, n in told.items()
    ]


RIGHT = (CAREFUL, "Isle Echo", "Cape Mail")
PAST = record(*((f"2031-0{month}-01", {**dict.fromkeys(RIGHT, 10 + month), SLOPPY: 30 + month, ECHO: 30 + month})
                for month in range(1, 7)))  # fmt: skip
"""Six months in which three papers are right, one is not, and one repeats its mistakes."""


def learnt(reports: list[dict[str, Any]]) -> Record:
    """The record from these reports."""
    return learn(list(cases(*frames(reports))), ["weighted"])


def test_a_paper_that_was_often_right_weighs_more() -> None:
    """Without learning, the policy is a majority under another name."""
    trust = learnt(PAST).before("2031-09-01")
    assert trust.weight(CAREFUL) > Trust().weight(CAREFUL) > trust.weight(SLOPPY)


def test_trust_in_force_on_a_day_knows_nothing_of_its_month() -> None:
    """If later reports changed the trust of an earlier day, history would be rewritten by every run."""
    early = [r for r in PAST if r["day"] < "2031-04"]
    for day in ("2031-01-01", "2031-02-10", "2031-04-30"):
        assert learnt(early).before(day) == learnt(PAST).before(day)
    assert learnt(PAST).before("2031-01-31") == Trust()


def test_december_is_followed_by_january() -> None:
    """A month counted past twelve would never be reached."""
    told = [(f"2031-12-0{day}", {CAREFUL: 5, "Isle Echo": 5, SLOPPY: 9}) for day in range(1, 5)]
    trusts = learnt(record(*told))
    assert trusts.before("2031-12-31") == Trust()
    assert trusts.before("2032-01-01").weight(SLOPPY) < Trust().weight(SLOPPY)


def test_the_record_decides_between_two_equal_sides() -> None:
    """Two papers against two: the side with the better record is right."""
    now = record(("2031-08-01", {CAREFUL: 6, SLOPPY: 9}))
    story = [*PAST, *[r | {"id": f"now {r['id']}", "claims": [r["claims"][0] | {"event": 0}]} for r in now]]
    figures = reconcile(*frames(story), ["range", "weighted"]).query("given_event_id == 'the-event'")
    assert dict(zip(figures["policy"], figures["best"], strict=True)) == {"range": 9, "weighted": 6}


def test_shared_wrong_numbers_speak_for_copying_and_shared_right_ones_do_not() -> None:
    """Two careful papers agree all the time; they must not be taken for copies."""
    assert chance_of_copying(0, 5, 0) > 0.9
    assert chance_of_copying(2, 0, 2) < 0.2
    assert chance_of_copying(0, 5, 0) > chance_of_copying(0, 5, 3)


def test_a_copier_adds_little() -> None:
    """Ten echoes of one mistake would outvote everybody."""
    trust = Trust(copying={(SLOPPY, ECHO): 1.0} if SLOPPY < ECHO else {(ECHO, SLOPPY): 1.0})
    assert trust.independence(ECHO, [SLOPPY]) == pytest.approx(0.2)
    assert trust.independence(ECHO, [CAREFUL]) == 1


def test_the_order_of_rows_changes_no_trust() -> None:
    """Weights that depend on the order of files make other figures after a rename."""
    claims, articles, events = frames(PAST)
    turned = [frame.iloc[::-1].reset_index(drop=True) for frame in (claims, articles, events)]
    assert learn(list(cases(*turned)), ["weighted"]) == learnt(PAST)
    pd.testing.assert_frame_equal(reconcile(*turned, ["weighted"]), reconcile(claims, articles, events, ["weighted"]))
