"""The reason of a figure: plain English that a reader can print, never cut within a name."""

from typing import Any

import pytest

from pipeline.reconcile.cutting import cut
from pipeline.reconcile.figures import reconcile
from tests.reconcile.by_hand import frames


def told(*claims: dict[str, Any], **report: str) -> str:
    """The reason of the number of everybody that a lone report supports."""
    figures = reconcile(
        *frames([{"id": "a", "day": "2031-05-01", "from": "Harbour Post", "claims": list(claims), **report}]), ["range"]
    )
    return str(figures[figures["victim_group"] == "all"]["reason"].item())


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([{"n": 5}], "5 on the word of 1 voice (Harbour Post), latest 2031-05-01."),
        ([{"n": 2, "group": "children"}], "2 (the number of children) on"),
        ([{"n": 2, "group": "men"}, {"n": 3, "group": "women"}], "5 (men and women added up) on"),
        ([{"n": 4, "scope": "part"}], "at least 4 (one part of the total) on"),
        ([{"n": 3, "source": "According to\n\nthe  ministry", "class": "official"}], "(the ministry)"),
        ([{"n": 2, "quantifier": "vague", "excerpt": "»Several« people were killed."}], "“several”, at least 2 on"),
    ],
)
def test_a_reason_is_plain_english(claims: list[dict[str, Any]], words: str) -> None:
    """Fails when a code, a line break or half a phrase stands where a reader expects a sentence."""
    assert words in told(*claims)


def test_long_names_are_cut_between_words() -> None:
    """A reason has at most 200 characters, and no word of it is half a word."""
    source = "the deputy commander of the combined northern harbour brigades and rescue services of the province"
    reason = told({"n": 3, "source": source, "class": "official"})
    assert "(the deputy commander of the combined northern harbour…)" in reason
    assert len(reason) <= 200


@pytest.mark.parametrize(
    ("text", "short"),
    [("one two three", "one two…"), ("one two", "one two"), ("one, two three", "one…"), ("seventeen", "seventee…")],
)
def test_a_text_is_cut_at_the_end_of_a_word(text: str, short: str) -> None:
    """Only a text of one word is cut within it."""
    assert cut(text, 8 if text != "one, two three" else 7) == short
