"""A quantity put together: its number or range, bounds, direction, currency, unit, and whether it is kept after all.

Here belongs the order in which the other modules are asked about one number. What is no quantity by its looks alone was
sorted out before.
"""

from typing import Final

from pipeline.quantities import bounds, capitals, changes, counted, lending, money, ranges, units
from pipeline.quantities.mention import Mention
from pipeline.quantities.number import HYPHENS, Number, with_suffix
from pipeline.quantities.other import COUNTED, PEOPLE, counts
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import OTHERS, SCALES, VAGUE_WITH_ARTICLE, WORDS

ARTICLED: Final = (
    frozenset(SCALES) | frozenset(VAGUE_WITH_ARTICLE) | {"half", "few", "third", "quarter", "fourth", "fifth", "tenth"}
)
GROUPS: Final = frozenset(OTHERS["hyphened_groups"])
AGE: Final = "year of age"
BETWEEN_CHANGES: Final = frozenset(WORDS["between_changes"])
LARGEST_MILLIONS: Final = 1000
"""From here on "m" is no million: "the 4,000m peaks"."""
ROUND_BASES: Final = frozenset(str(base) for base in units.TABLE["round_bases"])
SIGNED: Final = frozenset({"percent", "money", "temperature", "ratio"})


class Quantity:
    """A number with what stands around it; tokens [start, end) are the surface, [phrase_start, after) the phrase.

    after: behind the unit or the noun. phrase_end: behind the unit or the words that bound the number; a counted noun
    is not a part of the phrase.
    """

    def __init__(self, low: Number, high: Number | None, start: int, end: int, currency: str) -> None:
        self.low, self.high, self.start, self.end, self.currency = low, high, start, end, currency
        self.phrase_start, self.after, self.phrase_end = 0, 0, 0
        self.quantifier, self.direction, self.kind, self.unit, self.status = "exact", "", "count", "", "kept"
        self.negative = False


def quantity_of(w: Window, number: Number, previous: Quantity | None) -> Quantity:
    """The quantity that this number begins."""
    currency, start = money.sign_before(w, number.start)
    if currency and number.suffix:
        number = with_suffix(number)
    ends = ranges.other_end(w, number, start, currency) if not number.vague else None
    low, high = ends if ends is not None else (number, None)
    q = Quantity(low, high, start, (high or low).end, currency)
    if w.low[start - 1] in ("a", "an") and w.low[start] in ARTICLED:
        q.start -= 1
    describe(w, q)
    judge(w, q)
    bound(w, q)
    move(w, q, previous)
    if previous is not None:
        take(w, q, previous)
    if q.kind == "count" and not q.unit and q.low.digits and w.low[q.phrase_start - 1] == "from":
        begin_change(w, q)
    return q


def take(w: Window, q: Quantity, previous: Quantity) -> None:
    """What is left unsaid because the number before said it: the unit, or the bound of what is converted."""
    if q.kind == "count" and not q.unit:
        if previous.kind == "count":
            q.unit = counted.left_out(w, previous.unit, previous.after, q.phrase_start, q.after)
        elif q.phrase_start - 1 == previous.after and lending.ends_change(w, q, previous):
            q.unit, q.kind, q.currency = previous.unit, previous.kind, previous.currency
    elif q.quantifier == "exact" and previous.quantifier in bounds.LIMITS and lending.converted(w, q, previous):
        q.quantifier = previous.quantifier


def begin_change(w: Window, q: Quantity) -> None:
    """The first number of "from 24.2 to 33 billion euros": scale, unit and currency stand behind the second."""
    found = lending.second_of_change(w, q.end)
    if found is not None:
        second, q.currency, q.unit, q.kind = found
        q.low = lending.lent_by_change(q.low, second)


def describe(w: Window, q: Quantity) -> None:
    """Currency, unit and kind from what stands behind."""
    q.after = q.end
    last = q.high or q.low
    of = q.end + 1 if w.low[q.end] == "of" and (last.vague or last.fraction) else q.end
    if w.low[q.end - 1] == "half" and w.low[of] in ("a", "an"):
        of += 1  # "half a tonne"
    if q.currency:
        q.kind, q.unit = "money", money.NAMES[q.currency]
        q.after = money.country_behind(w, q.end)
    else:
        q.currency, q.unit, q.after = money.words_behind(w, of, last.scale)
        if q.unit:
            q.kind = "money"
        elif last.suffix and not_a_unit(w, last.end, last.value):
            q.end += 1
            of = q.after = q.end
            q.currency, q.unit, q.after = money.words_behind(w, of, 10**6)
            q.kind = "money" if q.unit else q.kind
            q.low, q.high = (
                (with_suffix(q.low), None)
                if q.high is None
                else (ranges.lent(q.low, with_suffix(q.high)), with_suffix(q.high))
            )
    if not q.unit:
        measured(w, q, of)
    if q.unit and q.kind != "count":
        rate(w, q)


