"""The span of one report that passes on several numbers: the lowest and the highest that anybody gives."""

from typing import Any

import pandas as pd
import pytest

from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames

LEAD: dict[str, Any] = {"n": 10, "quantifier": "at_least", "position": 20}
OPEN = None


def ends(*claims: dict[str, Any], group: str = "all") -> tuple[int, int, int | None]:
    """low, best, high of one report's claims; an open end is None."""
    report = {"id": "r", "day": "2031-05-02", "claims": [{"position": 900, **claim} for claim in claims]}
    figures = reconcile(*frames([report]), ["range"])
    row = figures[figures["victim_group"] == group].iloc[0]
    return row["low"], row["best"], None if pd.isna(row["high"]) else row["high"]


def named(n: int, who: str, quantifier: str = "exact", **more: Any) -> dict[str, Any]:
    """A number on somebody's word, further down."""
    return {"n": n, "source": who, "class": "media", "quantifier": quantifier, **more}


@pytest.mark.parametrize(
    ("claims", "want"),
    [
        pytest.param([LEAD, named(12, "Coast Radio"), named(15, "Bay Post", "more_than")], (10, 10, 16), id="closed"),
        pytest.param([LEAD, {"n": 15, "quantifier": "more_than"}], (10, 10, 16), id="the report's own, further down"),
        pytest.param([{"n": 15, "quantifier": "more_than", "position": 20}], (15, 15, OPEN), id="alone"),
    ],
)  # fmt: skip
def test_more_than_n_ends_at_the_next_number(claims: list[dict[str, Any]], want: tuple[int, int, int | None]) -> None:
    """A high end of 15 denied the source that spoke of more than 15; alone the words leave it open."""
    assert ends(*claims) == want


def test_a_lead_on_the_word_of_unnamed_sources_is_the_reports_own() -> None:
    """Somebody else's higher number further down was then lost, and the figure open."""
    lead = {"n": 23, "quantifier": "at_least", "position": 20, "source": "sources"}
    assert ends(lead, {"n": 34}) == (23, 23, 34)


def test_a_small_number_further_down_is_no_low_end() -> None:
    """ "A guard and his brother were killed" beside twenty dead tells of two of them; a source's own number stays."""
    assert ends(named(20, "Coast Radio"), {"n": 2})[0] == 20
    assert ends(named(20, "Coast Radio"), {"n": 12})[0] == 12
    assert ends(named(20, "Coast Radio"), named(2, "Harbour News"))[0] == 2


def test_people_and_civilians_of_one_number_are_the_same_victims() -> None:
    """Where the lead says "four civilians" and then "four people", a source's five people are civilians too."""
    lead = {"n": 4, "group": "civilians", "quantifier": "at_least", "position": 20}
    again = {"n": 4, "quantifier": "at_least", "position": 90}
    assert ends(lead, again, {"n": 5}, group="civilians") == (4, 4, 5)
    others = {"n": 9, "position": 90}
    assert ends(lead, others, group="civilians") == (4, 4, OPEN)


@pytest.mark.parametrize(
    ("own", "quoted", "best"),
    [(200, 213, 213), (200, 340, 200), (213, 214, 213), (200, 150, 200), (1000, 1840, 1840)],
    ids=["rounded", "another hundred", "no round number", "lower", "thousands"],
)
def test_a_round_number_that_is_passed_is_the_exact_one_beside_it(own: int, quoted: int, best: int) -> None:
    """ "Toll passes 200" above the agency's 213 made 200 the figure."""
    title = {"n": own, "quantifier": "more_than", "position": 20}
    assert ends(title, named(quoted, "Coast Radio"))[1] == best
