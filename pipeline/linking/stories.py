"""Stories: which reports tell of one incident (or of one given campaign).

Reports with a given id make one story an id. The others are compared in pairs that share rare words within some weeks;
pairs that score high enough are joined, the most alike first, never across two given ids.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from pipeline import codebook
from pipeline.linking.features import Sketch, sketches, story_score
from pipeline.linking.notes import Report
from pipeline.linking.union import Groups

Pair = tuple[int, int]
SURE = 9.0
"""Score of a pair of copies."""


def story_of_each(reports: Sequence[Report]) -> list[str]:
    """The name of every report's story, in their order."""
    groups = Groups(len(reports))
    given = [_given(report) for report in reports]
    _join_given(groups, given)
    if not all(given):
        _join_alike(groups, given, reports)
    names: list[str] = [""] * len(reports)
    for members in groups.members():
        earliest = min((reports[i] for i in members), key=lambda report: report.age)
        name = next((given[i] for i in members if given[i]), "") or f"story {earliest.article_id}"
        for i in members:
            names[i] = name
    return names


def _given(report: Report) -> str:
    if report.given_event:
        return f"event {report.given_event}"
    return f"campaign {report.given_campaign}" if report.given_campaign else ""


def _join_given(groups: Groups, given: Sequence[str]) -> None:
    first: dict[str, int] = {}
    for i, name in enumerate(given):
        if name:
            groups.join(first.setdefault(name, i), i)


def _join_alike(groups: Groups, given: Sequence[str], reports: Sequence[Report]) -> None:
    """Copies first, then the most alike; what is given stays apart."""
    drawn = sketches(reports)
    settings = codebook.read("linking_stories")
    scores = {pair: story_score(drawn[pair[0]], drawn[pair[1]]) for pair in candidates(drawn)}
    for a, b in _copy_pairs(reports):
        if _near(drawn[a], drawn[b]):
            scores[min(a, b), max(a, b)] = SURE
    cluster(groups, given, scores, float(settings["threshold"]), float(settings["mean_threshold"]))


def cluster(
    groups: Groups, given: Sequence[str], scores: Mapping[Pair, float], least: float, least_mean: float
) -> None:
    """Join pairs from the highest score down to `least`, if the mean score between their groups reaches `least_mean`.

    The mean keeps one chance likeness from joining two large stories; pairs without a score count as 0.
    """
    name_of = {groups.find(i): name for i, name in enumerate(given) if name}
    size = Counter(groups.find(i) for i in range(len(given)))
    between: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for (a, b), score in scores.items():
        first, second = groups.find(a), groups.find(b)
        between[first][second] += score
        between[second][first] += score
    for a, b in sorted((p for p, score in scores.items() if score >= least), key=lambda p: (-scores[p], p)):
        first, second = sorted((groups.find(a), groups.find(b)))
        names = {name_of.get(first, ""), name_of.get(second, "")} - {""}
        if first == second or len(names) > 1:
            continue
        if between[first][second] >= least_mean * size[first] * size[second] or scores[a, b] == SURE:
            groups.join(first, second)
            size[first] += size.pop(second)
            name_of.update(dict.fromkeys([first], *names) if names else {})
            _merge(between, first, second)


def _merge(between: dict[int, dict[int, float]], kept: int, gone: int) -> None:
    for other, total in between.pop(gone).items():
        between[other].pop(gone, None)
        if other != kept:
            between[kept][other] += total
            between[other][kept] += total


def _copy_pairs(reports: Sequence[Report]) -> list[tuple[int, int]]:
    first: dict[str, int] = {}
    pairs = [(first.setdefault(r.copy_group, i), i) for i, r in enumerate(reports) if r.copy_group]
    return [(a, b) for a, b in pairs if a != b]


def candidates(drawn: Sequence[Sketch]) -> Iterable[tuple[int, int]]:
    """Pairs that share at least two of their rarest words and were published within the window."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(drawn):
        for word in one.rarest:
            holders[word].append(i)
    shared: Counter[tuple[int, int]] = Counter()
    for bucket in holders.values():
        shared.update(pair for pair in combinations(bucket, 2) if _near(drawn[pair[0]], drawn[pair[1]]))
    return sorted(pair for pair, n in shared.items() if n >= 2)


def _near(a: Sketch, b: Sketch) -> bool:
    window = int(codebook.read("linking_stories")["window_days"])
    return a.day is None or b.day is None or abs(a.day - b.day) <= window