def not_a_unit(w: Window, i: int, value: float) -> bool:
    """The "m" of "12m people", "4.3M sales", "12.3m tonnes" is a scale: a noun or another unit follows."""
    word = w.low[i + 1]
    if w.touches(i) and (money.words_behind(w, i + 1, 10**6)[1] or counts_people(w, i)):
        return True  # "25m US dollars", "put the number of displaced at 1.2m"
    if not word.isalpha() or w.low[i] not in ("m", "b"):
        return False
    if word == "of" and w.touches(i) and w.low[i + 2][:1].isdecimal() and w.low[i + 3] == w.low[i]:
        return not_a_unit(w, i + 3, 1.0)  # "3.1m of 5.05m voters"
    if not w.touches(i):
        return word in PEOPLE
    if w.words[i] == "M" and not capitals.upper(w):
        return True
    if word in units.DIMENSION_WORDS:
        return False
    noun, after = counted.noun_at(w, i + 1, 2.0)
    head = w.low[after - 1] if noun else ""
    several = head in PEOPLE or (head.endswith("s") and value < LARGEST_MILLIONS)
    return several or bool(units.unit_at(w, i + 1, False)[0])


def counts_people(w: Window, i: int) -> bool:
    """ "The number of displaced": what stands before says that people are counted and not a length."""
    before = w.low[max(0, i - counted.REACH) : i]
    heads = [k for k, word in enumerate(before) if word in counted.COUNT_WORDS]
    return bool(heads) and any(word in COUNTED for word in before[heads[-1] :])


def measured(w: Window, q: Quantity, of: int) -> None:
    """A unit of measurement, or the noun that is counted."""
    last = q.high or q.low
    unit, after = units.unit_at(w, of, bool(last.digits) or w.words[last.end - 1][0].isdecimal())
    if unit:
        q.unit, q.kind, q.after = unit, units.KINDS[unit], after
        return
    unit = across(w, of)
    if unit:
        q.unit, q.kind = unit, units.KINDS[unit]
        return
    unit, after = counted.noun_at(w, behind_bound(w, of), last.value)
    if unit:
        q.unit, q.after = unit, after
    if (w.low[q.after] == "per" and w.low[q.after + 1][:1].isdecimal()) or by_slash(w, q.after):
        q.unit, q.kind, q.after = f"{q.unit} per {w.words[q.after + 1].replace(',', '')}".strip(), "ratio", q.after + 2
        return
    head = unit.rpartition(" ")[2]
    if last.fraction:
        q.kind = "ratio"
    elif units.KINDS.get(head) == "duration" and not last.vague:
        q.unit, q.kind = head, "duration"  # "the 50 previous years"
    elif unit:
        rate(w, q)


def by_slash(w: Window, i: int) -> bool:
    """ "4.2/10,000": a rate."""
    return w.low[i] == "/" and w.touches(i) and w.touches(i + 1) and w.words[i + 1].replace(",", "") in ROUND_BASES


def behind_bound(w: Window, i: int) -> int:
    """The token behind "or more", "or so" or "plus" between a number and its noun; a hyphen leads into the noun."""
    bound = None if w.low[i] in HYPHENS else bounds.behind(w, i)
    return bound[1] if bound is not None and w.words[bound[1]].isalpha() else i


def across(w: Window, i: int) -> str:
    """The unit of the "3" in "3 by 5 metres": that of the number behind "by"."""
    if w.low[i] not in ("by", "x", "×") or not w.low[i + 1][:1].isdecimal():
        return ""
    unit, _ = units.unit_at(w, i + 2, True)
    return unit if unit and units.KINDS[unit] == "length" else ""


def rate(w: Window, q: Quantity) -> None:
    """ "$52 a barrel", "60 litres per minute"."""
    base, end = units.rate_at(w, q.after)
    if base:
        q.unit, q.after, q.kind = q.unit + base, end, "ratio"


def judge(w: Window, q: Quantity) -> None:
    """Numbers that turn out, by what is behind them, to count nothing."""
    hyphen = w.low[q.end] in HYPHENS and w.touches(q.end) and w.touches(q.end + 1)
    if q.kind == "duration" and (w.low[q.after] == "ago" or (hyphen and q.unit != AGE and attributive(w, q.after))):
        q.status = "duration"
    elif (
        q.kind == "count"
        and hyphen
        and w.low[q.end + 1] not in GROUPS
        and w.words[q.end + 1].isalpha()
        and not q.low.vague
    ):
        if (
            w.low[q.end + 1] not in PEOPLE
            and w.low[q.end + 1] not in bounds.HYPHEN_ONLY
            and not w.low[q.end + 1].endswith("ing")
        ):
            q.status = "designator"
    elif (
        q.kind == "count"
        and w.touches(q.end)
        and w.words[q.end].isalpha()
        and not q.low.fraction
        and not counts(w, q.end)
        and not times(w, q.end)
    ):
        q.status = "designator"
        q.end = q.after = q.end + 1


