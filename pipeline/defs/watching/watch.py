"""One look at all sources: which addresses they name, which of these are due, and what came of it.

Here belongs the order of work. A source that fails is named and costs no other source.
"""

import ipaddress
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from pipeline.defs.store.folder import Folder
from pipeline.defs.watching.fetch import Answer, Fetcher, Refused
from pipeline.defs.watching.keep import FOLDER, POLLED, State, conditions, keep, load_state, remembered, save_state
from pipeline.defs.watching.sources import Source, Sources, is_web
from pipeline.reading.decode import unpacked
from pipeline.reading.feeds import feed_records

LOCATION = re.compile(rb"<(?:\w{1,20}:)?loc\s*>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,2000}?)\s*(?:\]\]>)?\s*</", re.I)
INDEX = re.compile(rb"<(?:\w{1,20}:)?sitemapindex\b", re.I)
MOST_SITEMAPS = 50
SAVE_EVERY = 20


@dataclass(slots=True)
class Look:
    """What one look brought: pages by what became of them, the new files, and what failed, by address."""

    counts: Counter[str] = field(default_factory=Counter)
    files: list[str] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Round:
    """All that one look works with."""

    raw: Folder
    sources: Sources
    fetcher: Fetcher
    now: datetime
    state: State
    look: Look = field(default_factory=Look)

    def ask(self, url: str, folder: str) -> Answer | None:
        """The answer of an address, if it is there and differs from the last one. It lies on the disk then."""
        known = self.state.get(url, {})
        try:
            answer = self.fetcher.get(url, conditions(known))
        except Refused as refused:
            self.look.failures[url] = str(refused)
            self.look.counts["failed"] += 1
            return None
        now_known = remembered(answer)
        if answer.status == 304 or now_known["sha256"] == known.get("sha256"):
            self.look.counts["unchanged"] += 1
            return None
        path = keep(self.raw, url, answer, self.now, folder)
        self.state[url] = now_known | ({"list": "yes"} if folder == POLLED else {})
        if folder == FOLDER:
            self.look.files.append(path)
            self.look.counts["fetched"] += 1
        return answer

    def due(self, source: Source) -> Iterator[str]:
        """The pages of a source to ask for."""
        if source.kind == "pages" or (source.kind == "feed" and not source.follow):
            yield from source.addresses
            return
        waiting, n_asked = list(source.addresses), 0
        while waiting and n_asked < MOST_SITEMAPS:
            url = waiting.pop(0)
            n_asked += 1
            answer = self.ask(url, POLLED)
            body = unpacked(answer.body)[0] if answer else b""
            named = [link for link in dict.fromkeys(links(source, body)) if may_follow(link, url)]
            if source.kind == "sitemap" and INDEX.search(body):
                waiting += named
            else:
                yield from (link for link in named if link not in self.state)

    def visit(self, source: Source) -> None:
        """Fetches the pages of a source. Where some are left, its list is asked for anew at the next look."""
        left = 0
        for url in self.due(source):
            if self.look.counts["asked"] >= self.sources.most_pages:
                left += 1
                continue
            self.look.counts["asked"] += 1
            self.ask(url, FOLDER)
            left += url in self.look.failures
            if self.look.counts["asked"] % SAVE_EVERY == 0:
                save_state(self.raw, self.state)
        if left and source.follow:
            self.look.counts["left for the next look"] += left
            for url in [url for url in self.state if source.kind == "sitemap" or url in source.addresses]:
                if self.state[url].get("list"):
                    del self.state[url]


def watch(raw: Folder, sources: Sources, fetcher: Fetcher, now: datetime) -> Look:
    """Polls every source and fetches the pages that are new."""
    this = Round(raw, sources, fetcher, now, load_state(raw))
    try:
        for source in sources.listed:
            this.visit(source)
    finally:
        if sources.listed:
            save_state(raw, this.state)
    return this.look


def links(source: Source, body: bytes) -> Iterator[str]:
    """The addresses that a feed or a sitemap names."""
    if source.kind == "sitemap":
        yield from (unescape(found.decode("utf-8", "replace")) for found in LOCATION.findall(body))
        return
    for found in feed_records(body):
        if isinstance(found.record, dict) and found.record.get("url"):
            yield str(found.record["url"])


def may_follow(link: str, of: str) -> bool:
    """Whether a source may send us there: to its own host, or to a public name; not into the reader's own network."""
    if not is_web(link):
        return False
    host, own = urlsplit(link).hostname or "", urlsplit(of).hostname
    if host == own:
        return True
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".internal", ".localhost"))
