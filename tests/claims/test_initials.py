"""Initials: full stops inside a noun phrase do not end it."""

import pytest

from pipeline.claims.initials import past_dots
from pipeline.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "token", "behind"),
    [("three U.S. soldiers died", 1, "soldiers"), ("two St. Louis residents died", 1, "Louis"),
     ("a Washington D.C. court", 2, "court"), ("they left at 3 p. Then two died", 4, "p"),
     ("killed 12. A man", 1, "12"),
     ("it was in the U.S.", 4, "U")],
)  # fmt: skip
def test_what_goes_on_behind_initials_belongs_to_the_phrase(text: str, token: int, behind: str) -> None:
    """Fails when "three U.S. soldiers" are three of nobody, or a sentence's end is walked over."""
    sentence = tokenise(text, 0, 0, len(text))
    assert sentence.words[past_dots(sentence, token)] == behind
