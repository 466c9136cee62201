"""Counts that take their measure from the one before them in the sentence: "bringing the total to 19",
"others say the figure is over 1,000".

Here belongs what no verb or noun of its own says. Parts of a count belong in subsets.py.
"""

from typing import Final

from pipeline import codebook
from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk

BOOK: Final = codebook.read("grammar")
TOTALS: Final = frozenset(BOOK["running_totals"])
LEADS: Final = frozenset(BOOK["running_total_verbs"])
FIGURES: Final = frozenset(BOOK["figure_words"])
REVISIONS: Final = frozenset(BOOK["revision_verbs"])
BE: Final = frozenset(BOOK["be"])
LONGEST: Final = 6
"""Tokens from "bringing" to the number."""


def from_totals(chunks: list[Chunk], lower: list[str], found: Found) -> None:
    """Totals and further values of what was counted before in the sentence."""
    if SIGNALS.isdisjoint(lower):
        return
    before: Attachment | None = None
    for index, chunk in enumerate(chunks):
        own = found.by_chunk.get(index)
        if own:
            before = own[0]
        elif before and before.measure != "amount" and chunk.tag == "Q" and chunk.head and chunk.head.kind == "bare":
            ahead = lower[max(0, chunk.first - LONGEST) : chunk.first]
            if _is_total(ahead):
                found.add(Attachment(index, before.trigger, before.measure, "running_total", 0.85, -1, "cumulative"))
            elif _is_restated(ahead):
                found.add(Attachment(index, before.trigger, before.measure, "restated", 0.8, -1, before.scope))


SIGNALS: Final = LEADS | FIGURES | REVISIONS


def _is_total(ahead: list[str]) -> bool:
    """ "Three more bodies were found, bringing the total to 19"."""
    return ahead[-1:] == ["to"] and not TOTALS.isdisjoint(ahead) and not LEADS.isdisjoint(ahead)


def _is_restated(ahead: list[str]) -> bool:
    """ "203 were killed; others say the figure is over 1,000", "first put at 60, later lowered to 52"."""
    if len(ahead) < 3:
        return False
    return (ahead[-1] in BE and ahead[-2] in FIGURES and ahead[-3] == "the") or (
        ahead[-1] == "to" and not REVISIONS.isdisjoint(ahead[-3:-1]))
