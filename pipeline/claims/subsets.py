"""Parts of a count: "including three children", "of whom five were women", "two of the victims".

Here belongs what tells a part from the whole, before any construction is tried (no verb behind "including" is the
listed ones') and after (a part takes the measure of the count before it).
"""

import re
from collections.abc import Sequence

from pipeline.claims.attachment import Attachment, Found
from pipeline.claims.chunks import Chunk

SUBSET_LIST = re.compile("E[dD]?[QSR](?!J)(?:,?C[dD]?[QSR](?!J)|,[dD]?[QSR](?!J))*")
VERBS = frozenset("TGIJ")
OWN_VERB = re.compile(r",C[dD]?[QSR](?=[AHTIJM]|D[AHTIJM])")
OWN_VERB_AFTER_ALL = re.compile(r",?C[dD]?[QSR](?=[AHTIJM]|D[AHTIJM])")


def mark_subsets(tags: str) -> str:
    """Counted phrases that "including" lists become q: no verb behind them is theirs.

    A member behind ", and" with a verb of its own ends the list: "including two officers, and 17 were hurt". Where the
    whole already had its verb, "and" does the same: "12 were killed, including two women and 17 were hurt".
    """
    for opened in SUBSET_LIST.finditer(tags):
        listed = opened.group()
        had_verb = not VERBS.isdisjoint(tags[: opened.start()])
        ends = OWN_VERB_AFTER_ALL if had_verb else OWN_VERB
        cut = ends.search(listed + tags[opened.end() : opened.end() + 2])
        end = opened.start() + (cut.start() if cut else len(listed))
        tags = tags[: opened.start()] + re.sub("[QSR]", "q", tags[opened.start() : end]) + tags[end:]
    return tags


def from_subsets(tags: str, chunks: Sequence[Chunk], found: Found) -> None:
    """ "including three children", "two of them women": a part of the count before it."""
    listed = _listed(tags) if "E" in tags or "F" in tags else None
    partitive, nearest = False, None
    for index, chunk in enumerate(chunks):
        head, own = chunk.head, found.by_chunk.get(index)
        if chunk.tag in "QSR":
            # "two of the victims were strangled and three were shot": three are victims too
            part = head is not None and (head.partitive or (partitive and chunk.tag == "Q" and head.kind == "bare"))
            if part or (listed and (_behind_partitive(tags, index) if own else listed[index])):
                for attachment in own or ():
                    attachment.scope = "subset"
                if own is None and (parent := nearest or _of_trigger(index, chunks)):
                    own = [Attachment(index, parent.trigger, parent.measure, "subset", 0.85, parent.group, "subset")]
                    found.add(own[0])
        partitive = partitive or (head is not None and head.partitive)
        if own and own[0].measure != "amount":
            nearest = own[0]


def _listed(tags: str) -> list[bool]:
    """Whether a phrase stands in the list that "including" or "of whom" opens."""
    opened, listed = False, []
    for before in " " + tags[:-1]:
        opened = before in "EF" or (opened and before in "dD,CQSRNq")
        listed.append(opened)
    return listed


def _behind_partitive(tags: str, index: int) -> bool:
    """ "of whom 12 were …": a phrase with a verb of its own is a part only right behind "of whom"."""
    while index > 0 and tags[index - 1] in "dD":
        index -= 1
    return index > 0 and tags[index - 1] == "F"


def _of_trigger(index: int, chunks: Sequence[Chunk]) -> Attachment | None:
    """A word for an outcome just before the phrase, where no number of it was given: "the dead, among them a girl"."""
    for k in range(index - 1, max(-1, index - 5), -1):
        measures = [t.measure for t in chunks[k].triggers if t.measure]
        if measures:
            return Attachment(k, k, measures[0], "subset", 0.7, -1)
    return None
