"""How alike two reports are: one small function a feature, the weights in codebook/linking_stories.yml.

Here belongs what a pair of reports is compared by. Which pairs are compared, and what follows, is in stories.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline import codebook
from pipeline.linking.notes import Report

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
INNER_NAME = re.compile(r"(?<=[^.!?\s”\"])\s(?P<name>[A-Z][^\W\d_]+)")
SMOOTHING = 500
"""Added to the number of reports, so that words keep some weight in a run of few reports."""

Weights = dict[str, float]
"""Word -> its share of a vector of length 1."""


@dataclass(slots=True)
class Sketch:
    """What is compared of one report."""

    day: int | None
    names: Weights
    words: Weights
    title: Weights
    numbers: frozenset[str]
    days: frozenset[str]
    places: frozenset[str]
    figures: frozenset[tuple[str, int]]
    rarest: tuple[str, ...]


def sketches(reports: Sequence[Report]) -> list[Sketch]:
    """The sketches of all reports; the rarity of words is that among these reports."""
    lead = int(codebook.read("linking_stories")["lead_chars"])
    heads = [f"{report.title}\n{report.text[:lead]}" for report in reports]
    dull = set(codebook.read("linking_stories")["dull_words"])
    tokens = [[word for word in WORD.findall(head.lower()) if word not in dull] for head in heads]
    names = [frozenset(m["name"].lower() for m in INNER_NAME.finditer(head)) - dull for head in heads]
    spread = Counter(word for words in tokens for word in set(words))
    rarity = {word: math.log((len(reports) + SMOOTHING) / n) for word, n in spread.items()}
    common = _common_from(len(reports))
    return [
        _sketch(report, words, named, rarity, {w for w in set(words) if 2 <= spread[w] <= common})
        for report, words, named in zip(reports, tokens, names, strict=True)
    ]


def _common_from(n: int) -> float:
    settings = codebook.read("linking_stories")
    return float(max(settings["common_word_reports"], settings["common_word_share"] * n))


def _sketch(report: Report, tokens: list[str], names: frozenset[str], rarity: Weights, linking: set[str]) -> Sketch:
    keep = int(codebook.read("linking_stories")["rarest_words"])
    told = [note for note in report.notes if note.scope != "background"]
    return Sketch(
        day=report.day,
        names=_weighted(names, rarity),
        words=_weighted({w for w in tokens if w not in names and len(w) > 2 and not w.isdigit()}, rarity),
        title=_weighted({w for w in WORD.findall(report.title.lower()) if len(w) > 2}, rarity),
        numbers=frozenset(w for w in tokens if w.isdigit() and 2 <= len(w) <= 5 and w in linking),
        days=frozenset(note.day for note in told if note.day),
        places=frozenset(note.place.casefold() for note in told if note.place),
        figures=frozenset((note.measure, note.value) for note in told if note.value is not None),
        rarest=tuple(sorted(linking, key=lambda w: (-rarity[w], w))[:keep]),
    )


def _weighted(words: set[str] | frozenset[str], rarity: Weights) -> Weights:
    """Squared rarity: a rare shared word says more than many common ones."""
    raw = {word: rarity[word] ** 2 for word in words if word in rarity}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}


def cosine(a: Weights, b: Weights) -> float:
    """The cosine of two weighted word sets."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[word] for word, value in a.items() if word in b)


# ------------------------------------------------------------------ the features


def _date(a: Sketch, b: Sketch) -> float:
    if a.day is None or b.day is None:
        return 0.0
    window = float(codebook.read("linking_stories")["window_days"])
    return 1 - 2 * min(math.log1p(abs(a.day - b.day)) / math.log1p(window), 1.0)


def _incident_day(a: Sketch, b: Sketch) -> float:
    return _shared(a.days, b.days, -1.0)


def _place(a: Sketch, b: Sketch) -> float:
    return _shared(a.places, b.places, -0.5)


def _shared(a: frozenset[str], b: frozenset[str], otherwise: float) -> float:
    if not a or not b:
        return 0.0
    return 1.0 if a & b else otherwise


def _figures(a: Sketch, b: Sketch) -> float:
    fewer = min(len(a.figures), len(b.figures))
    return len(a.figures & b.figures) / fewer if fewer else 0.0


FEATURES: dict[str, Callable[[Sketch, Sketch], float]] = {
    "names": lambda a, b: cosine(a.names, b.names),
    "words": lambda a, b: cosine(a.words, b.words),
    "title": lambda a, b: cosine(a.title, b.title),
    "date": _date,
    "incident_day": _incident_day,
    "figures": _figures,
    "place": _place,
    "ages": lambda a, b: min(len(a.numbers & b.numbers), 2) / 2,
}


def story_features(a: Sketch, b: Sketch) -> dict[str, float]:
    """The value of every feature of the codebook for this pair."""
    return {name: FEATURES[name](a, b) for name in codebook.read("linking_stories")["features"]}


def story_score(a: Sketch, b: Sketch) -> float:
    """The weighted sum of the features."""
    weights = codebook.read("linking_stories")["features"]
    return sum(float(weights[name]["weight"]) * value for name, value in story_features(a, b).items())
