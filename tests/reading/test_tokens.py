"""Sentences cut into tokens: offsets lead back to the text, whatever was read before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.tokens import LONGEST, MOST, Parts, Sentence, tokenise


def cut(text: str) -> Sentence:
    """The text as one sentence."""
    return tokenise(text, 0, 0, len(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen killed 12,500.5 men.", ["Gunmen", "killed", "12,500.5", "men", "."]),
        ("A 23-year-old's car", ["A", "23", "-", "year", "-", "old's", "car"]),
        ("don’t (AP)", ["don’t", "(", "AP", ")"]),
        ("x_y 3km", ["x", "_", "y", "3", "km"]),
        ("  wide \n gap ", ["wide", "gap"]),
        ("", []),
    ],
    ids=["number and stop", "hyphens", "apostrophe and brackets", "glued", "white space", "empty"],
)
def test_words(text: str, words: list[str]) -> None:
    """A number loses its separators, or a mark sticks to its word, so that no look-up finds it."""
    assert cut(text).words == words


def test_lower_case_has_straight_apostrophes() -> None:
    """Words with a typographic apostrophe miss the codebook's."""
    assert cut("The Crew’s ISN’T").lower == ["the", "crew's", "isn't"]


@given(st.text(st.sampled_from("aB3 ,.'’-_\n\u00a0é²İ"), max_size=60), st.integers(0, 5))
def test_offsets_lead_back_to_the_text(text: str, skipped: int) -> None:
    """Offsets slip, so that a claim shows other characters than those it was read from."""
    sentence = tokenise(text, 0, min(skipped, len(text)), len(text))
    spans = list(zip(sentence.starts, sentence.ends, strict=True))
    assert [text[start:end] for start, end in spans] == sentence.words
    assert "".join(sentence.words) == "".join(text[sentence.start :].split())
    assert len(sentence.lower) == len(sentence.words)
    for first in range(len(spans)):
        assert sentence.written(first, len(spans)) == text[spans[first][0] : spans[-1][1]]


def test_memory_is_bounded() -> None:
    """What was read stays in memory for good, and a month of news fills it."""
    parts = Parts()
    for number in range(2 * MOST):
        assert parts.cut(f"a-{number}") == ["a", "-", str(number)]
    long = "-" * (LONGEST + 1)
    assert len(parts.cut(long)) == len(parts.cut(long)) == LONGEST + 1
    assert len(parts._known) <= MOST
    assert long not in parts._known


def test_capitals() -> None:
    """Old wires in capitals are read as if every word were a name."""
    assert cut("THREE MEN WERE KILLED.").is_upper
    assert not cut("Three MEN").is_upper
