"""One number at one place: digits, number words, or both, with its value.

Here belongs how writers spell a value. Ranges, quantifiers, money and what the number counts belong to their own
modules.
"""

import re
from dataclasses import dataclass

from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import (
    BEFORE_SCALE,
    CARDINALS,
    DOUBTFUL_SUFFIXES,
    FRACTION_SIGNS,
    FRACTIONS,
    OF_SCALES,
    ONES,
    PLURAL_CONTEXT,
    PLURAL_SCALES,
    SCALES,
    SUFFIXES,
    VAGUE_ALONE,
    VAGUE_NEEDS_OF,
    VAGUE_WITH_ARTICLE,
)

GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
PLAIN = re.compile(r"\d+(?:\.\d+)?")
EUROPEAN_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
EUROPEAN_DECIMAL = re.compile(r"\d+,\d+")
EUROPEAN_WRITING = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,]*\d)")
"""Only a text that groups by points twice, or by points before a decimal comma, writes numbers so."""
HYPHENS = frozenset("-‐‑–—")
NARROW_SPACES = frozenset("\u00a0\u2009\u202f' ’")


@dataclass(slots=True)
class Number:
    """A value over the tokens [start, end) of a window."""

    start: int
    end: int
    value: float
    vague: bool = False
    fraction: bool = False
    digits: str = ""
    """As written, where the number is nothing but digits (and so may be a year, an age, a day …)."""
    scale: int = 1
    """The scale behind it ("3-4 million"), which a range lends to its first end."""
    suffix: str = ""
    """A doubtful abbreviation that was read as a scale, or might be one."""


def european(text: str) -> bool:
    """Whether this text writes 1.234,5 for what English writes 1,234.5."""
    return EUROPEAN_WRITING.search(text) is not None


def digit_value(written: str, is_european: bool) -> float | None:
    """The value of digits with separators, or None where they are no single number ("2019,2020", "1.5.2")."""
    if is_european:
        if EUROPEAN_GROUPED.fullmatch(written):
            return float(written.replace(".", "").replace(",", "."))
        if EUROPEAN_DECIMAL.fullmatch(written):
            return float(written.replace(",", "."))
    if PLAIN.fullmatch(written):
        return float(written)
    if GROUPED.fullmatch(written):
        return float(written.replace(",", ""))
    return None


def number_at(w: Window, i: int, is_european: bool = False) -> Number | None:
    """The number that starts at token i, or None."""
    first = w.low[i][0]
    if first.isdecimal():
        return digits_at(w, i, is_european)
    if w.low[i] in FRACTION_SIGNS:
        return scaled(w, Number(i, i + 1, FRACTION_SIGNS[w.low[i]], fraction=True))
    return vague_at(w, i) or fraction_at(w, i) or words_at(w, i)


def digits_at(w: Window, i: int, is_european: bool) -> Number | None:
    """Digits, with what may follow: further groups, a fraction, a power of ten, a scale."""
    written, end = spaced_groups(w, i)
    value = digit_value(written, is_european)
    if value is None:
        return None
    number = Number(i, end, value, digits=written)
    if i and w.low[i - 1] == "." and touches(w, i) and not (i > 1 and touches(w, i - 1) and w.low[i - 2][-1].isalnum()):
        number = Number(i - 1, end, float("0." + written)) if PLAIN.fullmatch(written) else number
    fraction = slash_fraction(w, number) or mixed_fraction(w, number) or power_of_ten(w, number)
    return scaled(w, fraction or number)


def spaced_groups(w: Window, i: int) -> tuple[str, int]:
    """Digits of "1 234 567" or "1'234'567" joined with commas, and the token behind them."""
    written, end = w.words[i], i + 1
    if len(written) > 3 or not written.isdecimal() or written[0] == "0":
        return written, end
    while end < len(w.words):
        at = end + 1 if w.low[end] in NARROW_SPACES and touches(w, end) else end
        if at >= len(w.words) or len(w.words[at]) != 3 or not w.words[at].isdecimal():
            break
        between = w.text[w.ends[end - 1] : w.starts[at]]
        if len(between) != 1 or between not in NARROW_SPACES or (between == " " and digits_behind(w, at)):
            break
        written, end = written + "," + w.words[at], at + 1
    return written, end


