"""One number at one place: digits, number words, or both, with its value.

Here belongs how writers spell a value. Words that stand for a number that nobody gave are in vague.py, fractions in
fractions.py; ranges, quantifiers, money and what the number counts have their own modules.
"""

import re
from functools import lru_cache
from typing import Final

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import (
    CARDINALS,
    DOUBTFUL_SUFFIXES,
    FRACTION_SIGNS,
    ONES,
    OTHERS,
    SCALES,
    SUFFIXES,
    WORDS,
)

GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
PLAIN: Final = re.compile(r"\d+(?:\.\d+)?")
EUROPEAN_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
EUROPEAN_DECIMAL: Final = re.compile(r"\d+,\d+")
EUROPEAN_WRITING: Final = re.compile(
    r"\b\d{1,3}(?:\.\d{3})+,\d|\b\d{1,3}(?:\.\d{3}){2,}\b(?!\.\d)"
    r"|(?<![\d.,])\d{1,3},\d{1,2}\s?(?:[mb]illion|per ?cent|%)"
)
"""Only a text that groups by points twice, or writes a decimal comma ("1.234,5", "2,5 million"), writes numbers so."""
HYPHENS: Final = frozenset("-‐‑–—−")
GROUP_MARKS: Final = frozenset("\u00a0\u2009\u202f' ’")
BETWEEN_SCALE: Final[dict[str, str]] = WORDS["between_scale"]
QUALIFIED: Final[dict[str, str]] = WORDS["qualified_scale"]
NAMED_BEHIND: Final = frozenset(OTHERS["named_behind"])
EXACT_DIGITS: Final = 14
SPACED_SUFFIXES: Final = frozenset({"cr", "bn", "mn", "mln", "tn", "trn"})


class Number:
    """A value over the tokens [start, end) of a window.

    digits: as written, where the number is nothing but digits (and so may be a year, an age, a day …). scale: the one
    behind it ("3-4 million"), which a range lends to its first end. suffix: an abbreviation behind it that may be a
    scale or a unit ("5m"). bound: the quantifier of a word between its digits and its scale ("50-odd million").
    """

    def __init__(self, start: int, end: int, value: float, vague: bool = False, fraction: bool = False,
                 digits: str = "", scale: int = 1, suffix: str = "", bound: str = "") -> None:  # fmt: skip
        self.start, self.end, self.value, self.vague, self.fraction = start, end, value, vague, fraction
        self.digits, self.scale, self.suffix, self.bound = digits, scale, suffix, bound

    def with_value(self, value: float) -> "Number":
        """The same words read as another value."""
        return Number(
            self.start, self.end, value, self.vague, self.fraction, self.digits, self.scale, self.suffix, self.bound
        )  # fmt: skip


@lru_cache(maxsize=4)
def european(text: str) -> bool:
    """Whether this text writes 1.234,5 for what English writes 1,234.5."""
    return EUROPEAN_WRITING.search(text) is not None


def digit_value(written: str, text: str) -> float | None:
    """The value of digits with separators, or None where they are no single number ("2019,2020", "1.5.2")."""
    if written.isdecimal():
        return float(written)
    if EUROPEAN_GROUPED.fullmatch(written) and european(text):
        return float(written.replace(".", "").replace(",", "."))
    if PLAIN.fullmatch(written):
        return float(written)
    if GROUPED.fullmatch(written):
        return float(written.replace(",", ""))
    if EUROPEAN_DECIMAL.fullmatch(written) and european(text):
        return float(written.replace(",", "."))
    return None


def digits_at(w: Window, i: int) -> Number | None:
    """The number that starts with the digits at token i, with the scale behind it; None where they are no number."""
    written, end = spaced_groups(w, i)
    value = digit_value(written, w.text)
    if value is None:
        return None
    if w.low[i - 1] == "." and w.touches(i) and written.isdecimal() and not w.words[i - 2 if w.touches(i - 1) else -1]:
        return scaled(w, Number(i - 1, end, float("0." + written)))
    return scaled(w, Number(i, end, value, digits=written))


