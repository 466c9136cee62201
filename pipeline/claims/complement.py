""" "All but three of the 72 aboard", "a third of the 90": the number that a report leaves its reader to work out.

Here belongs the mention that such words carry, "as many" among them. What happened to those people is found like that
of any other count.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.anchors import number
from pipeline.claims.bases import LONGEST_OWNER
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import Heading, heading, stands
from pipeline.quantities.mention import Mention
from pipeline.reading.tokens import Sentence

ALL_BUT: Final = ["all", "but"]
FARTHEST_BASE: Final = 4
"""Tokens between the exception and the number of all: "three of the 72"."""
FARTHEST_WHOLE: Final = 9
"""Tokens between a share and the number that it is of: "more than half of the small town's 800"."""
FARTHEST_OUTCOME: Final = 3
FARTHEST_VERB: Final = 8
"""Tokens from the whole's noun to what happened to it ("the 40 people who died"); from there to the share's verb."""
BOOK: Final = codebook.read("grammar")
CARRYING: Final = frozenset(BOOK["carrying"])
WHOSE_ENDS: Final = frozenset(BOOK["determiners"]) | {"of"}
ABOARD: Final = frozenset(BOOK["aboard"])
MULTIPLIED: Final = frozenset(BOOK["multiplied"])
TIMES: Final[dict[str, int]] = BOOK["times"]
AS_MANY: Final = frozenset(("many", "number"))
FARTHEST_COMPARED: Final = 9
"""Tokens from "twice as many" to the "as" or "than" of what it compares with."""
FARTHEST_ABOARD: Final = 6
"""Tokens from a number to the "aboard" of those it counts."""
FEW: Final = 1000
ROUNDING: Final = 1e-6
"""The largest whole of which "a third" is taken at its word; how far from a whole number a product may lie."""
ONE_IN: Final = frozenset(("in", "every"))
"""Before the second number of "one in four of the town's 12,000"."""
SHARES: Final = {"ratio": 1.0, "percent": 0.01}
"""Kinds of number that are a share, and what one of them is worth."""


def is_exception(sentence: Sentence, at: int) -> bool:
    """The number at a token is who was spared: "all but two"."""
    return at >= 2 and sentence.lower[at - 2 : at] == ALL_BUT


def is_base(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """The number at a token is that of which a share is told: "none of the 62", "half the town's 90"."""
    lower, shares = sentence.lower, lexicon.closed["shares"]
    at = _owner(lower, at)
    while at > 0 and lower[at - 1] in lexicon.closed["determiners"]:
        at -= 1
        if lower[at - 1] == "half":
            return True
    return at > 1 and lower[at - 1] == "of" and (lower[at - 2] in shares or _is_ratio(lower, at - 2))


def _is_ratio(lower: list[str], at: int) -> bool:
    """The token is the second number of "one in four"."""
    return at > 1 and lower[at - 1] in ONE_IN and number(lower[at]) is not None and number(lower[at - 2]) is not None


def _owner(lower: list[str], at: int) -> int:
    """The token at which "the small town's" before a number begins, its article left out; the number's own if none."""
    if at < 1 or not lower[at - 1].endswith(("'s", "'")):
        return at
    first = at - 1 - (lower[at - 1] == "'")
    while first > max(0, at - LONGEST_OWNER) and lower[first - 1].isalpha() and lower[first - 1] not in WHOSE_ENDS:
        first -= 1
    return first


