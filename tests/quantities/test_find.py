"""Golden numbers: every way in which news writes quantities, and what only looks like one."""

import csv
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.quantities.find import find_mentions
from pipeline.quantities.mention import Mention

GOLDEN, NEWS = (
    yaml.safe_load((Path(__file__).parents[1] / "golden" / name).read_text(encoding="utf-8"))
    for name in ("numbers.yml", "numbers_news.yml")
)
SHARED = Path(__file__).parents[3] / "shared"
FOUNDING = SHARED / "eval" / "gold" / "founding_article_quantities.csv"


def whole(text: str) -> list[Mention]:
    """The mentions of a text that is one sentence."""
    return find_mentions("text", text, [(0, len(text))])


def as_entry(text: str, m: Mention) -> dict[str, Any]:
    """A mention as the golden table writes it."""
    entry: dict[str, Any] = {"surface": m.surface, "status": m.status, "quantifier": m.quantifier, "kind": m.kind}
    values = {"low": m.value_low, "best": m.value_best, "high": m.value_high}
    entry |= {name: round(value, 10) for name, value in values.items() if value is not None}
    entry |= {name: getattr(m, name) for name in ("unit", "currency", "direction") if getattr(m, name)}
    return entry | {"phrase": text[m.phrase_start : m.phrase_end]}


@pytest.mark.parametrize("case", GOLDEN, ids=[case["text"][:50] for case in GOLDEN])
def test_golden_sentence(case: dict[str, Any]) -> None:
    """A way of writing numbers is read wrongly: value, bounds, span, unit or the reason for rejecting it."""
    defaults = {"status": "kept", "quantifier": "exact", "kind": "count"}
    expected = [defaults | {"phrase": entry["surface"]} | entry for entry in case["mentions"]]
    assert [as_entry(case["text"], m) for m in whole(case["text"])] == expected


@pytest.mark.parametrize("case", NEWS, ids=[case["text"][:50] for case in NEWS])
def test_news_sentence(case: dict[str, Any]) -> None:
    """A number as some desk writes it is lost, taken for something else, or has another unit or direction."""
    found = [as_entry(case["text"], m) for m in whole(case["text"])]
    assert [entry["surface"] for entry in found] == [entry["surface"] for entry in case["mentions"]]
    for entry, labelled in zip(found, case["mentions"], strict=True):
        expected = {"status": "kept"} | labelled
        if expected["status"] == "kept":
            expected = {"unit": "", "direction": "", "quantifier": "exact"} | expected
        assert {key: entry.get(key, "") for key in expected} == expected


def test_offsets_count_in_the_field_and_sentences_are_numbered() -> None:
    """Offsets or sentence numbers of a later sentence are counted from its own start."""
    text = "Two men fled. Later 3 women and 40 children came."
    found = find_mentions("text", text, [(0, 13), (14, len(text))])
    assert [(m.sentence_no, text[m.start : m.end]) for m in found] == [(0, "Two"), (1, "3"), (1, "40")]


def test_context_stops_at_the_sentence() -> None:
    """Words of the sentence before bound a number ("... at least. 17 died")."""
    text = "They waited for a week at least. 17 died."
    found = find_mentions("text", text, [(0, 32), (33, len(text))])
    assert [(m.surface, m.quantifier) for m in found] == [("17", "exact")]


def test_a_number_far_behind_another_is_read_once() -> None:
    """Windows that overlap report a number twice or lose it."""
    text = "At least 17 people " + "and their many friends from the village " * 3 + "met 4 doctors."
    assert [m.surface for m in whole(text)] == ["17", "4"]


@pytest.mark.parametrize(
    "entry",
    [
        "Arvel, 31; ",
        "Ann Wood, 31; ",
        "020 7946 ",
        "[1,2,",
        "(12) ",
        "Articles 5 and 6, ",
        "$5 to $6 million from 3 to ",
    ],
)
def test_long_lists_take_linear_time(entry: str) -> None:
    """A table of numbers is walked through once for each of its numbers."""

    def seconds(times: int) -> float:
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            whole(entry * times)
            best = min(best, time.process_time() - start)
        return best

    seconds(10)
    assert seconds(1600) < 10 * seconds(400)


@pytest.mark.skipif(not FOUNDING.exists(), reason="needs ../shared")
def test_founding_article() -> None:
    """In the article that the project started from, a figure is lost or something else is taken for one."""
    text = next((SHARED / "seed").glob("*.txt")).read_text(encoding="utf-8")
    found = whole(text)
    rows = list(csv.DictReader(FOUNDING.open(encoding="utf-8", newline="")))
    spans = {row["quantity_id"]: (int(row["char_start"]), int(row["char_end"])) for row in rows}
    for row in rows:
        start, end = spans[row["quantity_id"]]
        over = [m for m in found if m.start < end and m.end > start]
        assert len(over) == 1, row["quantity_id"]
        assert (over[0].status == "kept") == (row["status"] == "claim"), row["quantity_id"]
        if row["status"] == "claim":
            assert over[0].surface == row["surface"]
            values = [over[0].value_low, over[0].value_best, over[0].value_high]
            assert values == [float(row[f"value_{k}"]) if row[f"value_{k}"] else None for k in ("low", "best", "high")]
    claims = [spans[row["quantity_id"]] for row in rows if row["status"] == "claim"]
    assert [(m.start, m.end) for m in found if m.status == "kept"] == sorted(claims)
