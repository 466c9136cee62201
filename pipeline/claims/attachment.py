"""A counted phrase with the measure that it was given, and all that were given one so far.

Here belong the values that constructions, nouns and subsets hand to one another; of their rules none but that the dead
are not rescued.
"""

KILLED, RESCUED = "killed", "rescued"


class Attachment:
    """A counted phrase (index of its chunk) with the measure that a construction gives it.

    group: attachments of one list share it, the first chunk of the list ("three soldiers and a child died").
    victims: the victim group, where the construction tells more than the noun does.
    apart: "12 of whom" are of people of whom nothing else is counted ("the boat carried 60, 12 of whom drowned").
    """

    __slots__ = ("apart", "chunk", "confidence", "group", "measure", "rule", "scope", "trigger", "victims")

    def __init__(
        self, chunk: int, trigger: int, measure: str, rule: str, confidence: float, group: int, scope: str = ""
    ) -> None:
        self.chunk, self.trigger, self.measure, self.rule = chunk, trigger, measure, rule
        self.confidence, self.group, self.scope, self.apart, self.victims = confidence, group, scope, False, ""


class Found:
    """What was attached so far: by counted phrase, and of each trigger its list and its leftmost phrase."""

    __slots__ = ("by_chunk", "group", "leftmost")

    def __init__(self) -> None:
        self.by_chunk: dict[int, list[Attachment]] = {}
        self.group: dict[int, int] = {}
        self.leftmost: dict[int, int] = {}

    def add(self, made: Attachment) -> None:
        """One more attachment, behind those of the same phrase. Who died was brought out, not rescued."""
        told = self.by_chunk.setdefault(made.chunk, [])
        if made.measure == KILLED:
            told[:] = [before for before in told if before.measure != RESCUED]
        told.append(made)
        self.group.setdefault(made.trigger, made.group)
        self.leftmost[made.trigger] = min(made.chunk, self.leftmost.get(made.trigger, made.chunk))

    def in_order(self) -> list[Attachment]:
        """All, in the order of their phrases."""
        return [a for index in sorted(self.by_chunk) for a in self.by_chunk[index]]
