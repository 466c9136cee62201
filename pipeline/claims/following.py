"""Counts that take their measure from the one before them in the sentence: "bringing the total to 19".

Here belongs what no verb or noun of its own says. Parts of a count belong in subsets.py.
"""

from collections.abc import Sequence

from pipeline import codebook
from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk

BOOK = codebook.read("grammar")
TOTALS, LEADS = frozenset(BOOK["running_totals"]), frozenset(BOOK["running_total_verbs"])
LONGEST = 6
"""Tokens from "bringing" to the number."""


def from_totals(chunks: Sequence[Chunk], lower: Sequence[str], found: Found) -> None:
    """ "Three more bodies were found, bringing the total to 19": a total of what was counted before."""
    if LEADS.isdisjoint(lower):
        return
    before: Attachment | None = None
    for index, chunk in enumerate(chunks):
        own = found.by_chunk.get(index)
        if own:
            before = own[0]
        elif before and before.measure != "amount" and _is_total(chunk, lower):
            found.add(Attachment(index, before.trigger, before.measure, "running_total", 0.85, -1, "cumulative"))


def _is_total(chunk: Chunk, lower: Sequence[str]) -> bool:
    ahead = lower[max(0, chunk.first - LONGEST) : chunk.first]
    bare = chunk.tag == "Q" and chunk.head is not None and chunk.head.kind == "bare"
    return bare and ahead[-1:] == ["to"] and not TOTALS.isdisjoint(ahead) and not LEADS.isdisjoint(ahead)
