"""Dates: expressions found, days meant, and the date that a claim takes."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.claims.date_spans import find_dates
from pipeline.claims.dates import resolve, role_of
from pipeline.claims.periods import period_for
from pipeline.reading.tokens import Sentence, tokenise

GOLDEN: dict[str, Any] = yaml.safe_load((Path(__file__).parent.parent / "golden" / "dates.yml").read_text("utf-8"))
PUBLISHED = datetime.date.fromisoformat(GOLDEN["published"])
Iso = str | datetime.date | None


def sentence_of(text: str) -> Sentence:
    return tokenise(text, 0, 0, len(text))


def iso(day: Iso) -> str:
    return day.isoformat() if isinstance(day, datetime.date) else day or ""


def tokens_of(text: str) -> list[str]:
    return sentence_of(str(text)).words


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["text"])
def test_expressions_are_found_and_resolved(case: dict[str, Any]) -> None:
    """Fails when a date is missed, read into a word that is none, or put on the wrong days."""
    sentence = sentence_of(case["text"])
    found = {}
    for span in find_dates(sentence):
        period = resolve(span, PUBLISHED)
        words = tuple(sentence.words[span.first : span.last])
        found[words] = [iso(period.start), iso(period.end), period.precision, role_of(span, period, PUBLISHED)]
    wanted = {tuple(tokens_of(k)): [iso(v[0]), iso(v[1]), *v[2:]] for k, v in case["spans"].items()}
    assert found == wanted


@pytest.mark.parametrize("case", GOLDEN["claims"], ids=lambda case: case["text"])
def test_a_claim_takes_its_own_date(case: dict[str, Any]) -> None:
    """Fails when a claim takes the day of the statement or of another event."""
    sentence = sentence_of(case["text"])
    for number in case.keys() - {"text"}:
        start, end, role = case[number]
        at = sentence.words.index(number)
        period = period_for(sentence, at, at + 1, PUBLISHED)
        assert (period.period_start, period.period_end, period.role) == (iso(start), iso(end), role)


def test_capitals_do_not_hide_dates() -> None:
    """Fails when text in capitals is read differently from the same text in small letters."""
    for case in GOLDEN["cases"]:
        upper = sentence_of(case["text"].upper())
        assert len(find_dates(upper)) >= len(case["spans"]), case["text"]


def test_without_a_publication_day_only_full_dates_resolve() -> None:
    """Fails when a date is invented where nothing anchors it."""
    full, bare = (find_dates(sentence_of(t))[0] for t in ("It fell on 3 May 2020.", "It fell on Friday."))
    assert iso(resolve(full, None).start) == "2020-05-03"
    assert resolve(bare, None) == (None, None, "unknown")


def test_a_range_never_ends_before_it_begins() -> None:
    """Fails when "December 30 to January 2" loses its year."""
    sentence = sentence_of("Nine died from December 30 to January 2.")
    period = resolve(find_dates(sentence)[0], datetime.date(2024, 1, 5))
    assert (iso(period.start), iso(period.end)) == ("2023-12-30", "2024-01-02")
