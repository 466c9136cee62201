"""What the address of a page tells: its publisher's host, its day, and which addresses mean the same page.

No address is ever opened here.
"""

import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_*]*/(?=\w)", re.I)
URL_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|[1-9]|[a-z]{3})[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/_.-]|$)", re.I
)
URL_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|cmp|ref|smid|partner|ito|ns_\w+|at_\w+|ocid)$", re.I)


def original(url: str) -> str:
    """The address of the page itself where the given one is a web archive's copy."""
    rest = ARCHIVED.sub("", url.strip())
    return rest if "://" in rest or rest == url.strip() else f"http://{rest}"


def host(url: str) -> str:
    """The host that ran the page, without www; empty where the address has none."""
    try:
        name = urlsplit(original(url)).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp|edition)\.(?=.+\.)", "", name.lower())


def canonical(url: str) -> str:
    """One spelling for all addresses of one page: no scheme, www, port, fragment, tracking or final stroke."""
    try:
        parts = urlsplit(original(url))
        query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(pair[0])]
    except ValueError:
        return url.strip()
    return f"{host(url)}{parts.path.rstrip('/')}" + (f"?{urlencode(query)}" if query else "")


def url_date(url: str) -> datetime | None:
    """The day in an address such as /2025/03/12/ or /2025-03-12-; None where there is none."""
    try:
        match = URL_DAY.search(urlsplit(original(url)).path)
    except ValueError:
        return None
    if match is None:
        return None
    month = match[2].lower()
    try:
        number = int(month) if month.isdigit() else URL_MONTHS.index(month) + 1
        return datetime(int(match[1]), number, int(match[3]), tzinfo=UTC)
    except ValueError:
        return None