def is_whole(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """The number at a token is a whole of which a share is told, and what happened to the share alone is told.

    "Most of the 800 residents fled" says nothing of the 800; "most of the 26 dead were children" does.
    """
    if not is_base(sentence, at, lexicon):
        return False
    lower, closed = sentence.lower, lexicon.closed
    head = heading(sentence, at + 1, lexicon, None)
    if head.measure:
        return False
    behind = lower[head.last : head.last + FARTHEST_OUTCOME]
    own = next((k for k, word in enumerate(behind) if word in lexicon.outcomes or word in closed["be"]), -1)
    if own < 0 or behind[own] in closed["be"] or not all(w in closed["relative"] for w in behind[:own]):
        return True
    return not any(w in closed["be"] for w in lower[head.last + own + 1 : head.last + own + 1 + FARTHEST_VERB])


def complement(sentence: Sentence, at: int, spared: Mention, numbers: dict[int, Mention]) -> Mention | None:
    """All less the spared, over the words of both; None where either is not exact or the number of all is not given."""
    base = next((numbers[k] for k in range(at + 1, at + 2 + FARTHEST_BASE) if k in numbers), None)
    if base is None or "of" not in sentence.lower[at : at + FARTHEST_BASE]:
        base = next((numbers[k] for k in range(at - 3, -1, -1) if k in numbers and is_aboard(sentence.lower, k)), None)
    if base is None or base.kind != "count" or {spared.quantifier, base.quantifier} != {"exact"}:
        return None
    if spared.value_best is None or base.value_best is None:
        return None
    left = base.value_best - spared.value_best
    start, end = sentence.starts[at - 2], max(base.end, spared.end)
    return None if left <= 0 else Mention(
        base.field, base.sentence_no, start, end, sentence.text[start:end], left, left, left, base.quantifier,
        base.kind, base.status, base.unit, base.currency, base.direction, start, end,
    )  # fmt: skip


def is_aboard(lower: list[str], at: int) -> bool:
    """The number at a token is of all who were there: "a bus carrying 52 pilgrims", "87 people were on board"."""
    behind = lower[at : at + FARTHEST_ABOARD]
    return not CARRYING.isdisjoint(lower[max(0, at - 3) : at]) or not ABOARD.isdisjoint(behind)


def share(
    sentence: Sentence, at: int, part: Mention, numbers: dict[int, Mention], lexicon: Lexicon
) -> tuple[Mention, Heading] | None:
    """The number that a share of a number comes to, and what it counts; None where none is told.

    "More than half of the 800" stays more than 400. A whole that is itself a bound makes no number, nor does "half of
    the 40 killed": the dead are 40.
    """
    whole_at = next((k for k in range(at + 1, at + FARTHEST_WHOLE) if k in numbers), None)
    if whole_at is None or not is_base(sentence, whole_at, lexicon):
        return None
    whole = numbers[whole_at]
    if whole.kind != "count" or whole.quantifier not in ("exact", "about") or whole.value_best is None:
        return None
    unit = SHARES[part.kind] * whole.value_best
    low, best, high = (None if v is None else float(round(v * unit)) for v in _bounds(part, unit, whole))
    quantifier = "about" if best is not None and low is None else part.quantifier
    behind = next(
        (k for k in range(whole_at + 1, len(sentence.starts)) if sentence.starts[k] >= whole.end), len(sentence.starts)
    )
    head = heading(sentence, behind, lexicon, best)
    after = [*sentence.lower, ""][head.last]
    if _is_told_another(sentence.lower, head, lexicon):
        head.measure = ""
    if (
        head.measure
        or after in lexicon.closed["relative"]
        or any(t.tag == "T" for t in lexicon.triggers.get(after, ()))
    ):
        return None
    return Mention(
        whole.field, whole.sentence_no, part.start, whole.end, sentence.text[part.start:whole.end], low, best, high,
        quantifier, whole.kind, whole.status, whole.unit, whole.currency, whole.direction, part.phrase_start,
        whole.phrase_end,
    ), head  # fmt: skip


def _is_told_another(lower: list[str], head: Heading, lexicon: Lexicon) -> bool:
    """ "Half of the 80 detainees were let go": the verb tells of another thing than the noun does."""
    be, verb = [*lower[head.last : head.last + 2], "", ""][:2]
    told = (t for t in lexicon.triggers.get(verb, ()) if t.tag in "TI" and stands(t.words, lower, head.last + 1))
    return be in lexicon.closed["be"] and any(t.measure != head.measure for t in told)


def _bounds(part: Mention, unit: float, whole: Mention) -> tuple[float | None, float | None, float | None]:
    """Low, best and high. A share was rounded by who tells it, but in words, of few, where it comes out even."""
    exact = (
        part.kind == "ratio"
        and whole.quantifier == "exact"
        and unit <= FEW
        and _is_whole((part.value_best or 0) * unit)
    )
    if part.quantifier == "exact" and not exact:
        return None, part.value_best, None
    return part.value_low, part.value_best, part.value_high


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < ROUNDING


def as_many(sentence: Sentence, numbers: dict[int, Mention]) -> dict[int, Mention]:
    """The numbers with "as many", which is the count before it: "two policemen and as many civilians were killed".

    "Twice as many" and "twice that number" are a multiple of it, unless they compare with something else.
    """
    lower = sentence.lower
    if AS_MANY.isdisjoint(lower):
        return numbers
    for last in (i + 1 for i, word in enumerate(lower) if word in AS_MANY and i > 1):
        factor, first = _times(lower, last - 2)
        told = [k for k in range(first - 1, -1, -1) if k in numbers]
        whole = next((k for k in told if not _is_of_them(lower, k)), next(iter(told), None))
        before = None if whole is None else numbers[whole]
        if not factor or before is None or before.kind != "count" or _is_compared(lower, last, factor):
            continue
        low, best, high = (
            None if v is None else v * factor for v in (before.value_low, before.value_best, before.value_high)
        )
        start, end = sentence.starts[first], sentence.ends[last - 1]
        numbers[first] = Mention(
            before.field, before.sentence_no, start, end, sentence.text[start:end], low, best, high, before.quantifier,
            before.kind, phrase_start=start, phrase_end=end,
        )  # fmt: skip
    return numbers


def _is_of_them(lower: list[str], at: int) -> bool:
    """ "Nine of whom", "including nine": a part of the count before it."""
    return lower[at + 1 : at + 3] in (["of", "whom"], ["of", "them"]) or lower[at - 1 : at] == ["including"]


def _times(lower: list[str], at: int) -> tuple[int, int]:
    """By how much "as" or "that", token `at`, before "many" or "number" multiplies, and where that begins; 0: nothing
    is said of a number before."""
    before = lower[at - 1] if at else ""
    if lower[at : at + 2] not in (["as", "many"], ["that", "number"]):
        return 0, at
    if before in TIMES:
        return TIMES[before], at - 1
    if before == "times" and at > 1:
        return number(lower[at - 2]) or 0, at - 2
    return int(lower[at] == "as" and before not in MULTIPLIED), at


def _is_compared(lower: list[str], last: int, factor: int) -> bool:
    """ "As many as 40"; "twice as many were killed as in March", "… than in all of last year"."""
    behind = lower[last : last + FARTHEST_COMPARED] if factor > 1 else lower[last : last + 1]
    return "as" in behind or (factor > 1 and "than" in behind)


def count_some_of(whole: Heading, part: Heading | None) -> bool:
    """ "Four of a party of 12 climbers", "three of her crew of eight": the first number counts such people as the
    second, in place. False where the second counts no people."""
    if part is None or whole.kind not in ("person", "bare"):
        return False
    part.kind = "person"
    part.group = whole.group if whole.kind == "person" else part.group
    return True
