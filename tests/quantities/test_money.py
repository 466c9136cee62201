"""Currencies before and behind a number."""

from collections.abc import Callable

import pytest

from pipeline.quantities.money import NAMES, sign_before, words_behind
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("text", "code", "first"),
    [
        ("paid $5", "USD", 1),
        ("paid US$5", "USD", 1),
        ("paid $US5", "USD", 1),
        ("paid U.S. $5", "USD", 1),
        ("paid HK $5", "HKD", 1),
        ("A $50 bill", "USD", 1),
        ("paid A$50", "AUD", 1),
        ("paid Rs 5", "INR", 1),
        ("paid Rs. 5", "INR", 1),
        ("paid EUR 5", "EUR", 1),
        ("paid PS21,700", "GBP", 1),
        ("paid Y=100", "JPY", 1),
    ],
)
def test_signs(window: Windows, text: str, code: str, first: int) -> None:
    """A currency sign is missed, or an article taken for a part of it."""
    w = window(text)
    at = next(i for i, word in enumerate(w.words) if word[:1].isdecimal())
    assert sign_before(w, at) == (code, first)


@pytest.mark.parametrize("text", ["a PS5 console", "we TRY 5 times", "in YEARS 5 and 6", "drink 5", "costs $ and 5"])
def test_letters_that_are_no_sign(window: Windows, text: str) -> None:
    """A word or a console in front of a number becomes money."""
    w = window(text)
    at = next(i for i, word in enumerate(w.words) if word[:1].isdecimal())
    assert sign_before(w, at)[0] == ""


@pytest.mark.parametrize(
    ("text", "scale", "code"),
    [
        ("5 dollars", 1, "USD"),
        ("5 US dollars", 1, "USD"),
        ("5 U.S. dollars", 1, "USD"),
        ("5 GBP", 1, "GBP"),
        ("5 pounds sterling", 1, "GBP"),
        ("5 million pounds", 1000000, ""),
        ("5 pounds", 1, ""),
        ("5-euro note", 1, "EUR"),
        ("5 people", 1, ""),
    ],
)
def test_words(window: Windows, text: str, scale: int, code: str) -> None:
    """A currency behind a number is missed, or a weight taken for one."""
    assert words_behind(window(text), 1, scale)[0] == code


def test_pounds_in_millions_are_money(window: Windows) -> None:
    """ "500 million pounds" is a weight."""
    assert words_behind(window("500 million pounds"), 2, 1000000) == ("GBP", "pound sterling", 3)


def test_codes_are_iso() -> None:
    """The codebook holds a code that the currency column refuses."""
    assert all(len(code) == 3 and code.isupper() for code in NAMES)