def digits_behind(w: Window, at: int) -> bool:
    """The group is itself a part of something longer ("12 345-678", "12 345 67")."""
    after = at + 1
    if after >= len(w.words):
        return False
    if touches(w, after):
        return w.low[after] in HYPHENS or w.low[after] in "/:%" or w.low[after].isalpha()
    return w.words[after][0].isdecimal() and len(w.words[after]) != 3


def touches(w: Window, i: int) -> bool:
    """No white space before token i."""
    return 0 < i < len(w.words) and w.ends[i - 1] == w.starts[i]


def slash_fraction(w: Window, number: Number) -> Number | None:
    """ "3/4": small over small, as a fraction is written; dates and names with a slash are not."""
    i = number.end
    if not (i + 1 < len(w.words) and w.low[i] == "/" and touches(w, i) and touches(w, i + 1)):
        return None
    over, under = number.digits, w.words[i + 1]
    if not (over.isdecimal() and under.isdecimal() and under in ("2", "3", "4", "5", "8", "10", "16", "100")):
        return None
    if int(over) >= int(under) or (i + 2 < len(w.words) and w.low[i + 2] == "/"):
        return None
    return Number(number.start, i + 2, int(over) / int(under), fraction=True)


def mixed_fraction(w: Window, number: Number) -> Number | None:
    """ "5½", "1 1/2"."""
    i = number.end
    if i < len(w.words) and w.low[i] in FRACTION_SIGNS:
        return Number(number.start, i + 1, number.value + FRACTION_SIGNS[w.low[i]])
    if i < len(w.words) and w.words[i].isdecimal() and len(w.words[i]) == 1 and number.digits.isdecimal():
        part = slash_fraction(w, Number(i, i + 1, float(w.words[i]), digits=w.words[i]))
        return part and Number(number.start, part.end, number.value + part.value)
    return None


def power_of_ten(w: Window, number: Number) -> Number | None:
    """ "1.99×10−30", "3 x 10^6"."""
    i = number.end
    if not (i + 1 < len(w.words) and w.low[i] in ("×", "x", "*") and w.words[i + 1] == "10"):
        return None
    at, sign = i + 2, 1
    if at < len(w.words) and w.low[at] == "^":
        at += 1
    if at < len(w.words) and w.low[at] in ("-", "−", "–"):
        at, sign = at + 1, -1
    if at == i + 2 or at >= len(w.words) or not w.words[at].isdecimal() or len(w.words[at]) > 2:
        return None
    return Number(number.start, at + 1, number.value * 10.0 ** (sign * int(w.words[at])))


def scaled(w: Window, number: Number) -> Number:
    """The number times the scale words or abbreviation behind it."""
    end, scale = number.end, 1
    if end < len(w.words) and touches(w, end) and w.low[end] in SUFFIXES:
        end, scale = end + 1, SUFFIXES[w.low[end]]
    elif end < len(w.words) and w.low[end] in ("bn", "mn", "mln", "tn", "trn"):
        end, scale = end + 1, SUFFIXES[w.low[end]]
    elif end < len(w.words) and w.low[end] in DOUBTFUL_SUFFIXES:
        number.suffix = w.low[end]
    else:
        end, scale = scale_words(w, end)
    if scale == 1:
        return number
    return Number(number.start, end, product(number.value, scale), scale=scale)


def product(value: float, scale: int) -> float:
    """Value times scale without the noise of binary fractions ("2.3 million" is 2300000)."""
    return float(round(value * scale, 6))


def scale_words(w: Window, end: int) -> tuple[int, int]:
    """Scale words from token `end` on, each joined by white space or a hyphen: (token behind them, product)."""
    scale = 1
    while end < len(w.words):
        at = end + 1 if w.low[end] in HYPHENS and touches(w, end) and touches(w, end + 1) else end
        if at >= len(w.words) or w.low[at] not in SCALES:
            break
        scale *= SCALES[w.low[at]]
        end = at + 1
    return end, scale


