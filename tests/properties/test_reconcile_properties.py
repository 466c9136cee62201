"""What must hold for any reports: order of ends, independence of row order and file names, replay equals one run."""

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reconcile.appending import append
from pipeline.reconcile.figures import reconcile
from pipeline.reconcile.history import history
from pipeline.reconcile.policies import default_policies
from tests.reconcile.by_hand import frames

POLICIES = default_policies()
RUN_AT = pd.Timestamp("2032-01-01", tz="UTC")

DAYS = ("2031-04-28", "2031-04-30", "2031-05-01", "2031-05-02", "2031-05-03", "2031-05-06", "2031-05-31", "2031-06-01",
        "2031-07-10")  # fmt: skip
"""Some of them close, some in other months, since trust is learned by month."""

numbers = st.integers(min_value=0, max_value=60)
plain = st.fixed_dictionaries(
    {"n": numbers, "quantifier": st.sampled_from(["exact", "at_least", "about", "at_most", "vague"])}
)
ranges = st.tuples(numbers, numbers).map(lambda ends: {"n": sorted(ends), "quantifier": "range"})
details = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["killed", "killed", "injured", "missing"]),
        "group": st.sampled_from(["all", "all", "women", "children", "civilians", "perpetrators"]),
        "scope": st.sampled_from(["incident", "incident", "cumulative", "part", "subset", "change"]),
        "assertion": st.sampled_from(["asserted", "asserted", "reported", "estimated", "feared", "denied", "planned"]),
        "class": st.sampled_from(["unknown", "official", "armed_group", "medical"]),
        "source": st.sampled_from([None, "the ministry", "the hospital", "the front"]),
        "event": st.sampled_from([0, 0, 1]),
        "excerpt": st.sampled_from([None, "The toll was revised."]),
    }
)
claim = st.builds(lambda number, rest: number | rest, st.one_of(plain, plain, ranges), details)
report = st.fixed_dictionaries(
    {
        "day": st.sampled_from(DAYS),
        "from": st.sampled_from(["Harbour Post", "Hill Courier", "Valley News"]),
        "claims": st.lists(claim, min_size=1, max_size=3),
        "document": st.sampled_from(["", "", "", "page"]),
    }
)


