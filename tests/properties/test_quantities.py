"""What must hold for any text: spans, order, bounds, and the same answer every time."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantities.find import TRIGGERS, find_mentions
from pipeline.quantities.mention import Mention
from pipeline.quantities.vocabulary import CARDINALS
from pipeline.tables.vocabulary import DIRECTIONS, KINDS, MENTION_STATUSES, QUANTIFIERS

PIECES = st.sampled_from(
    [
        *sorted(TRIGGERS),
        "17",
        "1,200",
        "2.5",
        "3/4",
        "2019",
        "-",
        "–",
        " to ",
        " and ",
        " or ",
        "%",
        "$",
        "€",
        " at least ",
        " more than ",
        " of ",
        " people ",
        " killed ",
        ", ",
        ". ",
        "(",
        ")",
        "[",
        "]",
        "\n",
        " a ",
        " the ",
        "F",
        "km",
        "m",
        "bn",
        " million ",
        " per ",
        "year-old",
        "Sept. ",
        " p.m.",
        ":",
        "/",
        "+",
        "’s ",
        "é",
        "\u00a0",
        "½",
        "th",
        "İ",
    ]
)
NEWS = st.lists(PIECES | st.text(max_size=3), max_size=40).map(lambda pieces: " ".join(pieces)) | st.lists(
    PIECES, max_size=40
).map("".join)


def whole(text: str) -> list[Mention]:
    return find_mentions("text", text, [(0, len(text))])


def check(text: str, found: list[Mention]) -> None:
    end = 0
    for m in found:
        assert end <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.surface
        assert 0 <= m.phrase_start <= m.start and m.end <= m.phrase_end <= len(text)
        values = [v for v in (m.value_low, m.value_best, m.value_high) if v is not None]
        assert values == sorted(values)
        assert m.kind in KINDS and m.status in MENTION_STATUSES and m.quantifier in QUANTIFIERS
        assert m.direction in ("", *DIRECTIONS)
        end = m.end


@given(st.text())
def test_any_text(text: str) -> None:
    """A strange character breaks the reader, or its spans."""
    check(text, whole(text))


@settings(max_examples=400)
@given(NEWS)
def test_any_jumble_of_number_words(text: str) -> None:
    """Words of numbers in an order that nobody foresaw break the reader, its spans, or low ≤ best ≤ high."""
    check(text, whole(text))


@given(NEWS, st.integers(1, 5))
def test_any_division_into_sentences(text: str, parts: int) -> None:
    """Spans leave their sentence, or sentences leave the text's order."""
    cuts = sorted({len(text) * k // parts for k in range(parts + 1)})
    sentences = list(pairwise(cuts))
    found = find_mentions("text", text, sentences)
    check(text, found)
    for m in found:
        start, end = sentences[m.sentence_no]
        assert start <= m.start < m.end <= end


@given(st.sampled_from(sorted(CARDINALS)), st.sampled_from(["people", "ships", "houses"]))
def test_capitals_do_not_change_number_words(word: str, noun: str) -> None:
    """A number word counts in one case and not in the other."""
    text = f"the storm killed at least {word} {noun} there"
    answers = [
        [(m.start, m.end, m.value_low, m.value_best, m.quantifier, m.status, m.unit) for m in whole(t)]
        for t in (text, text.upper(), text.capitalize())
    ]
    assert answers[0] == answers[1] == answers[2] != []


@given(st.integers(0, 10**9))
def test_digits_with_and_without_separators(value: int) -> None:
    """A number is lost or read as another value by the way its thousands are grouped."""
    for written in (f"{value:,}", f"{value:,}".replace(",", "\u00a0")):
        found = whole(f"Floods displaced {written} people.")
        assert [(m.value_best, m.status) for m in found] == [(float(value), "kept")]


def test_the_hash_seed_changes_nothing() -> None:
    """Two runs over one text differ, so that a rerun would rewrite the tables."""
    program = (
        "from pipeline.quantities.find import TRIGGERS, find_mentions\n"
        "t = 'About 5 km away, 3.2 m tall, 60 miles per hour, 12 kg, 16 percent, $5 a barrel, 40 km², 5 lb'\n"
        "print([(m.surface, m.unit, m.kind, m.value_best) for m in find_mentions('text', t, [(0, len(t))])])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(answers) == 1 and "kilometre" in answers.pop()
