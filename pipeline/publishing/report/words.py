"""How the report words what the tables hold: numbers, days, sources, codes.

Here belongs wording that several pages share. The wording of a whole figure is figure_text's matter.
"""

from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from pipeline.publishing.figure_text import bounds_text, figure_text

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
QUANTIFIERS = {"at_least": "at least ", "more_than": "more than ", "about": "about ", "less_than": "fewer than ",
               "at_most": "up to "}  # fmt: skip
KINDS = {
    "official": "officials", "perpetrator": "perpetrator", "armed_group": "armed group", "witness": "witnesses",
    "medical": "medics", "ngo": "aid or rights group", "un": "United Nations", "media": "media count",
    "expert": "experts", "unknown": "not named",
}  # fmt: skip
REASONS = {
    "first_report": "first report", "new_report": "new report", "source_correction": "corrected by its source",
    "superseded": "older claims replaced", "succumbed": "injured people died", "presumed_dead": "missing presumed dead",
    "retroactive": "a report came in late", "reclassified": "claims moved", "merged": "events merged",
    "split": "event split", "retracted": "nothing supports it any more", "codebook": "codebook changed",
    "code": "software changed", "review": "decided by a reviewer",
}  # fmt: skip


def said(code: str) -> str:
    """A code as words: security_forces, security forces."""
    return code.replace("_", " ")


def subject(measure: str, group: str) -> str:
    """What a chart is about: "Killed", "Killed: children"."""
    title = said(measure).capitalize()
    return title if group == "all" else f"{title}: {said(group)}"


def titled(event: Mapping[str, Any]) -> str:
    """An event's label as a title. An id that the input gave is written as it was given."""
    label, given = str(event["label"]), event["given_event_id"]
    return label if given and label.startswith(given) else f"{label[:1].upper()}{label[1:]}"


def day(moment: str | datetime | None) -> str:
    """A day as people write it: 5 March 2025; nothing when unknown."""
    if not moment:
        return ""
    iso = moment if isinstance(moment, str) else moment.strftime("%Y-%m-%d")
    year, month, date = iso[:10].split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {int(year)}"


def event_days(event: Mapping[str, Any]) -> str:
    """When an event was, as exactly as it is known."""
    start, end = event["date_start"], event["date_end"]
    if not start:
        return "day unknown"
    if event["date_precision"] == "year":
        return str(start[:4])
    if event["date_precision"] == "month":
        return f"{MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    return day(start) if not end or end == start else f"{day(start)} – {day(end)}"


def bounds(low: int | None, best: int | None, high: int | None) -> str:
    """Low, best and high in as few words as say them all."""
    return bounds_text(low, best, high, lambda value: f"{value:,}")


def figure_words(figure: Mapping[str, Any]) -> str:
    """A figure in words, without its status."""
    return figure_text(SimpleNamespace(**{**figure, "status": ""}))


def claim_words(claim: Mapping[str, Any]) -> str:
    """The number of a claim as it says it."""
    low, best, high = claim["value_low"], claim["value_best"], claim["value_high"]
    if best is None:
        return f"{low:,}–{high:,}" if low is not None and high is not None else bounds(low, best, high)
    return f"{QUANTIFIERS.get(claim['quantifier'], '')}{best:,}"


def speaker(claim: Mapping[str, Any]) -> str:
    """Who says so: the source as written, else the publisher."""
    return str(claim["attributed_to"] or claim["publisher"] or "unknown")


def marked(excerpt: str | None) -> Markup:
    """The sentence with the number that stands between » and « highlighted."""
    before, opened, rest = (excerpt or "").partition("»")
    number, closed, after = rest.partition("«")
    if not opened or not closed:
        return escape(excerpt or "")
    return Markup("{}<mark>{}</mark>{}").format(before, number, after)


def web_address(url: str | None) -> str:
    """The address when it leads to a page, else nothing: a report's address may hold script."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def plural(n: int, one: str, many: str = "") -> str:
    """Number and noun."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"
