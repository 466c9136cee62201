""" "All but three of the 72 aboard": the number that a report leaves its reader to subtract.

Here belongs the mention that such words carry. What happened to those people is found like that of any other count.
"""

from collections.abc import Mapping
from dataclasses import replace

from pipeline.claims.sentence import Sentence
from pipeline.quantities.mention import Mention

ALL_BUT = ["all", "but"]
FARTHEST_BASE = 4
"""Tokens between the exception and the number of all: "three of the 72"."""


def is_exception(sentence: Sentence, at: int) -> bool:
    """The number at a token is who was spared: "all but two"."""
    return at >= 2 and sentence.lower[at - 2 : at] == ALL_BUT


def complement(sentence: Sentence, at: int, spared: Mention, numbers: Mapping[int, Mention]) -> Mention | None:
    """All less the spared, over the words of both; None where either is not exact or the number of all is not given."""
    base = next((numbers[k] for k in range(at + 1, at + 2 + FARTHEST_BASE) if k in numbers), None)
    if base is None or base.kind != "count" or {spared.quantifier, base.quantifier} != {"exact"}:
        return None
    if spared.value_best is None or base.value_best is None or "of" not in sentence.lower[at : at + FARTHEST_BASE]:
        return None
    left = base.value_best - spared.value_best
    start, end = sentence.starts[at - 2], base.end
    return None if left <= 0 else replace(
        base, value_low=left, value_best=left, value_high=left, start=start, end=end,
        surface=sentence.text[start:end], phrase_start=start, phrase_end=end,
    )  # fmt: skip
