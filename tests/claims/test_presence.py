"""Which sentences are read at all: none that holds a claim may be kept back."""

from collections.abc import Container

import pytest

from pipeline.claims.presence import letters_of, readable
from pipeline.codebook import read
from pipeline.quantities.find import find_mentions
from pipeline.reading.tokens import Sentence, tokenise

EXAMPLES = [e["example"]["text"] for e in read("constructions")["constructions"]]


def read_of(text: str, counted: Container[int] = (), money: Container[int] = ()) -> list[Sentence]:
    """The sentences that are read of a text of one."""
    return list(readable(text, [tokenise(text, 0, 0, len(text))], counted, money))


@pytest.mark.parametrize("text", [*EXAMPLES, *(e.upper() for e in EXAMPLES)])
def test_sentences_with_claims_are_read(text: str) -> None:
    """Breaks when the fast pass keeps back what a construction could read."""
    counted = {0} if any(m.status == "kept" for m in find_mentions("text", text, [(0, len(text))])) else set()
    assert read_of(text, counted)


@pytest.mark.parametrize("text", ["The council met twice.", "A back room was let.", "Nobody asked the minister."])
def test_sentences_without_an_outcome_are_passed_over(text: str) -> None:
    """Breaks when every word of a set phrase lets its sentence in, which makes reading slow."""
    assert not read_of(text)


def test_money_is_always_read() -> None:
    """Breaks when an amount is kept back because its sentence names no outcome."""
    assert read_of("It cost $5.", {0}, {0})


def test_letters_keep_their_places() -> None:
    """Breaks when a character becomes two, so that sentences are cut in the wrong place."""
    text = "İstanbul’da 3 KİŞİ öldü? Straße"
    assert len(letters_of(text)) == len(text)
    assert letters_of(text).split()[-1] == "straße".encode("latin-1")


@pytest.mark.parametrize("text", ["It was a hot day.", "The private car left."])
def test_the_first_word_of_a_compound_is_no_ship(text: str) -> None:
    """Breaks when "hot-air balloon" lets in every hot day, which makes reading slow."""
    assert not read_of(text)
