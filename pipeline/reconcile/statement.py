"""The statement: one number that one voice stands for in one report, and the key of the figure that it is about.

Here belongs the value alone. How a report's claims become statements is settled in statements.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """What a figure is about, within its event."""

    measure: str
    group: str
    scope: str
    unit: str
    currency: str


EARLIER = "earlier"
LESS_THE_DEAD = "those hit less the dead"
LESS_THE_FOUND = "those missed before less the found"


@dataclass(frozen=True, slots=True)
class Statement:
    """One number that one voice stands for in one report.

    standing: counted, estimated, floor (a part that bounds the whole from below), feared, bounded ("up to n"),
    distrusted, denied, wider (over several incidents), earlier (a report says that somebody gave it before).
    weak: the wording may count others too ("six were shot"). report: publisher and title, for the reader.
    lead: it stands in the title or the first lines. own: the report says it there in its own words.
    several: it is spread over several incidents. word: the number as written, of vague ones. instead: numbers that it
    says it replaces ("raised to 18 from 17"). rises: it is said to be more than before. to_date: it is said to
    be the total so far.
    """

    key: Key
    voice: str
    named: bool
    article_id: str
    document_id: str
    origin_class: str
    source: str
    at_us: int
    day: str
    low: int | None
    best: int | None
    high: int | None
    quantifier: str
    standing: str
    corrects: bool
    claim_ids: tuple[str, ...]
    basis: str
    weak: bool = False
    report: str = ""
    lead: bool = True
    word: str = ""
    own: bool = False
    several: bool = False
    instead: frozenset[int] = frozenset()
    rises: bool = False
    to_date: bool = False

    @property
    def point(self) -> int | None:
        """The value named, else the lowest that the words allow."""
        return self.low if self.best is None else self.best

    @property
    def top(self) -> int | None:
        """The highest value that the words name; "more than 15" is 16 or more."""
        if self.high is not None or self.point is None:
            return self.high
        return self.point + (self.quantifier == "more_than")

    @property
    def open_ended(self) -> bool:
        """The words set no upper bound."""
        return self.high is None and self.quantifier in ("at_least", "more_than", "vague")

    @property
    def partial(self) -> bool:
        """It may name some victims only ("a man was shot dead", the sum of the groups named), so it is no ceiling."""
        return self.standing == "floor" or self.basis not in TOTALS or (self.point or 0) <= 1

    @property
    def values(self) -> tuple[int | None, int | None, int | None]:
        """low, best, high."""
        return self.low, self.best, self.high

    @property
    def order(self) -> tuple[int, int, str, str, tuple[str, ...]]:
        """Sorts by publication; of one moment the highest is last, since tolls rise; then by ids."""
        return self.at_us, self.point or 0, self.article_id, self.voice, self.claim_ids


WITH_ATTACKERS = "victims and the attackers that others include"
COUNTED_ON = "the rank of the last victim less the dead"
LAST_DEAD = "the rank of the last of the dead"
WITH_LATER = "those counted before and who died since"
TOTALS = ("stated", WITH_LATER, LESS_THE_DEAD, LESS_THE_FOUND, WITH_ATTACKERS, COUNTED_ON, LAST_DEAD)
EVERYBODY = "all"
ATTACKERS = "perpetrators"
