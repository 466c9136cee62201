"""Mail (.eml, and each message of an .mbox) -> a record: a report that came as a letter, a newsletter or an alert.

Here belongs what of a letter is the report: its plain text, else its HTML; subject, sender, day and id. Attachments
are named and left out.
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from pipeline.reading.found import Found

DEEPEST = 30
"""Parts within parts of a letter that are looked into."""


def mail_records(data: bytes) -> Iterator[Found]:
    """The record that a letter makes. The standard library's parser raises almost anything at a broken letter."""
    try:
        yield from _read(message_from_bytes(data, policy=policy.default))
    except Exception as error:
        message = f"no letter that can be read ({type(error).__name__}: {error}); save its text instead"
        yield Found("letter", doubt=("broken_mail", "error", message[:300]))


def _read(letter: EmailMessage) -> Iterator[Found]:
    record: dict[str, object] = {
        "id": _header(letter, "Message-ID").strip("<>"),
        "title": _header(letter, "Subject"),
        "source": _sender(_header(letter, "From")),
        "published_at": _date(_header(letter, "Date")),
        "url": _header(letter, "Archived-At").strip("<>"),
    }
    bodies: dict[str, str] = {}
    attached: list[str] = []
    for part, depth in _parts(letter, 0):
        kind = part.get_content_type()
        if part.is_attachment() or kind not in ("text/plain", "text/html") or depth > DEEPEST:
            attached.append(part.get_filename() or kind)
        elif kind not in bodies:
            bodies[kind] = str(part.get_content())
    if bodies.get("text/plain", "").strip():
        record["text"] = bodies["text/plain"]
    elif "text/html" in bodies:
        record["html"] = bodies["text/html"]
    if attached:
        names = ", ".join(attached[:10])
        yield Found("letter", doubt=("attachments", "info", f"attachments were left out: {names}; save them beside it"))
    yield Found("letter", {name: value for name, value in record.items() if value})


def _parts(letter: EmailMessage, depth: int) -> Iterator[tuple[EmailMessage, int]]:
    """Every part of a letter that is no bundle of parts."""
    if letter.is_multipart() and depth <= DEEPEST:
        for part in letter.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _parts(part, depth + 1)
    else:
        yield letter, depth


def _header(letter: EmailMessage, name: str) -> str:
    """A header in one line; empty where there is none or it cannot be read."""
    try:
        return " ".join(str(letter.get(name, "")).split())
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _sender(value: str) -> str:
    """Who sent it: the name, else the address."""
    name, address = parseaddr(value)
    return name or address


def _date(value: str) -> str:
    """The day of a letter as ISO 8601; as it is written where it is no date of a letter."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value
