"""What their ages say of those counted: "his sons, 34 and 40," are no children, "two people, aged 9 and 12," are.

Here belongs the reading of ages beside a counted phrase. That such a number is an age and no count is settled in
quantities/ages.py and aged.py; other words for who the counted are in members.py.
"""

from collections.abc import Iterator
from typing import Any, Final

from pipeline import codebook
from pipeline.claims.anchors import number
from pipeline.claims.chunks import Chunk
from pipeline.claims.members import CHILDREN, EVERYBODY
from pipeline.claims.noun_phrase import Heading
from pipeline.reading.tokens import Sentence

BOOK: Final[dict[str, Any]] = codebook.read("victim_groups")["ages"]
GROWN_UP: Final[int] = BOOK["grown_up"]
KIN: Final[dict[str, str]] = BOOK["kin"]
YOUNG: Final = frozenset(BOOK["perhaps_young"])
OPENERS: Final = frozenset(BOOK["before_age"])
AND: Final = "and"
BEHIND: Final = frozenset((AND, "to", *codebook.read("grammar")["be"], *codebook.read("grammar")["have"]))
"""Words behind a bare age."""
MONTHS: Final = frozenset(BOOK["below_a_year"])
YEARS: Final = frozenset(BOOK["years"]) | MONTHS
BETWEEN: Final = OPENERS | YEARS | frozenset(BOOK["between"])
"""Words, names left out, that may stand between those counted and their ages."""
FARTHEST: Final = 12
"""Tokens for each person counted."""
MOST: Final = 12
"""More people than this are not told of one by one."""


def settle_ages(sentence: Sentence, chunks: list[Chunk]) -> None:
    """Gives those counted the group that their ages say, in place; nothing where not all of them have one."""
    for index, chunk in enumerate(chunks):
        head = chunk.head
        if head is None or chunk.tag not in "QSR" or head.kind != "person" or not _may_change(head):
            continue
        n = head.value if chunk.mention is None else round(chunk.mention.value_best or 0)
        numbers = (other for other in chunks[index + 1 :] if other.mention is not None)
        counted = next((k.first for k in numbers if not _in_brackets(k, sentence.lower)), len(sentence.lower))
        ages = list(_ages(sentence, chunk, n, counted)) if 0 < n <= MOST else []
        if n == len(ages) > 0:
            head.group = _group(head, ages)


def _in_brackets(number: Chunk, lower: list[str]) -> bool:
    """A number alone in brackets, "her son, Omar Dol (7)", may be an age."""
    return lower[number.first - 1] == "(" and lower[number.last : number.last + 1] == [")"]


def _may_change(head: Heading) -> bool:
    return head.group in (CHILDREN, EVERYBODY) or _noun(head) in YOUNG


def _noun(head: Heading) -> str:
    return head.noun.split()[-1].lower() if head.noun else ""


def _group(head: Heading, ages: list[int]) -> str:
    """All young: children. All grown: what the word for kin makes of them. Some of each: everybody."""
    grown = sum(age >= GROWN_UP for age in ages)
    if not grown:
        return CHILDREN
    if head.group != CHILDREN or _noun(head) not in KIN:
        return head.group
    return KIN[_noun(head)] if grown == len(ages) else EVERYBODY


def _ages(sentence: Sentence, chunk: Chunk, n: int, end: int) -> Iterator[int]:
    """The ages told in the phrase ("a 27-year-old son") and behind it ("her son Omar Dol, 7,"), n at most.

    end: where the next number that counts begins; "a driver and 10 passengers" tells no age, nor does "5 times winner".
    """
    lower, first = sentence.lower, True
    for at in range(chunk.first, chunk.last):
        if (age := _age_in_words(lower, at)) is not None:
            yield age
            first, n = False, n - 1
    at, last = chunk.last, min(end, chunk.last + FARTHEST * n)
    while at < last and n > 0:
        age = _age_in_words(lower, at)
        if age is None and lower[at - 1] in OPENERS and not (first and lower[at - 1] == AND) and _ends(lower, at + 1):
            age = number(lower[at]) if lower[at].isdecimal() or _said(lower, at) else None
        if age is not None:
            yield age
            first, n = False, n - 1
        elif not (lower[at] in BETWEEN or sentence.words[at][0].isupper()):
            return
        at += 1


def _ends(lower: list[str], at: int) -> bool:
    """Behind an age stands a mark, the next age or a verb, and no noun: not "12 rows back"."""
    word = lower[at] if at < len(lower) else "."
    return (not word[0].isalnum() and word != "-") or word in BEHIND


def _age_in_words(lower: list[str], at: int) -> int | None:
    """The age in "27-year-old", "27 years old", "six-month-old" at a token."""
    age = number(lower[at])
    if age is None:
        return None
    unit, old = at + 1 + (lower[at + 1 : at + 2] == ["-"]), 0
    if unit < len(lower) and lower[unit] in YEARS:
        old = unit + 1 + (lower[unit + 1 : unit + 2] == ["-"])
    if not old or lower[old : old + 1] != ["old"]:
        return None
    return 0 if lower[unit] in MONTHS else age


def _said(lower: list[str], at: int) -> bool:
    """ "Aged seven", "aged six and nine": number words behind "aged"."""
    before = lower[max(0, at - 4) : at]
    return "aged" in before or "ages" in before
