"""The codebook's number words as tables."""

from typing import Any

import pytest

from pipeline import codebook
from pipeline.quantities.vocabulary import BEFORE, DIRECTIONS, split_marks

FILES = ["numbers", "vague_terms", "quantity_words", "quantity_others", "quantity_nouns", "units", "currencies"]


def leaves(value: Any) -> list[Any]:
    """Every key and value below, lists and mappings opened."""
    if isinstance(value, dict):
        return [leaf for k, v in value.items() for leaf in (k, *leaves(v))]
    return [leaf for v in value for leaf in leaves(v)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", FILES)
def test_yaml_reads_words_as_words(name: str) -> None:
    """An unquoted "no", "on" or "yes" becomes a truth value and is never found in a text."""
    assert not [leaf for leaf in leaves(codebook.read(name)) if isinstance(leaf, bool) or leaf is None]


@pytest.mark.parametrize(
    ("phrase", "tokens"),
    [("at least", ["at", "least"]), ("approx.", ["approx", "."]), (">=", [">", "="]), ("~", ["~"])],
)
def test_phrases_are_tokenised_as_texts_are(phrase: str, tokens: list[str]) -> None:
    """A phrase with a mark is never found."""
    assert split_marks(phrase) == tokens


def test_the_longest_phrase_comes_first() -> None:
    """ "no more than" is found as "more than"."""
    sizes = [len(words) for words, _ in BEFORE["than"]]
    assert sizes == sorted(sizes, reverse=True)


def test_no_verb_goes_both_ways() -> None:
    """A verb stands under up and down."""
    assert len(DIRECTIONS) == len(codebook.read("quantity_words")["up"]) + len(codebook.read("quantity_words")["down"])
