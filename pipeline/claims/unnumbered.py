"""Several people told of without any number: "killing civilians", "and others were injured".

Here belongs where such a plural stands and what it names; its claim is at least two, and it yields to every number for
the same measure in the same article (discourse.py). One person without a number belongs in noun_phrase.py.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pipeline.claims.chunks import Chunk
from pipeline.claims.lexicon import Lexicon
from pipeline.claims.noun_phrase import Heading, match_noun

PATTERNS: Final = (
    re.compile(r"(?P<v>[TG](?<![AMPo][TG])(?<!AD[TG])(?:C[TG])*)d?(?P<q>X)(?=[PoBCEWAHD,;:()-]|$)"),
    re.compile(r"(?P<q>X)(?:A|HA|MA)D*(?P<v>[TJ](?:C[TJ])*)"),
    re.compile(r"(?P<q>X)D?(?P<v>[TJ](?:C[TJ])*)(?=[Po]|$)"),
)
"""Object, subject, and the headline's subject without its verb "were"; letters as in constructions.yml."""
DONE: Final = ("ed", "ing")
"""Endings of verbs that tell what happened; "they kill peasants" tells what happens."""
DONE_SHORT: Final = frozenset(("shot", "slew"))
AGED: Final = frozenset(("ages", "aged"))
MEASURES: Final = frozenset(("killed", "injured"))
OTHERS, ANY = "others", "any"
ASKED: Final = frozenset(("how", "many"))
LONGEST_NOUN: Final = 3
"""Tokens of a noun."""


class Told(NamedTuple):
    """A chunk that names several people, and the triggers (first, behind the last) that say what happened to them."""

    chunk: int
    first: int
    last: int


def people(tags: str, chunks: list[Chunk], lower: list[str], lexicon: Lexicon) -> Iterator[Told]:
    """Each plural of people beside what happened to them; its chunk then holds the noun alone, as one of many."""
    for pattern in PATTERNS:
        for match in pattern.finditer(tags):
            chunk = chunks[match.start("q")]
            verb = chunks[match.start("v")]
            if _is_asked(chunk, lower):
                continue
            if verb.tag != "J" and not lower[verb.first].endswith(DONE) and lower[verb.first] not in DONE_SHORT:
                continue
            if (head := _plural(chunk, lower, lexicon)) is not None:
                head.value = _aged(lower, chunk.last)
                chunk.head, chunk.first, chunk.many = head, chunk.last - len(head.noun.split()), head.value < 2
                yield Told(match.start("q"), *match.span("v"))


def _is_asked(chunk: Chunk, lower: list[str]) -> bool:
    """ "It is unclear how many people were killed", perhaps none; not "how many others"."""
    before = lower[max(0, chunk.last - LONGEST_NOUN - 2) : chunk.last]
    return ASKED.issubset(before) and before[-1] != OTHERS


def _aged(lower: list[str], at: int) -> int:
    """How many the ages behind a plural mean: "his sons, ages 3 and 4," are two; 1 where no such list stands."""
    if lower[at : at + 1] != [","]:
        return 1
    at += 1 + (at + 1 < len(lower) and lower[at + 1] in AGED)
    ages = 0
    while at < len(lower) and (lower[at].isdecimal() or (ages and lower[at] in ("and", ","))):
        ages += lower[at].isdecimal()
        at += 1
    closed = at >= len(lower) or lower[at - 1] == "," or lower[at] in (".", ";", ")")
    return ages if closed and ages > 1 and "and" in lower[max(0, at - 4) : at] else 1


def _plural(chunk: Chunk, lower: list[str], lexicon: Lexicon) -> Heading | None:
    if chunk.mention is not None or chunk.many:
        return None
    if lower[chunk.last - 1] == OTHERS:
        return Heading(OTHERS, "person", "all", chunk.last)
    for at in range(max(chunk.first, chunk.last - LONGEST_NOUN), chunk.last):
        noun = match_noun(lower, at, lexicon)
        if noun is not None and at + len(noun.words) == chunk.last:
            if at and lower[at - 1] == ANY:
                return None  # "we do not know of any policemen being hurt"
            fits = noun.kind == "person" and not noun.singular and not noun.measure
            return Heading(" ".join(noun.words), "person", noun.group, chunk.last) if fits else None
    return None
