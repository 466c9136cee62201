"""Two numbers that are the ends of one quantity: "10 to 15", "between 10 and 15", "$3-4 million", "5% to 10%".

Here belongs telling a range from two numbers that happen to stand together ("rose from 11 to 14", "8 percent to 99").
"""

from typing import Final

from pipeline.quantities import bounds, changes, fractions, lending, money, units
from pipeline.quantities.number import HYPHENS, Number, is_number_start, product, with_suffix, words_at
from pipeline.quantities.other import PEOPLE
from pipeline.quantities.scan import Window
from pipeline.quantities.vocabulary import FRACTIONS, SCALES, WORDS

LONGEST_BOUND: Final = 4
"""Words that bound a number, at most ("as many as about")."""
LONGEST_ASIDE: Final = 8
"""Tokens of a bracket between two ends, at most."""
CLOSE: Final = 5
"""How far apart the ends of a choice of three may lie where no "either" opens it."""
SPREADS: Final = frozenset(WORDS["spreads"])
LINKS: Final = HYPHENS | {"to", "and", "or"}
JOINING: Final = frozenset(WORDS["widest_joins"])
DOUBTING: Final = frozenset(WORDS["widest_doubts"])
OF_OTHERS: Final = frozenset(WORDS["widest_not_of"])
HAVE_DONE: Final = frozenset(WORDS["be_and_have"])
CLAUSE_STARTS: Final = frozenset(["", ",", ".", ";", ":", "that", "said", "says", '"'])
TAKING_UP: Final = frozenset(WORDS["takes_up"])
CEILINGS: Final = tuple(tuple(phrase.split()) for phrase in WORDS["widest"])
""""Up to" and its like, which make a second number the upper end of the first."""


def other_end(w: Window, first: Number, sign_start: int, currency: str) -> tuple[Number, Number] | None:
    """Both ends, where a second number makes a range of the first; the first takes the scale of the second."""
    if (wide := at_widest(w, first)) is not None:
        return first, wide
    if not currency and (last := last_choice(w, first, sign_start)) is not None:
        return first, last
    at, unit = behind_aside(w, first.end) if spreads(w, sign_start) else first.end, ""
    if w.low[at] not in LINKS or (
        w.low[at] in HYPHENS and not is_number_start(w, behind_link(w, at)) and not sign_behind(w, at + 1)
    ):
        unit, at = units.unit_at(w, at, bool(first.digits)) if not currency else ("", at)
        if not unit:
            at = money.words_behind(w, first.end, first.scale)[2]
    if w.low[at : at + 2] == ["up", "to"] and w.low[sign_start - 1] in ("from", "with"):
        at += 1  # "from 450 up to 900"
    if w.low[at] not in LINKS:
        return None
    spread = spreads(w, sign_start)
    between = w.low[at] == "and" and w.low[sign_start - 1] == "between"
    second = second_number(w, over_bound(w, at) if spread or between else behind_link(w, at), currency)
    if (
        second is None
        or second.vague
        or second.fraction != first.fraction
        or not (spread or linked(w, first, second, at, sign_start, unit))
    ):
        return None
    if unit and units.unit_at(w, second.end, bool(second.digits))[0] != unit:
        return None
    scaled = lent(first, second)
    equal = first.digits == second.digits != "" and w.low[at] in HYPHENS  # "2-2 dead", as tables of incidents write it
    return (scaled, second) if scaled.value < second.value or equal else None


def at_widest(w: Window, first: Number) -> Number | None:
    """The upper end in "at least one but possibly up to 12 dead", "three and as many as 25 people", "12, possibly 15,".

    It must be told as such, and be no number of somebody else: "two and up to four others", "12, perhaps 15 injured".
    """
    at = first.end + (w.low[first.end] == ",")
    joined = w.low[at] in JOINING
    at += joined
    doubtful = w.low[at] in DOUBTING
    at += doubtful
    words = next((words for words in CEILINGS if tuple(w.low[at : at + len(words)]) == words), ())
    if not (words or doubtful) or not (joined or doubtful) or not is_number_start(w, at + len(words)):
        return None
    at += len(words)
    over = bounds.phrase_before(w, at)
    second = second_number(w, at, "")
    if second is None or second.vague or second.fraction or second.value <= first.value or (over and not words):
        return None
    if w.low[second.end] in HAVE_DONE and w.low[bounds.before(w, first.start, False)[1] - 1] not in CLAUSE_STARTS:
        return None  # "killed 12 and up to 30 were hurt"
    return None if w.low[second.end] in OF_OTHERS else second


def last_choice(w: Window, first: Number, start: int) -> Number | None:
    """The last number of "either one, two or four people", of which the first is the lowest: one to four.

    Without "either" only numbers close together are a choice: not "killed three, 12 or 13 were hurt".
    """
    middle = second_number(w, first.end + 1, "") if w.low[first.end] == "," else None
    if middle is None or w.low[middle.end] != "or":
        return None
    last = second_number(w, middle.end + 1, "")
    plain = last is not None and not any(n.vague or n.fraction for n in (first, middle, last))
    if last is None or not plain or not first.value < middle.value < last.value:
        return None
    return last if w.low[start - 1] == "either" or last.value - first.value < CLOSE else None


