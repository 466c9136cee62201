"""The list of sources: what sources.yml may say, and a sentence for each mistake in it.

Here belongs the form of the file. What is done with a source is told in watch.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import yaml

from pipeline.defs.settings import SettingError
from pipeline.defs.store.folder import Folder

FILE = "sources.yml"
KINDS = ("feed", "sitemap", "pages")
AGENT = "Reckoner/0.1 (news research; one reader)"
EXAMPLE = "sources:\n  - feed: https://paper.example/rss.xml"


@dataclass(frozen=True, slots=True)
class Source:
    """One feed, sitemap or list of pages. `follow`: the pages that a feed names are the reports, not its entries."""

    kind: str
    addresses: tuple[str, ...]
    follow: bool = True


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources, and how politely they are asked."""

    listed: tuple[Source, ...] = ()
    seconds_between: float = 2.0
    most_pages: int = 200
    user_agent: str = AGENT


def load_sources(raw: Folder) -> Sources:
    """The sources of a raw folder; none where no file lists any. Raises SettingError."""
    try:
        stored = yaml.safe_load(raw.read(FILE))
    except FileNotFoundError:
        return Sources()
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingError(f"{FILE} below {raw.url} is no YAML that can be read: {error}") from error
    if stored is None:
        return Sources()
    if not isinstance(stored, dict) or not isinstance(stored.get("sources") or [], list):
        raise SettingError(f"{FILE} below {raw.url} should hold a list called sources, such as:\n{EXAMPLE}")
    listed = tuple(_source(number, entry) for number, entry in enumerate(stored.get("sources") or [], 1))
    return Sources(listed, **dict(_manners(stored)))


def _source(number: int, entry: Any) -> Source:
    """One entry of the list."""
    kinds = [kind for kind in KINDS if isinstance(entry, dict) and kind in entry]
    if len(kinds) != 1:
        raise SettingError(f"Source {number} of {FILE} should name one of {', '.join(KINDS)}, such as:\n{EXAMPLE}")
    unknown = set(entry) - {kinds[0], "follow"}
    if unknown:
        raise SettingError(f"Source {number} of {FILE} has {', '.join(map(str, unknown))}, which means nothing.")
    value = entry[kinds[0]]
    addresses = value if isinstance(value, list) else [value]
    for address in addresses:
        if not isinstance(address, str) or not is_web(address):
            raise SettingError(f"Source {number} of {FILE}: {address} is no address that begins with http(s)://.")
    if not isinstance(entry.get("follow", True), bool):
        raise SettingError(f"Source {number} of {FILE}: follow is true (read the pages) or false (read the entries).")
    return Source(kinds[0], tuple(addresses), entry.get("follow", True))


def _manners(stored: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """How politely sources are asked, where the file says so."""
    known: dict[str, tuple[type | tuple[type, ...], str]] = {
        "seconds_between": ((int, float), "a number of seconds"),
        "most_pages": (int, "a whole number"),
        "user_agent": (str, "a text"),
    }
    for name, value in stored.items():
        if name == "sources":
            continue
        if name not in known:
            raise SettingError(f"{FILE} has {name}, which means nothing; known are sources, {', '.join(known)}.")
        kind, words = known[name]
        wrong = not isinstance(value, kind) or isinstance(value, bool)
        if wrong or (isinstance(value, int | float) and value < 0):
            raise SettingError(f"{name} in {FILE} should be {words}, found {value}.")
        yield name, value


def is_web(address: str) -> bool:
    """Whether an address can be fetched."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