def spaced_groups(w: Window, i: int) -> tuple[str, int]:
    """Digits of "1 234 567" or "1'234'567" joined with commas, and the token behind them."""
    written, end = w.words[i], i + 1
    if len(written) > 3 or not written.isdecimal() or written[0] == "0":
        return written, end
    while True:
        if w.low[end] == "," and w.words[end + 1] == "000":  # "61, 000", a slip of the typist
            return f"{written},000", end + 2
        at = end + 1 if w.low[end] in GROUP_MARKS and w.touches(end) else end
        if len(w.words[at]) != 3 or not w.words[at].isdecimal():
            return written, end
        between = w.text[w.ends[end - 1] : w.starts[at]]
        if between not in GROUP_MARKS or (between == " " and (runs_on(w, at + 1) or w.low[at + 1] in NAMED_BEHIND)):
            return written, end
        written, end = f"{written},{w.words[at]}", at + 1


def runs_on(w: Window, after: int) -> bool:
    """The group before token `after` is itself a part of something longer ("12 345-678", "12 345 67")."""
    if w.touches(after):
        return w.low[after] in HYPHENS or w.low[after] in ("/", ":") or w.low[after].isalpha()
    return w.low[after].isdecimal() and len(w.words[after]) != 3


def scaled(w: Window, number: Number) -> Number:
    """The number times the scale words or abbreviation behind it."""
    end, word = number.end, w.low[number.end]
    if word in SUFFIXES and (w.touches(end) or word in SPACED_SUFFIXES):
        return times(number, end + 1, SUFFIXES[word])
    if word in DOUBTFUL_SUFFIXES:
        number.suffix = word
        return number
    end, scale = scale_words(w, end)
    return bounded_inside(w, number) if scale == 1 else times(number, end, scale)


def bounded_inside(w: Window, number: Number) -> Number:
    """The number with a scale behind a bounding word: "$50-odd million", "20-plus thousand"."""
    at = number.end + (w.low[number.end] in HYPHENS)
    if w.low[at] not in BETWEEN_SCALE or w.low[at + 1] not in SCALES:
        return number
    end, scale = scale_words(w, at + 1)
    return Number(number.start, end, product(number.value, scale), scale=scale, bound=BETWEEN_SCALE[w.low[at]])


def times(number: Number, end: int, scale: int) -> Number:
    """The number times a scale that ends before token `end`."""
    return Number(number.start, end, product(number.value, scale), scale=scale)


def with_suffix(number: Number) -> Number:
    """The number with its doubtful abbreviation read as a scale ("$3m")."""
    return times(number, number.end + 1, DOUBTFUL_SUFFIXES[number.suffix])


def product(value: float, scale: int) -> float:
    """Value times scale without the noise of binary fractions ("2.3 million" is 2300000)."""
    return float(f"{value * scale:.{EXACT_DIGITS}g}")


def scale_words(w: Window, end: int) -> tuple[int, int]:
    """Scale words from token `end` on, each joined by white space or a hyphen: (token behind them, product)."""
    scale = 1
    while True:
        at = end + 1 if w.low[end] in HYPHENS and w.touches(end) and w.touches(end + 1) else end
        if w.low[at] not in SCALES or scale >= 10**12:
            return end, scale
        scale *= SCALES[w.low[at]]
        end = at + 1


def words_at(w: Window, i: int) -> Number | None:
    """Number words: "one hundred and twenty-three", "a hundred", "a million and a half"."""
    if w.low[i] in CARDINALS:
        return bounded_inside(w, and_a_half(w, cardinal(w, i)))
    if w.low[i] in SCALES and w.low[i - 1] in ("a", "an", "per", "the", "every", "first", "last", "another"):
        end, scale = scale_words(w, i)
        if scale == 100 and w.low[end] == "and" and joins(w, end, 100):
            rest = cardinal(w, end + 1)
            return Number(i, rest.end, 100 + rest.value)
        return and_a_half(w, Number(i, end, float(scale), scale=scale))
    if w.low[i] in SCALES and w.low[i - 1] in QUALIFIED and w.low[i - 2] in ("a", "an", "another"):
        end, scale = scale_words(w, i)
        return Number(i, end, float(scale), scale=scale, bound=QUALIFIED[w.low[i - 1]])  # "a good dozen"
    if w.low[i] == "dozen" and (w.low[i - 1] == ":" or (i == 0 and w.opens)) and w.low[i + 1].isalpha():
        return Number(i, i + 1, 12.0, scale=12)  # the headline's "Dozen killed"
    return None