def behind_link(w: Window, at: int) -> int:
    """The token behind the link at token `at`, which may be "to" between hyphens ("0-to-60")."""
    if w.low[at] in HYPHENS and w.low[at + 1] == "to":
        at += 1
    return at + 2 if w.low[at] == "to" and w.low[at + 1] in HYPHENS else at + 1


def spreads(w: Window, start: int) -> bool:
    """ "Estimates range from more than 400": the number at token `start` and the next one are ends, however bounded."""
    lead = bounds.before(w, start, False)[1]
    return w.low[lead - 1] in ("from", "between") and w.low[lead - 2] in SPREADS


def behind_aside(w: Window, at: int) -> int:
    """The token behind a bracket that opens at token `at`, "from 12 (police) to 20"; the token itself without one."""
    if w.low[at] != "(":
        return at
    return next((i + 1 for i in range(at + 1, at + LONGEST_ASIDE) if w.low[i] == ")"), at)


def over_bound(w: Window, at: int) -> int:
    """The token behind the link at token `at` and the words that bound the number there ("to as many as 900")."""
    first = behind_link(w, at)
    return next((i for i in range(first + LONGEST_BOUND, first, -1) if bounds.before(w, i, False)[1] == first), first)


def sign_behind(w: Window, i: int) -> bool:
    """Token i is a currency sign."""
    return w.words[i] in money.SIGNS


def second_number(w: Window, i: int, currency: str) -> Number | None:
    """The number behind the link, its currency sign (the same as before) skipped."""
    sign = i
    while sign < i + 3 and w.words[i] and (w.words[i] in money.SIGN_PARTS) and not is_number_start(w, i):
        i += 1
    if w.low[i] in ("a", "an") and w.low[i + 1] in SCALES:
        return words_at(w, i + 1)  # "ten to a dozen"
    if w.low[i] in ("a", "an") and w.low[i + 1] in FRACTIONS:
        return fractions.fraction_at(w, i + 1)  # "a quarter to a third"
    if not (is_number_start(w, i) or w.low[i] == "half") or (i > sign and money.sign_before(w, i)[0] != currency):
        return None
    number = (
        fractions.digits_with_fraction(w, i)
        if w.low[i][0].isdecimal()
        else fractions.fraction_at(w, i) or words_at(w, i)
    )
    if number is not None and currency and number.suffix:
        number = with_suffix(number)
    return number


def linked(w: Window, first: Number, second: Number, at: int, start: int, unit: str) -> bool:
    """Token `at` joins the ends of a range."""
    word = w.low[at]
    if word in HYPHENS:
        if first.digits and not second.digits and w.words[at + 1][:1].isupper():
            return False  # "UPDATE 2-Six killed"
        uneven = bool(first.digits and second.digits) and w.low[second.end] in PEOPLE  # "11 -12 men"
        return w.low[at + 1] == "to" or w.touches(at) == w.touches(at + 1) or bool(unit) or uneven
    if word == "or":
        return second.value <= 1.5 * lent(first, second).value + second.scale
    if word == "and":
        return "between" in w.low[max(0, start - 2) : start]
    lead = start - 1 if w.low[start - 1] == "from" else start
    if ends_a_change(w, first, second, start, unit):
        return False
    moved = bounds.direction(w, lead, is_count=False)
    measured = bool(units.unit_at(w, second.end, bool(second.digits))[0])
    if w.low[start - 1] == "from":
        return moved != "up"  # "dropped from 10 to 15 bombs"
    takes = w.low[start - 1] == "up" and w.low[start - 2] in TAKING_UP  # "rounded up 20 to 30 villagers"
    return not moved or takes or w.low[start - 1] in ("by", "to") or (lead == start and not unit and measured)


def ends_a_change(w: Window, first: Number, second: Number, start: int, unit: str) -> bool:
    """ "raised from 5 to 10", "raised by 3 to 41" and the third price of "from $1 to $2 to $3": what was and what is.

    "by 5 to 10 percent" and "by 5% to 10%" stay ranges: what is measured in the same unit twice is a span of change.
    """
    word = w.low[start - 1]
    if word == "from":
        return bool(changes.between(w, start - 1, lending.lent_by_change(first, second).value, second.value))
    if word == "by":
        unit_behind = units.unit_at(w, second.end, bool(second.digits))[0]
        if w.low[first.end] == "to" and money.words_behind(w, second.end, second.scale)[1]:
            return False  # "by 3 to 5 dollars"
        return bool(changes.governing(w, start - 1)) and not (unit_behind and unit in ("", unit_behind))
    return word == "to" and (w.words[start - 2][:1].isdecimal() or w.low[start - 2] in SCALES)


def lent(first: Number, second: Number) -> Number:
    """ "3-4 million", "10-12,000": the first end takes the scale of the second, where it has none and is smaller."""
    if second.digits.endswith(",000") and first.digits.isdecimal() and 0.3 <= first.value * 1000 / second.value < 1:
        return first.with_value(first.value * 1000)
    if second.scale > 1 and first.scale == 1 and first.value < second.value / second.scale:
        return first.with_value(product(first.value, second.scale))
    return first
