"""Texts that nobody wrote: extraction ends, and says of them what it would say of a little of them.

Here belong sizes at which anything worse than linear would show as minutes. Nothing here is timed.
"""

from datetime import UTC, datetime

import pytest

from pipeline.claims.claim import Extraction
from pipeline.claims.extract import extract
from pipeline.reading.article import Article

WHEN = datetime(2025, 6, 2, tzinfo=UTC)
REPORT = "Gunmen killed 12 people in Sarvo on Monday, police said."


def read(text: str) -> Extraction:
    """The extraction of a text without a title."""
    ids = ("art-0000000000000001", "doc-0000000000000001", "a.txt", "a")
    return extract(Article(*ids, "", "", "", "Example Post", "", WHEN, "given", WHEN, "en", len(text), "0" * 64, text))


NOISE = ["a ", ", ", ",", ".", "\n", " ", "- ", "(", '" ', "9", "of the ", "A", "’", "\u0301", "??", "1 "]


@pytest.mark.parametrize("unit", NOISE, ids=repr)
def test_noise_before_a_report_leaves_its_claim(unit: str) -> None:
    """Breaks when a run of one mark or word costs more than its length, or swallows the report behind it."""
    found = read(unit * (100_000 // len(unit)) + "\n\n" + REPORT)
    last = found.mentions[-1].sentence_no
    assert [(c.measure, c.value_best) for c in found.claims if c.mention.sentence_no == last] == [("killed", 12)]


@pytest.mark.parametrize(
    "unit",
    [
        "police said gunmen killed 3 people, ",
        "gunmen killed 3 people on Monday, ",
        "since Monday gunmen killed 3 people ",
        "gunmen killed 3 people in Sarvo and ",
        "17 people, including 3 children, were killed, ",
        "12 died, of whom 3 were hurt, ",
    ],
)
def test_a_sentence_without_end_gives_its_claims(unit: str) -> None:
    """Breaks (by taking hours) when each claim of a sentence looks at every cue of it, however far."""
    found = read(unit * 300)
    assert len(found.claims) >= 300
    assert {c.measure for c in found.claims} <= {"killed", "injured"}


def test_many_numbers_in_one_sentence() -> None:
    """Breaks when a list is matched again from each of its members, or its numbers are lost."""
    found = read("Killed: " + ", ".join(str(n) for n in range(2000, 7000)))
    assert len(found.mentions) >= 5000


def test_many_named_victims_are_told_apart_in_one_pass() -> None:
    """Breaks when every named victim is compared with every claim; or when names are counted beside the toll."""
    found = read("12 people were killed. " + "Marko Veldin was killed. Tarek Olan was killed. " * 1500)
    assert [c.value_best for c in found.claims] == [12]
