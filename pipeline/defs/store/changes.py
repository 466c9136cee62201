"""What a run changed, counted in articles, and how work in progress is told.

Here belongs the meaning of new, changed, kept and withdrawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Note = Callable[[int, int, str], None]
"""Told how much is done, how much there is, and of what."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Articles by what became of them."""

    new: int = 0
    changed: int = 0
    kept: int = 0
    withdrawn: int = 0


def between(before: Mapping[str, str], after: Mapping[str, str], n_all: int, n_again: int = 0) -> Changes:
    """The change from one set of articles to another, each given as article id → document id.

    An article counts as changed when it takes the place of another version of its document, or was worked on again
    (`n_again`). `n_all` is the number of articles afterwards, with those that nobody looked at.
    """
    appeared = after.keys() - before.keys()
    lost = before.keys() - after.keys()
    replaced = {before[i] for i in lost} & {after[i] for i in appeared}
    n_changed = sum(after[i] in replaced for i in appeared)
    n_withdrawn = sum(before[i] not in replaced for i in lost)
    n_new = len(appeared) - n_changed
    return Changes(n_new, n_changed + n_again, n_all - n_new - n_changed - n_again, n_withdrawn)