def words_at(w: Window, i: int) -> Number | None:
    """Number words: "one hundred and twenty-three", "a half-dozen", "half a million", "hundred"."""
    word = w.low[i]
    if word in CARDINALS:
        return and_a_half(w, cardinal(w, i))
    if word in SCALES:
        end, scale = scale_words(w, i)
        return and_a_half(w, Number(i, end, float(scale), scale=scale)) if article_before(w, i) else None
    if word == "half":
        return half_at(w, i)
    return None


def article_before(w: Window, i: int) -> bool:
    """ "a hundred", "per thousand": a scale by itself is a number only there; also "last hundred", "the million"."""
    return i > 0 and w.low[i - 1] in ("a", "an", "per", "the", "every", "first", "last", "another", "one", "-")


def cardinal(w: Window, i: int) -> Number:
    """The longest run of number words from i on, by the usual grammar of hundreds and thousands."""
    total, part, j, scale = 0, 0, i, 1
    previous = 10**18
    while j < len(w.low):
        word = w.low[j]
        if word in CARDINALS and fits(part, CARDINALS[word], fresh=j == i or w.low[j - 1] in SCALES or w.low[j - 1] == "and"):
            part, scale, j = part + CARDINALS[word], 1, j + 1
        elif word == "hundred" and 0 < part < 100:
            part, j, scale = part * 100, j + 1, 100
        elif word in SCALES and word != "hundred" and part and SCALES[word] < previous:
            previous = SCALES[word]
            total, part, j, scale = total + part * previous, 0, j + 1, previous
        elif word == "and" and joins(w, j, part, total) or word in HYPHENS and hyphen_joins(w, j, part):
            j += 1
        else:
            break
    value = float(total + part)
    end, extra = (j, 1) if scale == 1 else scale_words(w, j)
    return Number(i, end, value * extra, scale=scale * extra if scale != 1 else 1)


def fits(part: int, value: int, fresh: bool) -> bool:
    """Whether a small number can follow what stands there: twenty-one, hundred and five, but not "five six"."""
    if part == 0:
        return fresh
    if part % 100 == 0:
        return value > 0
    return part % 10 == 0 and part % 100 >= 20 and 0 < value < 10


def joins(w: Window, j: int, part: int, total: int) -> bool:
    """An "and" inside a number: behind hundreds or a scale, before a number that they leave room for."""
    if j + 1 >= len(w.low) or not (part or total) or w.low[j - 1] not in SCALES or w.low[j - 1] == "dozen":
        return False
    after = w.low[j + 1]
    if after not in CARDINALS or after == "zero" or part % 100:
        return False
    return not (j + 2 < len(w.low) and w.low[j + 2] in SCALES and part)


def hyphen_joins(w: Window, j: int, part: int) -> bool:
    """A hyphen inside a number: "twenty-one", "two-hundred", not "two-day"."""
    if j + 1 >= len(w.low) or not (touches(w, j) and touches(w, j + 1)):
        return False
    after = w.low[j + 1]
    return after in SCALES or (part % 100 >= 20 and part % 10 == 0 and after in ONES)


def and_a_half(w: Window, number: Number) -> Number:
    """ "two and a half", "one and a half million", "a million and a half"."""
    i = number.end
    if w.low[i : i + 3] != ["and", "a", "half"] and w.low[i : i + 3] != ["and", "one", "half"]:
        return number
    end, scale = scale_words(w, i + 3)
    unit = number.scale if number.scale > 1 else 1
    return Number(number.start, end, product(number.value + unit / 2, scale), scale=max(scale, unit))