@st.composite
def stories(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = draw(st.lists(report, min_size=1, max_size=7))
    return [r | {"id": f"r{i}", "document": r["document"] or f"r{i}"} for i, r in enumerate(found)]


kinds = st.sampled_from(["incident", "campaign"])
many = settings(max_examples=12, deadline=None)


@many
@given(stories(), kinds)
def test_low_best_high_are_in_order(reports: list[dict[str, Any]], kind: str) -> None:
    """An interval that does not hold its best value misleads whoever plots it."""
    figures = reconcile(*frames(reports, kind), POLICIES)
    for low, high in (("low", "best"), ("best", "high"), ("low", "high")):
        assert not (figures[low] > figures[high]).fillna(False).any()


@many
@given(stories(), kinds, st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(reports: list[dict[str, Any]], kind: str, random: Any) -> None:
    """Figures that depend on the order of rows change when a file is split or renamed."""
    claims, articles, events = frames(reports, kind)
    shuffled = [f.sample(frac=1, random_state=random.randrange(99)) for f in (claims, articles, events)]
    pd.testing.assert_frame_equal(reconcile(*shuffled, POLICIES), reconcile(claims, articles, events, POLICIES))
    pd.testing.assert_frame_equal(history(*shuffled, POLICIES), history(claims, articles, events, POLICIES))


@many
@given(stories(), kinds)
def test_file_names_change_nothing(reports: list[dict[str, Any]], kind: str) -> None:
    """A moved raw folder must not make other figures."""
    renamed = [r | {"path": f"elsewhere/{i}.html"} for i, r in enumerate(reversed(reports))][::-1]
    pd.testing.assert_frame_equal(
        reconcile(*frames(renamed, kind), POLICIES), reconcile(*frames(reports, kind), POLICIES)
    )


@many
@given(stories(), kinds)
def test_replay_ends_where_one_run_ends(reports: list[dict[str, Any]], kind: str) -> None:
    """The last revision of a figure is the figure; otherwise history and table contradict each other."""
    figures = reconcile(*frames(reports, kind), POLICIES).set_index("figure_id")
    rows = history(*frames(reports, kind), POLICIES).sort_values("as_of").drop_duplicates("figure_id", keep="last")
    rows = rows[rows["reason"] != "retracted"].set_index("figure_id")
    assert set(rows.index) == set(figures.index)
    for name in ("low", "best", "high"):
        ours = rows[f"new_{name}"].reindex(figures.index).astype("Int64")
        assert ours.fillna(-1).tolist() == figures[name].fillna(-1).tolist()
    ours = rows["superseded_claim_ids"].reindex(figures.index).fillna("")
    assert ours.tolist() == figures["superseded_claim_ids"].fillna("").tolist()


@many
@given(stories(), kinds, st.sampled_from(DAYS))
def test_replay_of_a_day_equals_a_run_on_that_day(reports: list[dict[str, Any]], kind: str, day: str) -> None:
    """What we say we believed on a day must be what a run on that day would have published."""
    past = [r for r in reports if r["day"] <= day]
    if not past:
        return
    then = reconcile(*frames(past, kind), POLICIES).set_index("figure_id")
    rows = history(*frames(reports, kind), POLICIES)
    rows = rows[rows["as_of"] <= day].sort_values("as_of").drop_duplicates("figure_id", keep="last")
    rows = rows[rows["reason"] != "retracted"].set_index("figure_id")
    assert set(rows.index) == set(then.index)
    for name in ("low", "best", "high"):
        assert (
            rows[f"new_{name}"].reindex(then.index).astype("Int64").fillna(-1).tolist()
            == then[name].fillna(-1).tolist()
        )


@many
@given(stories(), stories(), kinds)
def test_appending_keeps_the_past_and_a_rerun_adds_nothing(
    first: list[dict[str, Any]], second: list[dict[str, Any]], kind: str
) -> None:
    """A lost or doubled revision makes the question "what did we publish?" unanswerable."""
    one = append(pd.DataFrame(), history(*frames(first, kind), POLICIES), RUN_AT, "run-1")
    replayed = history(*frames(second, kind), POLICIES)
    two = append(one, replayed, RUN_AT + pd.Timedelta(days=1), "run-2", "retroactive")
    kept = two[two["run_id"] == "run-1"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, one.reset_index(drop=True))
    again = append(two, replayed, RUN_AT + pd.Timedelta(days=2), "run-3")
    pd.testing.assert_frame_equal(again, two)


@many
@given(stories(), stories(), kinds)
def test_after_appending_every_day_reads_as_replayed(
    first: list[dict[str, Any]], second: list[dict[str, Any]], kind: str
) -> None:
    """After a rerun the revisions in force must be those of the replay, also where the old run saw more changes."""
    one = append(pd.DataFrame(), history(*frames(first, kind), POLICIES), RUN_AT, "run-1")
    replayed = history(*frames(second, kind), POLICIES)
    two = append(one, replayed, RUN_AT + pd.Timedelta(days=1), "run-2")
    for day in DAYS:
        assert in_force(two, day) == in_force(replayed, day)


def in_force(revisions: pd.DataFrame, day: str) -> dict[str, tuple[Any, ...]]:
    """Values of every figure on a day, those that hold none left out."""
    order = ["as_of", "recorded_at"] if "recorded_at" in revisions else ["as_of"]
    rows = revisions[revisions["as_of"] <= day].sort_values(order).drop_duplicates("figure_id", keep="last")
    values = rows[["new_low", "new_best", "new_high"]].astype("Int64").astype(object)
    values = values.where(values.notna(), None)
    found = dict(zip(rows["figure_id"], map(tuple, values.to_numpy().tolist()), strict=True))
    return {figure: ends for figure, ends in found.items() if any(end is not None for end in ends)}