def cardinal(w: Window, i: int) -> Number:
    """The longest run of number words from i on, by the usual grammar of hundreds and thousands."""
    total, part, j, scale, previous = 0, 0, i, 1, 10**18
    while True:
        word = w.low[j]
        if word in CARDINALS and fits(
            part, CARDINALS[word], fresh=j == i or w.low[j - 1] in SCALES or w.low[j - 1] == "and"
        ):
            part, scale, j = part + CARDINALS[word], 1, j + 1
        elif word == "hundred" and 0 < part < 100:
            part, j, scale = part * 100, j + 1, 100
        elif word in SCALES and word != "hundred" and part and SCALES[word] < previous:
            previous = scale = SCALES[word]
            total, part, j = total + part * previous, 0, j + 1
        elif (word == "and" and joins(w, j, part or total)) or (word in HYPHENS and hyphen_joins(w, j, part)):
            j += 1
        else:
            break
    end, extra = (j, 1) if scale == 1 else scale_words(w, j)
    return Number(i, end, float((total + part) * extra), scale=scale * extra if scale != 1 else 1)


def fits(part: int, value: int, fresh: bool) -> bool:
    """Whether a small number can follow what stands there: twenty-one, hundred and five, but not "five six"."""
    if part == 0:
        return fresh
    if part % 100 == 0:
        return fresh and value > 0
    return part % 10 == 0 and part % 100 >= 20 and 0 < value < 10


def joins(w: Window, j: int, before: int) -> bool:
    """An "and" inside a number: behind hundreds or a scale, before a number that they leave room for."""
    after = w.low[j + 1]
    if not before or w.low[j - 1] not in SCALES or w.low[j - 1] == "dozen" or after not in CARDINALS or after == "zero":
        return False
    return w.low[j + 2] not in SCALES or before >= 1000


def hyphen_joins(w: Window, j: int, part: int) -> bool:
    """A hyphen inside a number: "twenty-one", "two-hundred", not "two-day"."""
    if not (w.touches(j) and w.touches(j + 1)):
        return False
    after = w.low[j + 1]
    return after in SCALES or (part % 100 >= 20 and part % 10 == 0 and after in ONES)


def and_a_half(w: Window, number: Number) -> Number:
    """ "two and a half", "one and a half million", "a million and a half"."""
    i = number.end
    if w.low[i] != "and" or w.low[i + 1] not in ("a", "one") or w.low[i + 2] != "half":
        return number
    end, scale = scale_words(w, i + 3)
    return Number(number.start, end, product(number.value + number.scale / 2, scale), scale=max(scale, number.scale))


def with_restated(w: Window, number: Number) -> Number:
    """The number with the same in the other writing, in brackets: "two (2) soldiers", "3 (three) others"."""
    at = number.end + 1
    in_digits = w.low[number.start][0].isdecimal()
    again = words_at(w, at) if in_digits else digits_at(w, at) if w.low[at][:1].isdecimal() else None
    if again is None or again.value != number.value or w.low[again.end] != ")" or number.vague:
        return number
    return Number(
        number.start, again.end + 1, number.value, False, number.fraction, "", number.scale, number.suffix, number.bound
    )


def is_number_start(w: Window, i: int) -> bool:
    """Token i begins digits or a number word."""
    word = w.low[i]
    return word[:1].isdecimal() or word in CARDINALS or word in FRACTION_SIGNS