def half_at(w: Window, i: int) -> Number | None:
    """ "half a million", "half-a-dozen", "a half-dozen", "half of", "half the"."""
    words = [t for t in w.low[i + 1 : i + 6] if t not in HYPHENS]
    marks = [k for k in range(i + 1, min(i + 6, len(w.low))) if w.low[k] not in HYPHENS]
    if not words:
        return None
    scale_at = 1 if words[0] in ("a", "an") else 0
    if len(words) > scale_at and words[scale_at] in SCALES and words[scale_at] != "hundred":
        end, scale = scale_words(w, marks[scale_at])
        return Number(i, end, product(0.5, scale), scale=scale)
    if words[0] in ("of", "the", "its", "his", "their", "her", "those", "all"):
        return Number(i, i + 1, 0.5, fraction=True)
    return None


def fraction_at(w: Window, i: int) -> Number | None:
    """ "two-thirds", "one fifth of", "three quarters", "a third of", "a quarter of a million"; i is at the first word."""
    over = CARDINALS.get(w.low[i], 0)
    if over:
        at = i + 2 if i + 2 < len(w.low) and w.low[i + 1] in HYPHENS else i + 1
        if at >= len(w.low) or w.low[at] not in FRACTIONS or over >= FRACTIONS[w.low[at]] or (over == 1) == w.low[at].endswith("s"):
            return None
        start, end, under = i, at + 1, FRACTIONS[w.low[at]]
        named = at == i + 2 or over > 1
    elif w.low[i] in FRACTIONS and w.low[i] != "half" and i and w.low[i - 1] in ("a", "an"):
        start, end, under, over, named = i, i + 1, FRACTIONS[w.low[i]], 1, False
    else:
        return None
    if not named and w.low[end : end + 1] != ["of"]:
        return None
    if w.low[end : end + 2] == ["of", "a"] and w.low[end + 2 : end + 3] and w.low[end + 2] in SCALES:
        behind, scale = scale_words(w, end + 2)
        return Number(start, behind, product(over / under, scale), scale=scale)
    return Number(start, end, over / under, fraction=True)


def vague_at(w: Window, i: int) -> Number | None:
    """ "dozens", "tens of thousands", "several hundred", "a few dozen", "several", "a couple of", "a handful of"."""
    word = w.low[i]
    if word in PLURAL_SCALES:
        return plural_scale(w, i)
    if word in BEFORE_SCALE and i + 1 < len(w.low) and word != "some":
        behind, scale = scale_words(w, i + 2 if w.low[i + 1] == "of" else i + 1)
        if scale > 1:
            return Number(i, behind, float(BEFORE_SCALE[word] * scale), vague=True, scale=scale)
        if i + 1 < len(w.low) and w.low[i + 1] in OF_SCALES and word in ("many", "several", "few"):
            return Number(i, i + 2, float(BEFORE_SCALE[word] * OF_SCALES[w.low[i + 1]]), vague=True)
    if word in VAGUE_ALONE:
        return Number(i, i + 1, float(VAGUE_ALONE[word]), vague=True)
    if word in VAGUE_WITH_ARTICLE and i and w.low[i - 1] in ("a", "an", "only", "small", "mere", "another", "last"):
        follows = w.low[i + 1] if i + 1 < len(w.low) else ""
        if follows == "of" or (word == "couple" and follows.endswith("s") and follows.isalpha()) or follows == "more":
            return Number(i, i + 1, float(VAGUE_WITH_ARTICLE[word]), vague=True)
    return None


def plural_scale(w: Window, i: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "in their hundreds"."""
    word = w.low[i]
    if i + 2 < len(w.low) and w.low[i + 1] == "of" and w.low[i + 2] in OF_SCALES:
        return Number(i, i + 3, float(PLURAL_SCALES[word] * OF_SCALES[w.low[i + 2]]), vague=True)
    if i + 4 < len(w.low) and w.low[i + 1] in ("and", "upon", "or") and w.low[i + 2] in PLURAL_SCALES:
        return None if w.low[i + 2] != word else Number(i, i + 3, float(PLURAL_SCALES[word]), vague=True)
    follows = w.low[i + 1] if i + 1 < len(w.low) else ""
    if word in VAGUE_NEEDS_OF and follows != "of" and follows not in PLURAL_CONTEXT:
        return None
    return Number(i, i + 1, float(PLURAL_SCALES[word]), vague=True)
