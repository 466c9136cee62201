"""Stories: which reports tell of one incident (or of one given campaign).

Reports with a given id make one story an id. The others are compared in pairs that share rare words within some weeks;
pairs that score high enough are joined, the most alike first, never across two given ids.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from pipeline import codebook
from pipeline.linking.features import Sketch, sketches, story_score
from pipeline.linking.notes import Report
from pipeline.linking.union import Groups


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
    name_of = {groups.find(i): name for i, name in enumerate(given) if name}
    drawn = sketches(reports)
    threshold = float(codebook.read("linking_stories")["threshold"])
    scored = [(story_score(drawn[a], drawn[b]), a, b) for a, b in candidates(drawn)]
    copies = _copy_pairs(reports)
    ranked = [(a, b) for a, b in copies if _near(drawn[a], drawn[b])]
    ranked += [(a, b) for score, a, b in sorted(scored, key=lambda s: (-s[0], s[1], s[2])) if score >= threshold]
    for a, b in ranked:
        name_a, name_b = name_of.get(groups.find(a), ""), name_of.get(groups.find(b), "")
        if not (name_a and name_b):
            groups.join(a, b)
            if name_a or name_b:
                name_of[groups.find(a)] = name_a or name_b


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
