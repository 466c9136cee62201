"""One record (a mapping of names to values) -> a draft, with every value accounted for.

Here belong the fields that a record may have and what they must hold. How records lie in a file belongs to records.py.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from pipeline.reading.draft import Draft
from pipeline.reading.exports import meaningful, plain, translated
from pipeline.reading.language import given_language
from pipeline.reading.piece import Doubt
from pipeline.reading.stamps import parse_stamp
from pipeline.reading.web import read_page

TEXT_FIELDS = ("id", "url", "title", "source", "lang", "event_id", "campaign_id", "published_at")
EARLIEST = datetime(1000, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=2)


def read_record(record: object, modified_at: datetime) -> tuple[Draft | None, list[Doubt]]:
    """The draft that a record makes, None where it has no text, and what was doubtful in it."""
    if not isinstance(record, Mapping):
        message = f'expected an object with text, found {_kind(record)}; write {{"text": …}}'
        return None, [("wrong_type", "error", message)]
    doubts: list[Doubt] = []
    record, teaser = translated(record)
    values = {name: _text(name, record.get(name), doubts) for name in TEXT_FIELDS}
    draft = _body(record, doubts)
    if draft is None:
        return None, doubts
    if teaser:
        doubts.append(("teaser", "info", f"only {teaser} is given, which may be a part of the article; give its text"))
    _fill(draft, values, modified_at, doubts)
    return draft, doubts


def unknown_fields(names: Iterable[object]) -> list[str]:
    """Names that no record has, in order; `note` and names with a leading underscore are remarks of its maker."""
    known = meaningful()
    found = {str(name) for name in names}
    return sorted(n for n in found if plain(n) not in known and n != "note" and not n.startswith("_"))


def _body(record: Mapping[str, object], doubts: list[Doubt]) -> Draft | None:
    """A draft with the record's text, else with that of its HTML."""
    text, html = record.get("text"), record.get("html")
    for name, value in (("text", text), ("html", html)):
        if value is not None and not isinstance(value, str):
            doubts.append(
                ("wrong_type", "error", f"{name} should be text, found {_kind(value)}; put it in quotation marks")
            )
    if isinstance(text, str) and text.strip():
        return Draft(text=text)
    if isinstance(html, str) and html.strip():
        draft = read_page(html, "")
        if draft.text.strip():
            return draft
        doubts.append(("empty_text", "error", "no article text was found in html; give the text itself"))
    elif not any(doubt[1] == "error" for doubt in doubts):
        found = "text is empty" if isinstance(text, str) else "neither text nor html is given"
        doubts.append(("empty_text", "error", f"{found}; fill it in or remove the record"))
    return None


def _fill(draft: Draft, values: dict[str, str], modified_at: datetime, doubts: list[Doubt]) -> None:
    """Put the given values into the draft; they win over what a page says."""
    draft.given_id, draft.publisher = values["id"], values["source"]
    draft.url = values["url"] or draft.url
    draft.title = values["title"] or draft.title
    draft.event_id, draft.campaign_id = values["event_id"], values["campaign_id"]
    draft.language = given_language(values["lang"])
    if values["lang"] and not draft.language:
        doubts.append(
            ("bad_language", "warning", f"lang {_show(values['lang'])} is no code such as en; it was detected")
        )
    draft.published_at = _date(values["published_at"], modified_at, doubts)


def _date(value: str, modified_at: datetime, doubts: list[Doubt]) -> datetime | None:
    """The given date, None where it is none that can be read or believed."""
    if not value:
        return None
    moment = parse_stamp(value)
    remedy = "write it as 2025-03-12 or 2025-03-12T14:05:00Z. The next best date was taken"
    if moment is None or moment < EARLIEST:
        doubts.append(
            ("bad_date", "warning", f"published_at {_show(value)} is no date that can be read without doubt; {remedy}")
        )
        return None
    if moment > modified_at + AHEAD:
        found = f"published_at {_show(value)} lies after the day when the file was written ({modified_at:%Y-%m-%d})"
        doubts.append(("future_date", "warning", f"{found}; it was kept, please check it"))
    return moment


def _text(name: str, value: object, doubts: list[Doubt]) -> str:
    """The value of a field as text; numbers stand for themselves, anything else is reported and left out."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value if name == "title" else value.strip()
    if isinstance(value, int) and not isinstance(value, bool) and name != "title":
        return str(value)
    doubts.append(("wrong_type", "warning", f"{name} should be text, found {_kind(value)}; it was left out"))
    return ""


def _kind(value: object) -> str:
    """How JSON calls the type of a value."""
    names = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number", str: "text"}
    return names.get(type(value), "nothing")


def _show(value: str) -> str:
    """The value in quotation marks, cut where it is long."""
    return f"“{value[:40]}…”" if len(value) > 40 else f"“{value}”"