def times(w: Window, i: int) -> bool:
    """ "2x AK-47": how many of what follows."""
    return w.low[i] == "x" and not w.touches(i + 1) and w.words[i + 1][:1].isalpha()


def attributive(w: Window, i: int) -> bool:
    """What stands at token i is described by what stands before: "a five-year contract"."""
    return w.low[i] not in counted.STOPS and w.low[i] not in (",", ".", ";", ":", ")", "!", "?")


def bound(w: Window, q: Quantity) -> None:
    """Quantifier, the sign of a negative number, and the phrase."""
    start = q.start
    if w.low[start - 1] == "minus" or (w.low[start - 2] == "minus" and w.low[start - 1] in HYPHENS):
        q.negative, start = True, start - 1 - (w.low[start - 1] in HYPHENS)
    elif q.currency and w.low[q.low.start - 1] in HYPHENS:
        q.negative = q.low.start - 1 > q.start  # "$-50.8bn"
    elif w.low[start - 1] in HYPHENS and w.touches(start) and not w.touches(start - 1):
        q.negative = q.kind in SIGNED or (q.kind != "count" and q.high is None)
        start -= q.negative
    quantifier, q.phrase_start = bounds.before(w, start, q.kind == "duration")
    q.phrase_end = q.end if q.kind == "count" or q.low.fraction else q.after
    at_number = bounds.behind(w, q.end)
    if at_number is not None:
        q.phrase_end = max(q.phrase_end, at_number[1])
    behind = at_number or (bounds.behind(w, q.after) if q.after > q.end else None)
    if behind is not None:
        q.after = max(q.after, behind[1])
        weaker = quantifier == "exact" or (quantifier == "about" and behind[0] != "exact")
        quantifier = behind[0] if weaker else quantifier
    q.quantifier = q.low.bound if quantifier == "exact" and q.low.bound else quantifier


def move(w: Window, q: Quantity, previous: Quantity | None) -> None:
    """Direction, from a verb before it or, in "rose from 11 to 14" and "rose 8% to 99", past the number before."""
    q.direction = bounds.direction(w, q.phrase_start, q.kind == "count") or changes.near(w, q.phrase_start)
    if not q.direction and q.negative and q.kind == "percent":
        q.direction = "down"
    if q.direction or previous is None:
        return
    between = [word for word in w.low[previous.after : q.phrase_start] if word not in BETWEEN_CHANGES]
    if between == ["to"]:
        lead = previous.phrase_start
        if w.low[lead - 1] == "from":
            went = changes.between(w, lead - 1, previous.low.value, q.low.value)
            q.direction = went or bounds.direction(w, lead - 1, is_count=False)
        q.direction = q.direction or previous.direction
    elif between == ["or"]:
        q.direction = q.direction or previous.direction


def mention_of(field: str, w: Window, q: Quantity) -> Mention:
    """The row of the mentions table."""
    start, end = w.starts[q.start], w.ends[q.end - 1]
    if q.negative and q.kind in SIGNED | {"length", "other"}:
        start = w.starts[q.start - 1] if w.low[q.start - 1] in HYPHENS and w.low[q.start - 2] != "minus" else start
    low, best, high, quantifier = values(q)
    return Mention(
        field, w.sentence_no, start, end, w.text[start:end], low, best, high, quantifier, q.kind, q.status, q.unit,
        q.currency, q.direction, min(start, w.starts[q.phrase_start]), max(end, w.ends[q.phrase_end - 1]),
    )  # fmt: skip


def values(q: Quantity) -> tuple[float | None, float | None, float | None, str]:
    """low, best, high as the words allow them, and the quantifier as the tables name it."""
    n = -q.low.value if q.negative else q.low.value
    if q.high is not None:
        return n, None, q.high.value, "range"
    if q.low.vague:
        return n, None, None, "vague"
    return {
        "at_least": (n, n, None, "at_least"),
        "more_than": (n, n, None, "more_than"),
        "at_most": (None, None, n, "at_most"),
        "less_than": (None, None, n, "less_than"),
        "nearly": (None, n, n, "about"),
        "about": (None, n, None, "about"),
        "exact": (n, n, n, "exact"),
    }[q.quantifier]
