"""Suspended hyphens: in "two- and three-bedroom flats" the two are bedrooms too, in "two- and three-year-olds" ages.

Here belongs only that one pass. What the last number of such a row counts, the other modules have read before.
"""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.quantities.mention import Mention

BETWEEN: Final = re.compile(r"[-‐‑](?:, ?|,? (?:and|or|to) )")
"""What stands between two numbers of such a row."""


def lend_back(text: str, found: Sequence[Mention]) -> None:
    """Gives each number of such a row what the next one is: its kind, unit and status, in place."""
    for at in range(len(found) - 2, -1, -1):
        number, behind = found[at], found[at + 1]
        if number.kind != "count" or number.unit or text[number.end : number.end + 1] not in ("-", "‐", "‑"):
            continue
        if BETWEEN.fullmatch(text, number.end, behind.start) and text[behind.end : behind.end + 1] in ("-", "‐", "‑"):
            number.kind, number.unit, number.status = behind.kind, behind.unit, behind.status
