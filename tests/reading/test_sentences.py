"""Sentences: golden cases, and what must hold for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.reading.sentences import LONGEST, split

GOLDEN = yaml.safe_load((Path(__file__).parents[1] / "golden" / "sentences.yml").read_text(encoding="utf-8"))
PIECES = ["Two died", ".", "U.S.", " ", "\n", "\n\n", "\r\n", "Gen.", "3.5", "p.m.", "“", "”", '"', "...", "A", "i",
          "?",           "- ", "1. ", "\t", "THE TOWN", "said", "。", "\u2029", ")", "al-Name"]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["name"])
def test_golden(case: dict) -> None:
    """Breaks when a construction is split where it was not before."""
    text = case["text"]
    assert [text[start:end] for start, end in split(text)] == case["sentences"]


def test_golden_covers_enough() -> None:
    """Breaks when cases are lost or named twice."""
    assert len({case["name"] for case in GOLDEN}) == len(GOLDEN) >= 60


@given(TEXTS)
@example("\ud800. A")
@example(".")
@example("\n.A")
def test_spans_cover_all_but_white_space(text: str) -> None:
    """Breaks when a character is lost, counted twice or out of order, or a span begins or ends in white space."""
    spans = split(text)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    inside = {i for start, end in spans for i in range(start, end)}
    assert all(ch.isspace() for i, ch in enumerate(text) if i not in inside)


@given(TEXTS)
def test_same_text_same_spans(text: str) -> None:
    """Breaks when a split depends on what was split before."""
    assert split(text) == split(str(text.encode("utf-8", "surrogatepass"), "utf-8", "surrogatepass"))


@pytest.mark.parametrize("unit", [".", "\n", "\r", '."', ".)", "!", " ", "A.", '. "', "1.", "a.B", "x" * 50 + "\n"])
def test_long_runs_of_one_mark(unit: str) -> None:
    """Breaks (by taking minutes) when a run of marks is searched again from each of its members."""
    text = unit * (200_000 // len(unit))
    covered = sum(len(text[start:end].split()) > 0 for start, end in split(text))
    assert (covered > 0) == bool(text.strip())


@pytest.mark.parametrize("unit", ["word ", "9", "a, ", "<>"])
def test_a_text_without_stops_is_cut(unit: str) -> None:
    """Breaks when a table or page without stops becomes one sentence, whose reading may take hours; or loses words."""
    text = unit * (10_000 // len(unit))
    spans = split(text)
    assert max(end - start for start, end in spans) <= LONGEST
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    if " " in unit:
        assert {text[s:e].split()[0] for s, e in spans} == {unit.strip()}


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Two hurt in fatal shooting A suspect is in custody", 2),
        ("Eight killed in the city The army denies it", 2),
        ("Twelve workers in unit A died", 1),
        ("Ten people were killed when tower A collapsed", 1),
        ("The minister said The attack killed two", 1),
        ("Patients with hepatitis A virus", 1),
        ("Police Kill A man In Tolvar", 1),
    ],
)
def test_a_headline_run_together_with_its_text(text: str, n: int) -> None:
    """Breaks when the last verb of a headline takes the next sentence's subject for its object, or a letter splits."""
    assert len(split(text)) == n
