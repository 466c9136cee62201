"""Learning who is reliable: month by month, from the months before, so that a day's trust never changes afterwards.

Here belongs the record of right and wrong numbers. It follows truth discovery over evolving data: each month's numbers
are judged by the trust of the months before, and that trust by those numbers, in a few rounds. The formulas are those
of trust.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.reconcile.events import Case
from pipeline.reconcile.policies.choice import agrees
from pipeline.reconcile.policies.weighted import weighted
from pipeline.reconcile.series import Standing, stand
from pipeline.reconcile.statement import Statement
from pipeline.reconcile.trust import Trust, chance_of_copying, pair, rule, speaker

NEEDS = "weighted"
"""Only this policy asks for trust."""
MOST_SPEAKERS = 30
"""Of a figure with more speakers, only the first by name are compared for copying."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """Trust by month: of a day holds what was learned in the months before its own."""

    months: list[str] = field(default_factory=list)
    trusts: list[Trust] = field(default_factory=list)

    def before(self, day: str) -> Trust:
        """What was known before the month of this day."""
        place = bisect_right(self.months, day[:7])
        return self.trusts[place - 1] if place else Trust()


def learn(cases: Iterable[Case], policies: Sequence[str]) -> Record:
    """The record of all speakers; an empty one when no policy asks for it."""
    if NEEDS not in policies:
        return Record()
    by_month: dict[str, list[Standing]] = defaultdict(list)
    for case in cases:
        for month, standing in _month_ends(case):
            by_month[month].append(standing)
    counts, record = _Counts(), Record()
    for month in sorted(by_month):
        counts.add(by_month[month])
        record.months.append(_after(month))
        record.trusts.append(counts.trust())
    return record


def _after(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04}-{number % 12 + 1:02}"


def _month_ends(case: Case) -> Iterator[tuple[str, Standing]]:
    """Where each figure stood at the end of each month with news of it, if several speakers gave numbers."""
    for key, some in case.by_key.items():
        if len({speaker(s) for s in some}) < 2:
            continue
        days = [s.day for s in some]
        for month in sorted({day[:7] for day in case.news(key)}):
            end = f"{month}-31"
            standing = stand(some[: bisect_right(days, end)], case.outdated, end)
            if len({speaker(s) for s in _told(standing)}) > 1:
                yield month, standing


def _told(standing: Standing) -> list[Statement]:
    """The numbers that speakers stand for, those held back or out of date among them."""
    told = (*standing.current, *standing.held, *standing.stale)
    return [s for s in told if s.point is not None and not s.partial and s.quantifier != "vague"]


class _Counts:
    """Right and told numbers of each speaker; shared right, shared wrong and different ones of each pair."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.pairs: dict[Pair, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, standings: Sequence[Standing]) -> None:
        """Judges a month's figures by the trust so far, then again by the trust that follows."""
        right, told = Counter[str](), Counter[str]()
        for _ in range(int(rule("rounds"))):
            trust = self.trust(right, told)
            truths = [_truth(standing, trust) for standing in standings]
            right, told = Counter(), Counter()
            for standing, truth in zip(standings, truths, strict=True):
                for s in _told(standing):
                    told[speaker(s)] += 1
                    right[speaker(s)] += agrees(s, truth)
        self.right += right
        self.told += told
        for standing, truth in zip(standings, truths, strict=True):
            self._compare(standing, truth)

    def _compare(self, standing: Standing, truth: int) -> None:
        """Publishers alone: quoted sources are known by their kind only."""
        values = {speaker(s): s.point for s in sorted(_told(standing), key=lambda s: s.order) if not s.named}
        for a, b in combinations(sorted(values)[:MOST_SPEAKERS], 2):
            kind = 2 if values[a] != values[b] else 0 if values[a] == truth else 1
            self.pairs[pair(a, b)][kind] += 1

    def trust(self, right: Counter[str] | None = None, told: Counter[str] | None = None) -> Trust:
        """Trust from all months counted so far, and the counts given on top."""
        prior, start = rule("prior_weight"), rule("accuracy")
        all_right, all_told = self.right + (right or Counter()), self.told + (told or Counter())
        accuracy = {who: (start * prior + all_right[who]) / (prior + n) for who, n in all_told.items()}
        known = {who: shared for who, shared in self.pairs.items() if sum(shared) >= rule("least_shared")}
        return Trust(accuracy, {who: chance_of_copying(*shared) for who, shared in known.items()})


def _truth(standing: Standing, trust: Trust) -> int:
    standing.trust = trust
    return weighted(standing).best or 0
