"""Doubts about single articles and claims: each check with an example that it finds and one that it leaves."""

from typing import Any

import pandas as pd
import pytest

from pipeline.reconcile.anomalies import find_anomalies
from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames


def found(*reports: dict[str, Any], changes: dict[str, Any] | None = None, given: str = "given") -> set[str]:
    """The checks that find something; `changes` are cells of the last claim."""
    claims, articles, events = frames(list(reports))
    last = claims["claim_id"] == claims["claim_id"].iloc[-1]
    for name, value in (changes or {}).items():
        claims.loc[last, name] = value
    articles = articles.assign(published_at_basis=given)
    return set(find_anomalies(claims, articles, events, reconcile(claims, articles, events, ["range"]))["check"])


def report(name: str, *claims: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A report of 2 May."""
    return {"id": name, "day": "2031-05-02", "claims": list(claims), **more}


@pytest.mark.parametrize(
    ("check", "doubtful", "sound"),
    [
        ("date_in_the_future", {"n": 5, "start": "2031-05-09"}, {"n": 5, "start": "2031-05-03"}),
        ("date_in_the_future", {"n": 5, "start": "2031-06-01"},
         {"n": 5, "start": "2031-06-01", "assertion": "planned"}),
        ("vague_word_alone", {"n": 24, "quantifier": "vague"}, {"n": 24}),
        ("claim_without_event", {"n": 5, "event": None}, {"n": 5, "event": None, "scope": "background"}),
    ],
)  # fmt: skip
def test_one_claim(check: str, doubtful: dict[str, Any], sound: dict[str, Any]) -> None:
    """A check that finds nothing, or everything, is of no use."""
    assert check in found(report("a", doubtful))
    assert check not in found(report("a", sound))


def test_ends_out_of_order() -> None:
    """An interval that is upside down was read wrongly."""
    assert "claim_ends_out_of_order" in found(report("a", {"n": 5}), changes={"value_high": 3})
    assert "claim_ends_out_of_order" not in found(report("a", {"n": [3, 5], "quantifier": "range"}))


@pytest.mark.parametrize(("n", "whole", "is_wrong"), [(9, "exact", True), (4, "exact", False), (9, "at_least", False)])
def test_a_part_larger_than_its_whole(n: int, whole: str, is_wrong: bool) -> None:
    """ "Five people, nine of them children" is a misreading of one of the two."""
    claims, articles, events = frames(
        [report("a", {"n": 5, "name": "whole", "quantifier": whole}, {"n": n, "group": "children", "scope": "subset"})]
    )
    whole_id = claims.loc[claims["victim_group"] == "all", "claim_id"].item()
    parents = [None if claim == whole_id else whole_id for claim in claims["claim_id"]]
    claims["parent_claim_id"] = pd.Series(parents, dtype="str")
    checks = set(find_anomalies(claims, articles, events, reconcile(claims, articles, events, ["range"]))["check"])
    assert ("part_larger_than_its_whole" in checks) == is_wrong


@pytest.mark.parametrize(("day", "is_far"), [("2030-11-20", True), ("2031-04-28", False)])
def test_a_claim_far_from_its_event(day: str, is_far: bool) -> None:
    """A claim on last year's flood in this year's event moves its figure."""
    claims, articles, events = frames([report("a", {"n": 5, "start": day})])
    events = events.assign(date_start="2031-05-01", date_end="2031-05-02")
    checks = set(find_anomalies(claims, articles, events, reconcile(claims, articles, events, ["range"]))["check"])
    assert ("claim_far_from_its_event" in checks) == is_far


def test_a_report_without_a_time_of_its_own() -> None:
    """Its place in the history is the day on which somebody saved a file."""
    assert "publication_time_unknown" in found(report("a", {"n": 5}), given="retrieved")
    assert "publication_time_unknown" not in found(report("a", {"n": 5}), given="metadata")


def test_one_id_for_two_documents() -> None:
    """Whoever joins by the input's id mixes two reports up; versions of a page and files of one name may share it."""
    claims, articles, events = frames([report("a", {"n": 5}), report("b", {"n": 6})])
    figures = reconcile(claims, articles, events, ["range"])
    twice = articles.assign(raw_id="r-1", raw_path=["a/report.json", "b/report.json.gz"])
    assert "given_id_twice" in set(find_anomalies(claims, twice, events, figures)["check"])
    named_alike = twice.assign(raw_path=["a/report.txt", "b/report.html"])
    assert "given_id_twice" not in set(find_anomalies(claims, named_alike, events, figures)["check"])
    versions = twice.assign(document_id=articles["document_id"].iloc[0])
    assert "given_id_twice" not in set(find_anomalies(claims, versions, events, figures)["check"])
