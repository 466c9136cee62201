"""Those counted, told apart behind a colon or a dash: "Twelve people were killed: four women and eight children".

Here belong lists whose sum is no more than the count before them. What "including" or "of whom" opens belongs in
subsets.py, a list that the verb itself takes in constructions.yml.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.claims.anchors import MONTHS
from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk
from pipeline.claims.gapping import AT_PLACES
from pipeline.claims.members import EVERYBODY

RULE: Final = "told_apart"
PART, SUBSET = "part", "subset"
CONFIDENCE: Final = 0.85
AT_PLACE: Final = "(?:[Po][dD]?[XN]{1,2})"
END: Final = "(?=[,;:)BP-]|$)"
GROUPS: Final = re.compile(f"[:-](?P<parts>[dD]?[QSR]{AT_PLACE}?(?:(?:,?C|,)[dD]?[QSR]{AT_PLACE}?)+){END}")
""" "… : four women and eight children", "… – 26 in Zelvik and 12 in Karvosh"."""
PLACES: Final = re.compile(f"[,E](?P<parts>[dD]?[Qq]{AT_PLACE}(?:(?:,?C|,)[dD]?[Qq]{AT_PLACE})+)(?=[,;:)B-]|$)")
""" "38 were killed, 26 in Zelvik and 12 in Karvosh", "… including 26 in Zelvik and 12 in Karvosh"."""
SUMS: Final = re.compile(GROUPS.pattern.replace("[:-]", ",", 1))
""" "Twelve died in the blast, four men, two women and six children": behind a comma they must add up."""
APART: Final = frozenset(("men", "women", "children"))
"""Groups that people of any other may be in too."""
WIDE: Final = APART | {EVERYBODY}
STARTS: Final = "QSRq"


def are_parts(whole: Chunk, parts: Sequence[Chunk]) -> bool:
    """ "Five people, a woman and four children,": those listed are no more than the whole is told to be.

    Households hold more people than they are.
    """
    if whole.mention is None or whole.mention.value_high is None or whole.tag != "Q":
        return whole.mention is not None
    listed = [part for part in parts if part.tag in "QSR" and part.head is not None]
    group = whole.head.group if whole.head is not None else EVERYBODY
    others = {part.head.group for part in listed if part.head is not None} - {EVERYBODY, group} - APART
    if others and group not in WIDE:
        return False  # "12 officers were killed in Zelvik, four villagers in Karvosh and three in Arvel"
    return sum(_least(part) for part in listed) <= whole.mention.value_high


def _least(part: Chunk) -> float:
    if part.mention is None:
        return part.head.value if part.head else 0
    return part.mention.value_low or part.mention.value_best or 0


def from_breakdowns(tags: str, chunks: list[Chunk], lower: list[str], found: Found) -> None:
    """Gives each number of such a list the measures of the count before it, of which it is a subset or a part."""
    marks = ((":", GROUPS), ("-", GROUPS), (",", PLACES), ("E", PLACES), (",", SUMS))
    for pattern in dict.fromkeys(pattern for mark, pattern in marks if mark in tags):
        for match in pattern.finditer(tags):
            parts = [k for k in range(*match.span("parts")) if tags[k] in STARTS]
            _take(tags, chunks, parts, match.start(), lower, found)


def _take(
    tags: str, chunks: list[Chunk], parts: Sequence[int], mark: int, lower: list[str], found: Found
) -> None:  # fmt: skip
    before = next((k for k in range(mark - 1, -1, -1) if tags[k] in "QYB:"), -1)
    whole, told = found.by_chunk.get(before, []), [chunks[k] for k in parts]
    if not whole or not _are_within(chunks[before], told):
        return
    if tags[mark] == "," and not (all(map(_is_bare, told)) or _sum(told) == _least(chunks[before])):
        return
    if any(a.scope != SUBSET for part in parts for a in found.by_chunk.get(part, ())):
        return
    if not all(a.group == before or a.group < 0 for a in whole):
        return
    for part in (part for part in parts if part not in found.by_chunk):
        scope = PART if _is_bare(chunks[part]) and _is_at_place(chunks, part, lower) else SUBSET
        for said in whole:
            found.add(Attachment(part, said.trigger, said.measure, RULE, CONFIDENCE, -1, scope))


def _are_within(whole: Chunk, parts: Sequence[Chunk]) -> bool:
    """The parts come to no more than the whole, of whose group they may be."""
    if whole.mention is None or whole.head is None or whole.head.kind not in ("person", "bare"):
        return False
    most = whole.mention.value_high or float("inf")
    groups = {part.head.group for part in parts if part.head is not None}
    alike = whole.head.group == EVERYBODY or all(map(_is_bare, parts)) or groups <= APART
    return alike and 0 < _sum(parts) <= most


def _sum(parts: Sequence[Chunk]) -> float:
    """What the parts come to, 0 where one has no number."""
    numbers = [_least(part) for part in parts]
    return sum(numbers) if all(numbers) else 0


def _is_at_place(chunks: list[Chunk], part: int, lower: list[str]) -> bool:
    """ "26 in Zelvik": not "six for robbery" nor "26 in 2022"."""
    behind = [lower[chunk.first] for chunk in chunks[part + 1 : part + 3]]
    return len(behind) > 1 and behind[0] in AT_PLACES and behind[1].isalpha() and behind[1] not in MONTHS


def _is_bare(chunk: Chunk) -> bool:
    return chunk.head is not None and chunk.head.kind == "bare"
