"""Decisions on claims and figures: what they change, what they leave, and when they no longer apply."""

from typing import Any

import pandas as pd
import pytest

from pipeline.linking.decisions import Decision
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import history
from pipeline.reconcile.review import pin_figures, pin_history, review_claims, touched_events, with_remarks
from pipeline.tables.registry import make_id
from tests.reconcile.by_hand import EVENT, frames

FIVE, FORTY = make_id("clm", "a.0"), make_id("clm", "b.0")
STORY = [
    {"id": "a", "day": "2031-05-01", "from": "Harbour Post", "claims": [{"n": 5}]},
    {"id": "b", "day": "2031-05-03", "from": "Hill Courier", "claims": [{"n": 4000}]},
    {"id": "c", "day": "2031-05-05", "from": "Harbour Post", "claims": [{"n": 7}]},
]

JUMP = [STORY[0], STORY[1], STORY[2] | {"day": "2031-05-02"}]
"""The number out of all proportion comes last."""


def decision(
    action: str, subject: str, value: str = "", field: str = "", seen: str = "", at: str = "2031-05-04"
) -> Decision:
    """A decision by hand."""
    return Decision(f"dec-{action}", 2, f"{at}T00:00:00Z", "Ada", action, subject, field, value, seen, "because")


def decided(*decisions: Decision) -> dict[str, Any]:
    """The figure under the default policy after these decisions."""
    claims, articles, events = frames(JUMP)
    changed, outcomes = review_claims(claims, decisions)
    figures = with_remarks(reconcile(changed, articles, events, ["range"]), claims, decisions, outcomes)
    return {str(k): v for k, v in figures[figures["measure"] == "killed"].iloc[0].items()}


def test_the_machine_alone() -> None:
    """A number out of all proportion waits."""
    assert decided()["best"] == 7


@pytest.mark.parametrize(
    ("given", "best"),
    [
        (decision("accept", FORTY), 4000),
        (decision("reject", make_id("clm", "c.0")), 5),
        (decision("correct", FORTY, "40", "value"), 40),
        (decision("correct", make_id("clm", "c.0"), "injured", "measure"), 5),
    ],
)
def test_a_decision_moves_the_figure_and_is_told(given: Decision, best: int) -> None:
    """A number that a person chose must say so."""
    figure = decided(given)
    assert figure["best"] == best
    assert "Ada" in figure["reason"] and "on 2031-05-04: because." in figure["reason"]


def test_only_the_figures_that_it_is_about_tell_of_it() -> None:
    """A remark on every figure of an event is a remark on none."""
    story = [{"id": "a", "day": "2031-05-01", "claims": [{"n": 5}, {"n": 9, "measure": "injured"}]}]
    claims, articles, events = frames(story)
    given = decision("correct", FIVE, "6", "value")
    changed, outcomes = review_claims(claims, [given])
    figures = with_remarks(reconcile(changed, articles, events, ["range"]), claims, [given], outcomes)
    told = figures.set_index("measure")["reason"].str.contains("Ada")
    assert told["killed"] and not told["injured"]


def test_the_claims_of_the_machine_are_left_alone() -> None:
    """The machine's value is the evidence that there was something to decide."""
    claims, _, _ = frames(STORY)
    before = claims.copy()
    _, outcomes = review_claims(claims, [decision("correct", FIVE, "6+", "value")])
    pd.testing.assert_frame_equal(claims, before)
    assert (outcomes["dec-correct"].state, outcomes["dec-correct"].machine_value) == ("applied", "5")


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (decision("correct", FIVE, "6", "value", seen="5"), "applied"),
        (decision("correct", FIVE, "6", "value", seen="4"), "stale"),
        (decision("reject", "clm-gone"), "orphan"),
    ],
)
def test_states_of_decisions_on_claims(given: Decision, state: str) -> None:
    """What was decided about another number must not be applied to this one."""
    claims, _, _ = frames(STORY)
    changed, outcomes = review_claims(claims, [given])
    assert outcomes[given.decision_id].state == state
    assert state == "applied" or changed.equals(claims)


# ------------------------------------------------------------------ pins


def pinned(given: Decision) -> tuple[pd.DataFrame, pd.DataFrame, Any]:
    """Figures, history and outcome of a pin."""
    evidence = frames(STORY)
    figures, outcomes = pin_figures(reconcile(*evidence, ["range"]), [given])
    return figures, pin_history(history(*evidence, ["range"]), [given]), outcomes[given.decision_id]


FIGURE = reconcile(*frames(STORY), ["range"])["figure_id"].iloc[0]


@pytest.mark.parametrize(
    ("given", "best", "days"),
    [
        (decision("pin", FIGURE, "6"), 6, [("2031-05-01", 5), ("2031-05-04", 6), ("2031-05-05", 6)]),
        (decision("pin", FIGURE, "6", seen="5"), 7, [("2031-05-01", 5), ("2031-05-04", 6), ("2031-05-05", 7)]),
        (decision("pin", FIGURE, "5/6/9", seen="7", at="2031-06-01"), 6,
         [("2031-05-01", 5), ("2031-05-05", 7), ("2031-06-01", 6)]),
    ],
)  # fmt: skip
def test_a_pin_holds_from_its_day_while_the_machine_says_what_it_said(
    given: Decision, best: int, days: list[tuple[str, int]]
) -> None:
    """A pin that rewrote earlier days would say that people knew before they decided."""
    figures, rows, outcome = pinned(given)
    assert figures["best"].item() == best
    assert list(zip(rows["as_of"], rows["new_best"], strict=True)) == days
    assert rows["old_best"].tolist()[1:] == rows["new_best"].tolist()[:-1]
    assert outcome.state == ("applied" if best == 6 else "stale") and outcome.machine_value == "7"
    assert rows.loc[rows["as_of"] == given.decided_at[:10], "reason"].item() == "review"


def test_a_pin_that_never_held_leaves_no_trace_in_the_history() -> None:
    """A day on which nothing changed is told as a new report."""
    _, rows, outcome = pinned(decision("pin", FIGURE, "6", seen="99"))
    assert outcome.state == "stale" and rows["as_of"].tolist() == ["2031-05-01", "2031-05-05"]


def test_a_pin_on_a_figure_that_is_gone_is_an_orphan() -> None:
    """It would be followed by nobody, and nobody would know."""
    _, outcomes = pin_figures(reconcile(*frames(STORY), ["range"]), [decision("pin", "fig-gone", "6")])
    assert outcomes["dec-pin"].state == "orphan"


def test_events_are_touched_by_decisions_that_came_went_or_changed() -> None:
    """Only there is a revised day the work of people."""
    claims, _, _ = frames(STORY)
    _, one = review_claims(claims, [decision("reject", FIVE)])
    stale = {key: outcome._replace(state="stale") for key, outcome in one.items()}
    for before, after in (({}, one), (one, {}), (one, stale)):
        assert touched_events(before, after) == {EVENT}
    assert touched_events(one, one) == frozenset()
