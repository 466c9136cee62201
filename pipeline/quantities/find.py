"""From a text to its mentions: the entry of this folder.

Here belongs the order of things: windows, what is no quantity first, then quantities with their bounds, currency and
unit. Each step lives in a module of its own.
"""

from dataclasses import dataclass

from pipeline.quantities import bounds, counted, dates, money, number, others, units
from pipeline.quantities.mention import Mention
from pipeline.quantities.number import HYPHENS, Number
from pipeline.quantities.others import Other
from pipeline.quantities.scan import Window, windows
from pipeline.quantities.vocabulary import (
    CARDINALS,
    FRACTION_SIGNS,
    OTHERS,
    SCALES,
    TRIGGERS,
    VAGUE_WITH_ARTICLE,
)

ARTICLED = frozenset(SCALES) | frozenset(VAGUE_WITH_ARTICLE) | {"half", "few"}
ZERO = OTHERS["zero"]
ZERO_NOUNS = frozenset(ZERO["nouns"])
ZERO_VERBS = frozenset(ZERO["verbs"])
INDEFINITE = frozenset(["strike", "raid", "airstrike", "boat", "ship", "vessel", "bombing"])


def find_mentions(field: str, text: str, sentences: list[tuple[int, int]]) -> list[Mention]:
    """Every number of the text with its value and whether it is a quantity, sorted by where it starts."""
    found: list[Mention] = []
    is_european = number.european(text)
    covered = 0
    for window in windows(text, sentences, TRIGGERS):
        for mention in in_window(field, window, is_european, covered):
            found.append(mention)
            covered = mention.end
    return found


def in_window(field: str, w: Window, is_european: bool, covered: int) -> list[Mention]:
    """The mentions of one window, from left to right without overlap."""
    found: list[Mention] = []
    i = 0
    while i < len(w.low):
        word = w.low[i]
        if w.starts[i] < max(covered, w.first) or not (word[0].isdecimal() or word in TRIGGERS or word in FRACTION_SIGNS):
            i += 1
            continue
        if w.starts[i] > w.last:
            break
        mentions, end = read(field, w, i, is_european, max(covered, w.first if not found else covered))
        for mention in mentions:
            if mention.start >= covered:
                found.append(mention)
                covered = mention.end
        i = max(end, i + 1)
    return found


def read(field: str, w: Window, i: int, is_european: bool, covered: int) -> tuple[list[Mention], int]:
    """What stands at token i: mentions and the token behind them."""
    other = not_quantity(w, i)
    if other is not None:
        return [rejected(field, w, other)], other.end
    first = number.number_at(w, i, is_european)
    if first is None:
        if w.low[i][0].isdecimal():
            return [rejected(field, w, Other(i, i + 1, "identifier"))], i + 1
        return [], i + 1
    if first.digits:
        status = dates.year(w, i)
        if status is not None:
            return [rejected(field, w, status)], status.end
    return quantity(field, w, first, is_european)


def not_quantity(w: Window, i: int) -> Other | None:
    """The first recogniser that knows better than a quantity."""
    word = w.low[i]
    if word[0].isdecimal():
        for recognise in (dates.date, dates.time, *others.NUMERIC):
            other = recognise(w, i)
            if other is not None:
                return other
        return None
    if word in CARDINALS:
        return one(w, i) if word == "one" else reference(w, i) or others.age(w, i)
    if word in others.ORDINALS and number.fraction_at(w, i) is None:
        return others.ordinal(w, i)
    if word in INDEFINITE and i and w.low[i - 1] in ("a", "an"):
        return Other(i - 1, i, "indefinite", 1.0)
    return dates.calendar(w, i)


def one(w: Window, i: int) -> Other | None:
    """ "one of the boats", "one another", "no one"."""
    before = w.low[i - 1] if i else ""
    after = w.low[i + 1] if i + 1 < len(w.low) else ""
    if before == "no":
        return None
    if after == "of" and w.low[i + 2 : i + 3] and w.low[i + 2] in OTHERS["partitive_of"] and w.low[i + 2] not in ("whom", "them") and not (
        w.low[i + 3 : i + 4] and w.low[i + 3] in others.PEOPLE
    ):
        return Other(i, i + 1, "partitive", 1.0)
    if before in OTHERS["one_before"] or after in OTHERS["one_idioms"]:
        return Other(i, i + 1, "idiom", 1.0)
    return None


KEPT_NOUNS = others.PEOPLE | frozenset(others.NOUNS["things"])


def reference(w: Window, i: int) -> Other | None:
    """ "the two governments": parties already named; not victims, ships or strikes."""
    if not i or w.low[i - 1] not in ("the", "these", "those", "both") or CARDINALS[w.low[i]] not in (2, 3):
        return None
    noun, _ = counted.noun_at(w, i + 1, 2.0)
    if not noun or any(word in KEPT_NOUNS for word in w.low[i + 1 : i + 4]):
        return None
    return Other(i, i + 1, "reference", float(CARDINALS[w.low[i]]))


def rejected(field: str, w: Window, other: Other) -> Mention:
    """A row that says why the number is not a quantity."""
    start, end = w.starts[other.start], w.ends[other.end - 1]
    kind = "duration" if other.status in ("duration", "age") else "count" if other.status in ("partitive", "indefinite", "reference") else "other"
    return Mention(
        field, w.sentence_no, start, end, w.text[start:end], other.value, other.value, other.value,
        "vague" if other.status == "duration" and other.value is None else "exact", kind, other.status,
        phrase_start=start, phrase_end=end,
    )  # fmt: skip


