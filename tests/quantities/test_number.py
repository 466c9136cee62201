"""Values: how digits and number words spell them."""

from collections.abc import Callable

import pytest

from pipeline.quantities.number import digit_value, digits_at, words_at
from pipeline.quantities.scan import Window

Windows = Callable[[str], Window]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("17", 17),
        ("1,234", 1234),
        ("1,234,567.5", 1234567.5),
        ("1,50,000", 150000),
        ("2.5", 2.5),
        ("1,2", None),
        ("1.2.3", None),
        ("2019,2020", None),
    ],
)
def test_english_digits(written: str, value: float | None) -> None:
    """Separators are read wrongly, or a list of numbers as one number."""
    assert digit_value(written, "") == value


@pytest.mark.parametrize(("written", "value"), [("1.234", 1234), ("1.234,5", 1234.5), ("2,5", 2.5), ("1,234", 1234)])
def test_european_digits_where_the_text_shows_them(written: str, value: float) -> None:
    """A text that writes 1.234.567,8 has its points read as decimal points."""
    assert digit_value(written, "damage of 1.234.567,8 euros") == value


def test_a_point_is_a_decimal_point_elsewhere() -> None:
    """1.234 litres become thousands in a text that shows nothing of the kind."""
    assert digit_value("1.234", "1.234 litres") == 1.234


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("14 000 men", 14000, "men"),
        ("1 234 567 men", 1234567, "men"),
        ("1\u202f234 men", 1234, "men"),
        ("1'234'567 men", 1234567, "men"),
        ("12 345-678", 12, "345"),
        ("61, 000 men", 61000, "men"),
        ("61, 500 men", 61, ","),
        ("12 3456", 12, "3456"),
        ("2.3 million men", 2300000, "men"),
        ("1.2bn", 1.2e9, ""),
        ("50k men", 50000, "men"),
        ("10 dozen eggs", 120, "eggs"),
        ("5 lakh crore rupees", 5e12, "rupees"),
        ("5m", 5, "m"),
    ],
)
def test_digits(window: Windows, text: str, value: float, rest: str) -> None:
    """Groups, scales and abbreviations behind digits are missed or swallow what follows."""
    number = digits_at(window(text), 0)
    assert number is not None
    assert (number.value, window(text).words[number.end]) == (value, rest)


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("seventeen men", 17, "men"),
        ("twenty-one men", 21, "men"),
        ("twenty one men", 21, "men"),
        ("two hundred and five men", 205, "men"),
        ("two hundred and a cow", 200, "and"),
        ("one hundred twenty-three thousand and forty men", 123040, "men"),
        ("three million two hundred thousand", 3200000, ""),
        ("five six", 5, "six"),
        ("two-hundred men", 200, "men"),
        ("two-day siege", 2, "-"),
        ("one and a half million men", 1500000, "men"),
        ("two and a half years", 2.5, "years"),
        ("three dozen men", 36, "men"),
        ("ten and two", 10, "and"),
        ("nineteen hundred men", 1900, "men"),
    ],
)
def test_words(window: Windows, text: str, value: float, rest: str) -> None:
    """A number word ends too early or too late."""
    number = words_at(window(text), 0)
    assert number is not None
    assert (number.value, window(text).words[number.end]) == (value, rest)


@pytest.mark.parametrize(
    ("text", "value"), [("a hundred men", 100), ("a million and a half men", 1500000), ("a hundred and ten men", 110)]
)
def test_scales_behind_an_article(window: Windows, text: str, value: float) -> None:
    """ "a hundred" is missed."""
    number = words_at(window(text), 1)
    assert number is not None and number.value == value


def test_a_lone_scale_is_no_number(window: Windows) -> None:
    """ "Million Street" is a million."""
    assert words_at(window("on Million Street"), 1) is None
