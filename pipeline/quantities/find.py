"""From a text to its mentions: the entry of this folder.

Here belongs the order of things: windows of tokens, what is no quantity first, then quantities. Each step lives in a
module of its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from pipeline.quantities import ages, dates, fractions, money, names, number, quantity, suspended, vague, words
from pipeline.quantities.mention import Mention
from pipeline.quantities.number import Number
from pipeline.quantities.other import Other
from pipeline.quantities.quantity import Quantity
from pipeline.quantities.scan import Window, windows
from pipeline.quantities.vocabulary import (
    BEFORE_SCALE,
    CARDINALS,
    FRACTION_SIGNS,
    FRACTIONS,
    NOUNS,
    ORDINALS,
    OTHERS,
    PLURAL_SCALES,
    SCALES,
    TENS,
    VAGUE_ALONE,
    VAGUE_WITH_ARTICLE,
)
from pipeline.reading.tokens import Sentence

Judged = tuple[Other | None, Number | None]
"""What stands at a token: something that is no quantity, or a number, or neither."""


def find_mentions(field: str, text: str, sentences: list[tuple[int, int]]) -> list[Mention]:
    """Every number of the text with its value and whether it is a quantity, sorted by where it starts.

    `sentences` are the spans of the text's sentences; a number outside all of them is not read.
    """
    return mentions_of(field, text, [Sentence(text, no, *span) for no, span in enumerate(sentences)])


def mentions_of(field: str, text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """The same of sentences that others read too."""
    found: list[Mention] = []
    covered = 0
    for window in windows(text, sentences, TRIGGERS_IN_LATIN):
        for mention in in_window(field, window, covered):
            found.append(mention)
            covered = mention.end
    suspended.lend_back(text, found)
    return found


def in_window(field: str, w: Window, covered: int) -> list[Mention]:
    """The mentions of one window, from left to right without overlap, behind offset `covered`."""
    found: list[Mention] = []
    previous: Quantity | None = None
    begin = max(covered, w.first)
    for i in range(bisect_left(w.starts, begin, 0, w.n), bisect_right(w.starts, w.last, 0, w.n)):
        word = w.low[i]
        if (word not in TRIGGERS and not word[0].isdecimal()) or w.starts[i] < begin:
            continue
        mention, end, previous = read(field, w, i, previous)
        if mention is not None and mention.start >= covered:
            found.append(mention)
            covered = mention.end
        begin = max(begin, w.ends[end - 1])
    return found


def read(field: str, w: Window, i: int, previous: Quantity | None) -> tuple[Mention | None, int, Quantity | None]:
    """The mention at token i, if any, the token behind what was read, and the quantity, if it was one."""
    judged: Judged = (names.in_address(w, i), None)
    if judged[0] is None:
        judged = digits(w, i) if w.low[i][0].isdecimal() else READERS[w.low[i]](w, i)
    other, value = judged
    if other is not None:
        return not_quantity(field, w, other), max(other.end, other.after, i + 1), previous
    if value is None:
        return None, i + 1, previous
    if w.low[value.end] == "(":
        value = number.with_restated(w, value)
    q = quantity.quantity_of(w, value, previous)
    return quantity.mention_of(field, w, q), q.end if q.kind == "count" else max(q.end, q.after), q


def digits(w: Window, i: int) -> Judged:
    """The digits at token i."""
    other = dates.date(w, i) or dates.time(w, i)
    if other is None and not money.sign_before(w, i)[0]:
        other = names.name(w, i)
    if other is not None:
        return other, None
    value = fractions.digits_with_fraction(w, i)
    if value is None:
        return Other(i, i + 1, "unreadable"), None
    if value.digits and value.end == i + 1:
        other = dates.year(w, i) or ages.age(w, i, i + 1, value.value)
    return other, value


def cardinal(w: Window, i: int) -> Judged:
    """A number word: "seventeen", "the two governments", "two-thirds", "nineteen-year-old"."""
    value = fractions.fraction_at(w, i) or vague.figures(w, i) or number.words_at(w, i)
    if value is None or value.fraction or value.vague:
        return None, value
    other = names.ordinal_word(w, i) if w.low[i] in TENS else None
    if other is None and value.end == i + 1:
        other = words.name_of_number(w, i) or words.zero_idiom(w, i)
        other = other or (words.one(w, i) if w.low[i] == "one" else words.reference(w, i))
    return other or ages.age(w, i, value.end, value.value), value


def part(w: Window, i: int) -> Judged:
    """ "third", "quarter", "half": a fraction where one is written, else an ordinal or nothing."""
    value = fractions.fraction_at(w, i)
    return (None, value) if value is not None else (names.ordinal_word(w, i), None)


def scale(w: Window, i: int) -> Judged:
    """ "a hundred", "a few thousand"; a scale word behind its number was read with it."""
    first = i - 2 if w.low[i - 1] == "of" and w.low[i - 2] in BEFORE_SCALE else i - 1
    if w.low[first] in BEFORE_SCALE:
        return None, vague.before_scale(w, first)
    return None, number.words_at(w, i)


def vaguely(w: Window, i: int) -> Judged:
    """ "dozens", "several", "a couple of"."""
    if w.low[i - 1] in BEFORE_SCALE and w.low[i] in PLURAL_SCALES:
        return None, vague.before_scale(w, i - 1)
    return None, vague.vague_at(w, i)


def not_counting(judge: Callable[[Window, int], Other | None]) -> Callable[[Window, int], Judged]:
    """A reader that never finds a number of its own."""
    return lambda w, i: (judge(w, i), None)


READERS: Final[dict[str, Callable[[Window, int], Judged]]] = (
    dict.fromkeys(OTHERS["calendar"] + OTHERS["time_spans"], not_counting(dates.calendar))
    | dict.fromkeys(NOUNS["indefinite"], not_counting(words.indefinite))
    | dict.fromkeys([*OTHERS["zero"]["alone"], "no"], not_counting(words.zero))
    | dict.fromkeys(["both"], not_counting(words.both))
    | dict.fromkeys([*ORDINALS, *FRACTIONS, *FRACTION_SIGNS], part)
    | dict.fromkeys(SCALES, scale)
    | dict.fromkeys([*PLURAL_SCALES, *VAGUE_ALONE, *VAGUE_WITH_ARTICLE], vaguely)
    | dict.fromkeys(CARDINALS, cardinal)
)
"""What reads a word at which a window opens."""
TRIGGERS: Final = frozenset(READERS)
TRIGGERS_IN_LATIN: Final = {word.encode(): f" {word} ".encode() for word in READERS if word.isascii()}


def not_quantity(field: str, w: Window, other: Other) -> Mention:
    """The row of a number that is no quantity, with its reason; of "no casualties" the kept zero."""
    start, end = w.starts[other.start], w.ends[other.end - 1]
    empty_span = other.status == "duration" and other.value is None
    return Mention(
        field, w.sentence_no, start, end, w.text[start:end], other.value, other.value, other.value,
        "vague" if empty_span else "exact", KINDS.get(other.status, "other"), other.status,
        phrase_start=start, phrase_end=end,
    )  # fmt: skip


KINDS: Final = dict.fromkeys(("kept", "partitive", "indefinite", "reference"), "count") | dict.fromkeys(
    ("duration", "age"), "duration"
)
