"""A source as it stands in a sentence: whom the words beside a verb of saying name, and of what kind they are.

Here belongs the way from a span to a source. How far the span reaches is settled in speakers.py, what of it is somebody
in somebody.py.
"""

from typing import NamedTuple

from pipeline.claims.date_spans import find_dates
from pipeline.claims.gazetteer import countries
from pipeline.claims.introduced import introduced
from pipeline.claims.somebody import PAPERS, PRONOUNS, somebody
from pipeline.claims.sources import BOOK, HEAD_ENDS, class_of, class_of_person
from pipeline.claims.speakers import HEALTH_BODY
from pipeline.reading.tokens import Sentence

CAPITALS, OWN, MOMENTS, MANNERS, LEADING = (
    frozenset(BOOK[part]) for part in ("capitals", "own", "moments", "manners", "leading"))


class Speech(NamedTuple):
    """A source at tokens first..last. What follows token `after` or precedes token `before` is its speech (-1: not)."""

    first: int
    last: int
    source_class: str
    after: int = -1
    before: int = -1
    pronoun: bool = False
    relay: bool = False
    acts: bool = False


def source(sentence: Sentence, first: int, last: int, after: int = -1, before: int = -1) -> Speech | None:
    """Who is named at first..last, None where nobody is."""
    start, end = _without_time(sentence, first, last)
    start = _without_opening(sentence, start, end)
    named = somebody(sentence, start, end) if start < end else None
    if named is None:
        return None
    kind, pronoun = _kind(sentence, *named, end)
    return Speech(*named, kind, named[1] if after == last else after, before, pronoun)


def _without_time(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The span without a date at either end: "Nile TV | on Friday reported", "On Friday | police said"."""
    lower, begin = sentence.lower, first
    while begin < last and lower[begin] in LEADING:
        begin += 1
    for span in find_dates(sentence):
        opens = begin <= span.first <= begin + 1 and span.last < last
        if opens and (span.first == begin or lower[begin] in MANNERS):
            first = span.last
        elif first < span.first < last <= span.last + 1:
            last = span.first
    return first, last


def _without_opening(sentence: Sentence, first: int, last: int) -> int:
    """Where the phrase begins behind what leads up to it: "and then | police", "in its daily update | the ministry"."""
    lower = sentence.lower
    while first < last and (lower[first] in LEADING or lower[first].isdecimal()):
        first += 1
    if first + 1 < last and lower[first] in MANNERS:
        own = (i for i in range(first + 2, last) if lower[i] in OWN and lower[i - 1] not in HEAD_ENDS)
        common = sentence.words[last - 1].islower() and class_of(lower[last - 1 : last]) != "unknown"
        bare = last - 1 if common else first  # "in a statement | police"
        first = first + 2 if lower[first + 1] in MOMENTS else max(own, default=bare)
    run_in = (i for i in range(first + 1, last) if sentence.words[i] == "The" and lower[i - 1] not in HEAD_ENDS)
    first = max(run_in, default=first)  # a headline run into the sentence
    return last - 1 if first < last and (lower[last - 1],) in PRONOUNS else first  # "by evening they"


def _kind(sentence: Sentence, first: int, last: int, end: int) -> tuple[str, bool]:
    """The class of who is named at first..last, of a span that goes on to `end`; and whether a pronoun names him."""
    phrase = sentence.lower[first:last]
    body = introduced(sentence, first, last)
    if body is not None:
        return body.kind, False
    if HEALTH_BODY in sentence.words[first:last] and not sentence.is_upper:
        return "un", False
    kind, pronoun = class_of(phrase), tuple(phrase) in PRONOUNS
    if kind == "unknown" and phrase[-1] in PAPERS:
        kind = class_of(sentence.lower[first:end])  # "papers filed at the county court"
    if kind == "unknown" and not pronoun:
        kind = _by_name(sentence, first, last)
    return kind, pronoun


def _by_name(sentence: Sentence, first: int, last: int) -> str:
    """A state by its name or capital; a person known by surname alone, whose title stands elsewhere in the text."""
    lower, name = sentence.lower, " ".join(sentence.lower[first:last])
    if name in countries() or (name in CAPITALS and lower[last : last + 1] != [","]):
        return "official"
    if sentence.is_upper:
        return "unknown"
    names = [w for w in sentence.words[first:last] if w[0].isupper() and len(w) > 2]
    return class_of_person(sentence.text, names[-1]) if names else "unknown"
