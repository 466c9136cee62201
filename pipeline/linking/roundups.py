"""Round-ups among the reports of a given incident: scenes that none of its other reports tells of are another's.

Here belongs comparing the scenes of a page with the other reports; one small function a feature, the weights in
codebook/linking_scenes.yml. What is put in the background here belongs to no event.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline import codebook
from pipeline.linking.abroad import BACKGROUND
from pipeline.linking.notes import Note, Report, by_given_incident
from pipeline.linking.scenes import Scene, is_of_one, is_over_several, is_roundup, scenes

NAME = re.compile(r"\b[A-Z][^\W\d_]+\b")
NUMBER = re.compile(r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m|\b\d[\d,.]*(?:st|nd|rd|th)?\b")
AT_START = re.compile(r"(?:^|[.!?:”\"]\s+)([A-Z][^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a scene or a report is compared by."""

    names: frozenset[str]
    numbers: frozenset[str]
    figures: frozenset[tuple[str, int]]
    main: bool = False


def set_roundups_apart(reports: Iterable[Report], places: Sequence[int | None]) -> None:
    """Puts claims of other incidents' scenes in the background, in place. `places`: characters before each claim."""
    for members in by_given_incident(reports):
        if len(members) > 1:
            for report in members:
                _set_apart(report, [other for other in members if other is not report], places)


def _set_apart(report: Report, others: Sequence[Report], places: Sequence[int | None]) -> None:
    text = " ".join(report.text.split())
    if not (report.notes and is_roundup(report.title, text)):
        return
    known = [told for other in others if (told := _of_report(other))]
    if not known:
        return
    found = scenes(text)
    of_title = report.title if is_of_one(report.title, "") else ""
    about = [n for n in report.notes if n.sentence not in of_title]
    notes = [[n for n in about if _at(found, places[n.position]) == i] for i in range(len(found))]
    strangers = _strangers(_told(report, text, found, notes), known)
    for note in (note for i in strangers for note in notes[i]):
        note.scope = BACKGROUND
    if strangers:
        _set_totals_apart([note for note in report.notes if note.scope != BACKGROUND])


def _set_totals_apart(notes: Sequence[Note]) -> None:
    """Numbers over all incidents of the page, in title and first lines alike, where it has the incident's own too."""
    counting = [note for note in notes if is_over_several(note.sentence)]
    totals = _figures(counting)
    over_all = {n.position for n in (*counting, *(n for n in notes if (n.measure, n.value) in totals))}
    own = {note.measure for note in notes if note.value and note.position not in over_all}
    for note in notes:
        if note.position in over_all and note.measure in own:
            note.scope = BACKGROUND


def _at(found: Sequence[Scene], place: int | None) -> int | None:
    """Which scene stands there; a title's number is one of the first lines."""
    return None if place is None else sum(scene.start <= place for scene in found) - 1


def _strangers(told: Sequence[Told], others: Sequence[Told]) -> list[int]:
    """The scenes that are much less alike to every other report than the best scene is."""
    book = codebook.read("linking_scenes")
    scores = [max(_score(scene, other) for other in others) for scene in told]
    best = max(scores)
    if best < float(book["least_score"]):
        return []
    return [i for i, score in enumerate(scores) if score < best * float(book["keep_share"])]


# ------------------------------------------------------------------ what is compared


def _told(report: Report, text: str, found: Sequence[Scene], notes: Sequence[Sequence[Note]]) -> list[Told]:
    """The scenes by what tells them apart: words that stand in few of them."""
    names = [_names(scene.text) for scene in found]
    numbers = [_numbers(scene.text) for scene in found]
    spread = Counter(word for words in (*names, *numbers) for word in words)
    rare = {word for word, n in spread.items() if n == 1 or 2 * n < len(found)}
    of_one = is_of_one(report.title, text)
    return [
        Told(names[i] & rare, numbers[i] & rare, _figures(notes[i]), scene.first and of_one)
        for i, scene in enumerate(found)
    ]


def _of_report(report: Report) -> Told | None:
    """All that a report says; of a round-up what it says first, and nothing of one without a main incident."""
    text = " ".join(report.text.split())
    if is_roundup(report.title, text):
        if not is_of_one(report.title, text):
            return None
        text = scenes(text)[0].text
    whole = f"{report.title}. {text}"
    return Told(_names(whole), _numbers(whole), _figures(report.notes))


def _names(text: str) -> frozenset[str]:
    """Capitalised words, those at the start of a sentence only where another place has them capitalised too."""
    found = Counter(word.lower() for word in NAME.findall(text))
    first = Counter(word.lower() for word in AT_START.findall(text))
    dull = set(codebook.read("linking_scenes")["dull"])
    return frozenset(word for word, n in found.items() if n > first[word] and word not in dull)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"[ .,]", "", found.lower()) for found in NUMBER.findall(text)) - {"1", "2", "3"}


def _figures(notes: Iterable[Note]) -> frozenset[tuple[str, int]]:
    return frozenset((note.measure, note.value) for note in notes if note.value is not None and note.value > 1)


# ------------------------------------------------------------------ features


def _shared_names(scene: Told, other: Told) -> int:
    return len(scene.names & other.names)


def _shared_numbers(scene: Told, other: Told) -> int:
    return len(scene.numbers & other.numbers)


def _shared_figures(scene: Told, other: Told) -> int:
    return len(scene.figures & other.figures)


def _is_main(scene: Told, _other: Told) -> int:
    return int(scene.main)


SCENE: dict[str, Callable[[Told, Told], int]] = {
    "names": _shared_names, "numbers": _shared_numbers, "figures": _shared_figures, "main": _is_main,
}  # fmt: skip


def _score(scene: Told, other: Told) -> float:
    weights = codebook.read("linking_scenes")["scene"]
    return sum(
        float(weights[name]["weight"]) * min(feature(scene, other), int(weights[name]["most"]))
        for name, feature in SCENE.items()
    )