@dataclass(slots=True)
class Span:
    """What a quantity covers while it is put together: tokens [start, end) of the surface, and of the phrase."""

    start: int
    end: int
    unit: str = ""
    currency: str = ""
    kind: str = "count"


def quantity(field: str, w: Window, first: Number, is_european: bool) -> tuple[list[Mention], int]:
    """A kept mention from its first number on."""
    currency, start = money.sign_before(w, first.start)
    if currency and first.suffix:
        first = money_suffix(first)
    second, second_end, currency = second_end_of_range(w, first, currency, is_european)
    last = second or first
    end = last.end
    if start == first.start and start and w.low[start - 1] in ("a", "an") and w.low[start] in ARTICLED:
        start -= 1
    span = Span(start, end, currency=currency)
    after = describe(w, span, last)
    bound = bounds.bound_before(w, start, span.kind == "duration")
    behind = bounds.bound_behind(w, end) or bounds.bound_behind(w, after)
    quantifier = bound.quantifier
    if behind is not None:
        after = max(after, behind.end)
        quantifier = behind.quantifier if quantifier in ("exact", "about") else quantifier
    direction = bounds.direction_before(w, bound.start)
    low, best, high, quantifier = values(quantifier, first, second)
    status = "duration" if span.kind == "duration" and dates.ago(w, after) else "kept"
    surface_start, surface_end = w.starts[span.start], w.ends[end - 1]
    return [
        Mention(
            field, w.sentence_no, surface_start, surface_end, w.text[surface_start:surface_end], low, best, high,
            quantifier, span.kind, status, span.unit, span.currency, direction, w.starts[bound.start], w.ends[after - 1],
        )
    ], end  # fmt: skip


def money_suffix(n: Number) -> Number:
    """ "$3m": the abbreviation is a scale."""
    scale = number.DOUBTFUL_SUFFIXES[n.suffix]
    return Number(n.start, n.end + 1, number.product(n.value, scale), scale=scale)


def describe(w: Window, span: Span, last: Number) -> int:
    """Fill in unit, currency and kind from what stands behind; the answer is the token behind the unit."""
    if span.currency:
        span.kind, span.unit = "money", money.NAMES[span.currency]
        rate, after = units.rate_at(w, span.end)
        if rate:
            span.unit, span.kind = span.unit + rate, "ratio"
        return after
    code, name, after = money.words_behind(w, span.end, last.scale)
    if name:
        span.currency, span.kind, span.unit = code, "money", name
        return after
    unit, after = units.unit_at(w, span.end, bool(last.digits) or w.words[span.end - 1][0].isdecimal())
    if unit:
        span.unit, span.kind = unit, units.KINDS[unit]
        rate, rate_end = units.rate_at(w, after)
        if rate:
            span.unit, span.kind, after = span.unit + rate, "ratio", rate_end
        return after
    if last.fraction:
        span.kind = "ratio"
        return span.end
    span.unit, after = counted.noun_at(w, span.end, last.value)
    return after


def second_end_of_range(w: Window, first: Number, currency: str, is_european: bool) -> tuple[Number | None, int, str]:
    """The other end of "10 to 15", "between 10 and 15", "$3-4 million"; the first end takes the scale of the second."""
    at = first.end
    if at + 1 >= len(w.low) or first.vague:
        return None, at, currency
    unit_end = units.unit_at(w, at, True)[1] if w.low[at] in ("%", "percent", "per") else at
    link = w.low[unit_end : unit_end + 1]
    if not link or not links(w, first, unit_end):
        return None, at, currency
    target = unit_end + 1
    while target < len(w.low) and (w.words[target] in money.SIGNS or w.low[target] == "us"):
        target += 1
    if target >= len(w.low):
        return None, at, currency
    second = number.number_at(w, target, is_european)
    if second is None or second.vague:
        return None, at, currency
    if currency and second.suffix:
        second = money_suffix(second)
    if second.scale > 1 and first.scale == 1 and first.value < second.value / second.scale:
        first.value *= second.scale
    if first.value >= second.value:
        return None, at, currency
    return second, second.end, currency


def links(w: Window, first: Number, at: int) -> bool:
    """Token `at` joins the ends of a range."""
    word = w.low[at]
    before = w.low[max(0, first.start - 3) : first.start]
    if word in HYPHENS:
        return True
    if word == "and":
        return "between" in before
    if word == "or":
        return w.low[at + 1] in CARDINALS or w.words[at + 1].isdecimal()
    return word == "to" and not ("from" in before and bounds.direction_before(w, first.start - before[::-1].index("from") - 1))


def values(quantifier: str, first: Number, second: Number | None) -> tuple[float | None, float | None, float | None, str]:
    """low, best, high as the words allow them, and the quantifier as the tables name it."""
    n = first.value
    if second is not None:
        return n, None, second.value, "range"
    if first.vague:
        return n, None, None, "vague"
    if quantifier in ("at_least", "more_than"):
        return n, n, None, quantifier
    if quantifier in ("at_most", "less_than"):
        return None, None, n, quantifier
    if quantifier == "nearly":
        return None, n, n, "about"
    if quantifier == "about":
        return None, n, None, "about"
    return n, n, n, "exact"
