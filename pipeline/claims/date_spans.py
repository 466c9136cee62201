"""Where a sentence speaks of time: date expressions as token spans, joined to ranges and "since" phrases.

Here belongs what stretches over simple anchors. Which days a span means, and which span a claim belongs to, is
settled in dates.py.
"""

from typing import Final, NamedTuple

from pipeline import codebook
from pipeline.claims.anchors import BOOK, BREAKS, JOINS, TRIGGERS, Anchor, Read, anchors
from pipeline.claims.phrases import OncePerSentence
from pipeline.reading.tokens import Sentence

BEGINNINGS: Final = frozenset(BOOK["beginnings"])
COMPARISONS: Final = frozenset(BOOK["comparisons"])
ORDINAL_ENDINGS: Final = frozenset(codebook.read("numbers")["ordinal_endings"])
RANKS: Final = (COMPARISONS | frozenset(codebook.read("numbers")["ordinals"])) - frozenset(BOOK["no_ranks"])
RANKED: Final = 8
"""Tokens between the rank and the time: "the third such attack on the port in two weeks"."""
JOINABLE: Final = frozenset(["day", "weekday", "month", "year", "ago"])
REACH: Final = 10
"""Tokens after "since" in which its date may stand."""


class DateSpan(NamedTuple):
    """A date expression at tokens first..last (end exclusive).

    kind: point, since, between, window ("in the past week"), story ("in five days of fighting": the whole story so
    far) or compared ("the deadliest since 2005": a date of another event).
    """

    first: int
    last: int
    kind: str
    anchor: Anchor | None = None
    until: Anchor | None = None


def _point(read: Read) -> DateSpan:
    kind = "between" if read.until else read.anchor.kind if read.anchor.kind in ("window", "story") else "point"
    return DateSpan(read.first, read.last, kind, read.anchor, read.until)


def _joined(lower: list[str], reads: list[Read]) -> list[DateSpan]:
    """Neighbours with "and" or "to" between them are one stretch: "from Monday to Wednesday"."""
    spans: list[DateSpan] = []
    for read in reads:
        span, before = _point(read), spans[-1] if spans else None
        if (before is not None and before.kind == span.kind == "point" and before.anchor and span.anchor
                and read.first == before.last + 1 and lower[before.last] in JOINS
                and {before.anchor.kind, span.anchor.kind} <= JOINABLE):
            spans[-1] = DateSpan(before.first, span.last, "between", before.anchor, span.anchor)
        else:
            spans.append(span)
    return spans


def _compares(lower: list[str], i: int) -> bool:
    return any(w in COMPARISONS for w in lower[max(0, i - 8) : i]) or counts_off(lower, i)


def counts_off(lower: list[str], i: int) -> bool:
    """ "The third such attack in two weeks", "the 21st strike since": time over which events were counted off."""
    for j in range(i - 1, max(0, i - RANKED) - 1, -1):
        if lower[j] in RANKS or (lower[j] in ORDINAL_ENDINGS and j and lower[j - 1].isdecimal()):
            return True
        if not lower[j].isalpha() and lower[j] != "-":
            return False
    return False


def _ranked(lower: list[str], span: DateSpan) -> DateSpan:
    return span._replace(kind="compared") if span.kind == "window" and counts_off(lower, span.first) else span


def _event_end(lower: list[str], i: int) -> int | None:
    """Where "since the uprising began", "since the coup", "since then" at token i ends; None of a causal "since"."""
    for j in range(i + 1, min(len(lower), i + REACH)):
        if lower[j] in BEGINNINGS:
            return j + 1
        if lower[j] in BREAKS:
            return j if j - i <= 5 else None
    return len(lower) if len(lower) - i <= 5 else None


def _since(lower: list[str], i: int, spans: list[DateSpan]) -> DateSpan | None:
    kind = "compared" if _compares(lower, i) else "since"
    for span in spans:
        near = i < span.first <= i + REACH and not any(w in BREAKS for w in lower[i + 1 : span.first])
        if near and span.kind in ("point", "between", "window"):
            return DateSpan(i, span.last, kind, span.anchor, span.until)
    end = _event_end(lower, i)
    return None if end is None else DateSpan(i, end, kind)


def _so_far(lower: list[str], span: DateSpan) -> DateSpan:
    """ "so far this year" and "this year" with "so far" before it count from the year's first day."""
    anchor = span.anchor
    counts = anchor is not None and anchor.kind == "calendar" and anchor.number == 0
    if counts and lower[max(0, span.first - 2) : span.first] == ["so", "far"]:
        return span._replace(first=span.first - 2, kind="since")
    return span


def _begun(lower: list[str], span: DateSpan) -> DateSpan:
    """ "the protests that began on Tuesday": a figure of them counts from that day."""
    i = span.first - 1
    while i >= 0 and lower[i] in ("on", "in", "early", "late", "last", "earlier"):
        i -= 1
    begun = span.kind == "point" and i >= 1 and lower[i] in STARTED and lower[i - 1] in ("that", "which")
    return span._replace(first=i - 1, kind="since") if begun else span


def _throughout(lower: list[str], span: DateSpan) -> DateSpan:
    """ "during March", "in June alone": the whole of it, not a day in it."""
    stretch = span.kind == "point" and span.anchor is not None and span.anchor.kind in ("month", "calendar", "year")
    whole = stretch and (lower[span.first - 1 : span.first] in (["during"], ["throughout"])
                         or lower[span.last : span.last + 1] == ["alone"])
    return span._replace(kind="window") if whole else span


STARTED: Final = frozenset(["began", "started", "erupted", "begun"])


def _is_stamp(lower: list[str], read: Read) -> bool:
    """The date of a page or entry, with a time of day or a time zone behind it: nothing happened then."""
    after = lower[read.last : read.last + 3]
    clock = after[1:2] == [":"] and after[0].isdecimal()
    return clock or any(w in ZONES for w in after[:1])


ZONES: Final = frozenset(["et", "est", "edt", "gmt", "utc", "bst", "cet", "ist", "pst", "pdt"])


def _overnight(lower: list[str], reads: list[Read]) -> list[Read]:
    """ "overnight on Saturday" is Saturday's night; "Saturday overnight" too."""
    return [r for k, r in enumerate(reads) if not (
        lower[r.first] == "overnight" and ((k + 1 < len(reads) and reads[k + 1].first - r.last <= 1)
                                           or (k and r.first == reads[k - 1].last)))]


@OncePerSentence
def find_dates(sentence: Sentence) -> list[DateSpan]:
    """The date expressions of a sentence, left to right, none inside another."""
    lower = sentence.lower
    if TRIGGERS.isdisjoint(lower) and "since" not in lower:
        return []
    reads = _overnight(lower, [read for read in anchors(sentence) if not _is_stamp(lower, read)])
    spans = [_so_far(lower, span) for span in _joined(lower, reads)] if reads else []
    spans = [_ranked(lower, _throughout(lower, _begun(lower, span))) for span in spans]
    if "since" not in lower:
        return spans
    for i, word in enumerate(lower):
        counts = word == "since" and lower[i - 1 : i] not in (["have"], ["has"], ["had"])
        span = _since(lower, i, spans) if counts else None
        if span is not None:
            spans = sorted([s for s in spans if s.last <= span.first or s.first >= span.last] + [span])
    return spans
