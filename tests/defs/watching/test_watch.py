"""Watching against a real server: only what is new is fetched, politely, within bounds, and kept untouched."""

from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from pipeline.defs.settings import SettingError
from pipeline.defs.store.folder import LocalFolder
from pipeline.defs.store.manifest import raw_listing
from pipeline.defs.watching import fetch
from pipeline.defs.watching.fetch import Fetcher
from pipeline.defs.watching.sources import Source, Sources, load_sources
from pipeline.defs.watching.watch import Look, may_follow, watch
from pipeline.reading.files import read_file
from tests.defs.watching.conftest import Server

NOW = datetime(2025, 3, 12, 9, tzinfo=UTC)


class Place:
    """A raw folder whose sources lie on the test's server, and the waits that a look would have taken."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.raw = LocalFolder(folder)
        self.server = server
        self.waits: list[float] = []

    def look(self, kind: str, *names: str, follow: bool = True, most_pages: int = 50) -> Look:
        source = Source(kind, tuple(f"{self.server.url}/{name}" for name in names), follow)
        manners = Sources((source,), seconds_between=0.0, most_pages=most_pages)
        fetcher = Fetcher(manners, self.waits.append, 1.0, httpx.Timeout(1.0))
        return watch(self.raw, manners, fetcher, NOW)

    def titles(self) -> list[str]:
        """Titles of all articles that a run would read."""
        files = [facts.path for facts in raw_listing(self.raw)]
        return [a.title for path in files for a in read_file(path, self.raw.read(path), NOW).articles]


@pytest.fixture
def place(tmp_path: Path, server: Server) -> Place:
    """A place of this test's own."""
    return Place(tmp_path, server)


def test_a_feed_gives_its_pages_and_later_only_new_ones(place: Place) -> None:
    """Asking for all pages at each look would burden the paper and fill the disk."""
    assert place.look("feed", "feed").counts["fetched"] == 1
    assert place.look("feed", "feed").counts == {"unchanged": 1}
    place.server.version = 3
    assert place.look("feed", "feed").counts["fetched"] == 2
    assert place.server.asked["/page-0"] == 1
    assert place.titles() == ["Wall falls in Orvin"] * 3
    [article] = read_file("a.warc.gz", place.raw.read(raw_listing(place.raw)[0].path), NOW).articles
    assert article.url.startswith(place.server.url) and article.retrieved_at == NOW


def test_pages_beyond_the_bound_come_at_the_next_look(place: Place) -> None:
    """A feed that did not change must still give the pages that were left."""
    place.server.version = 3
    assert place.look("feed", "feed", most_pages=2).counts["left for the next look"] == 1
    assert place.look("feed", "feed", most_pages=2).counts["fetched"] == 1
    assert len(place.titles()) == 3


def test_a_feed_can_be_read_itself(place: Place) -> None:
    """Who wants the entries and not the pages gets the feed as it came."""
    place.look("feed", "feed", follow=False)
    assert place.server.asked["/page-0"] == 0
    assert len(raw_listing(place.raw)) == 1


def test_a_sitemap_of_sitemaps(place: Place) -> None:
    """Large papers split their sitemaps and pack them."""
    assert place.look("sitemap", "sitemap.xml").counts["fetched"] == 2
    assert place.server.asked["/mapped-1?a=1&b=2"] == 1


def test_a_page_that_did_not_change_is_kept_once(place: Place) -> None:
    """Last-Modified is honoured, and where a server knows neither it nor ETags, the body decides."""
    for name in ("dated", "plain"):
        place.look("pages", name)
        assert place.look("pages", name).counts["unchanged"] == 1
    assert len(place.titles()) == 2


@pytest.mark.parametrize(
    ("name", "why"),
    [("loop", "leads on and on"), ("file", "no web address"), ("missing", "404"), ("broken", "500"),
     ("secret", "robots.txt"), ("stall", "ReadTimeout"), ("endless", "does not end within"),
     ("drip", "does not end within"), ("half", "RemoteProtocolError")],
)  # fmt: skip
def test_what_cannot_be_had_is_named(place: Place, monkeypatch: pytest.MonkeyPatch, name: str, why: str) -> None:
    """A server in trouble must cost one line, neither the look nor the disk."""
    monkeypatch.setattr(fetch, "MOST_BYTES", 4 * 2**20)
    monkeypatch.setattr(fetch, "ATTEMPTS", 2)
    look = place.look("pages", name, "page")
    assert why in look.failures[f"{place.server.url}/{name}"]
    assert look.counts["fetched"] == 1 and place.titles() == ["Wall falls in Orvin"]


def test_redirects_are_followed(place: Place) -> None:
    """Feeds name addresses that lead to the page."""
    assert place.look("pages", "hop").counts["fetched"] == 1
    assert place.titles() == ["Wall falls in Orvin"]


def test_a_busy_server_is_given_the_time_that_it_asks_for(place: Place) -> None:
    """Who asks on at once is locked out."""
    assert place.look("pages", "busy").counts["fetched"] == 1
    assert [wait for wait in place.waits if wait >= 1] == [7.0, 7.0]


def test_back_off_grows(place: Place) -> None:
    """A server in trouble is asked four times, with longer pauses."""
    place.look("pages", "broken")
    assert [wait for wait in place.waits if wait >= 1] == [2.0, 4.0, 8.0]


def test_a_server_that_lies_about_its_encoding_is_read(place: Place) -> None:
    """It says gzip and UTF-8 and sends plain Latin-1."""
    place.look("pages", "liar")
    [path] = [facts.path for facts in raw_listing(place.raw)]
    [article] = read_file(path, place.raw.read(path), NOW).articles
    assert "Café owners" in article.text


def test_a_bomb_stays_packed_on_the_disk_and_becomes_an_anomaly(place: Place) -> None:
    """300 MB of nothing arrive as 300 kB; nobody unpacks all of them."""
    assert place.look("pages", "bomb").counts["fetched"] == 1
    [facts] = raw_listing(place.raw)
    assert facts.size < 3 * 2**20
    reading = read_file(facts.path, place.raw.read(facts.path), NOW)
    assert [problem.check for problem in reading.problems] == ["too_large"]


def test_a_host_is_given_its_pause(tmp_path: Path, server: Server) -> None:
    """The rate limit holds between any two requests to a host."""
    manners = Sources((Source("pages", (f"{server.url}/a", f"{server.url}/b")),), seconds_between=0.3)
    watch(LocalFolder(tmp_path), manners, Fetcher(manners), NOW)
    assert all(later - sooner >= 0.25 for sooner, later in zip(server.times, server.times[1:], strict=False))


def test_no_source_no_request_no_file(tmp_path: Path) -> None:
    """Watching is off until someone lists a source."""
    folder = LocalFolder(tmp_path)
    assert load_sources(folder) == Sources()
    assert watch(folder, Sources(), Fetcher(Sources()), NOW) == Look()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", ["http://127.0.0.1/x", "http://169.254.169.254/meta", "http://printer.local/", "file:///x",
                                  "http://router/", "http://[::1]/", "javascript:alert(1)"])  # fmt: skip
def test_a_feed_leads_nobody_into_the_own_network(link: str) -> None:
    """A feed is foreign text: what it names may not make us ask machines that only we can reach."""
    assert not may_follow(link, "https://paper.example/rss")
    assert may_follow("https://other.example/1", "https://paper.example/rss")


@pytest.mark.parametrize(
    ("content", "words"),
    [("sources: [", "no YAML"), ("[1]", "a list called sources"), ("sources: [{feed: ftp://x.example/a}]", "http"),
     ("sources: [{fead: https://x.example}]", "should name one of"),
     ("sources: [{feed: https://x.example, a: 1}]", "nothing"),
     ("sources: []\npause: 3", "pause, which means nothing"), ("seconds_between: -1", "a number of seconds"),
     ("sources: [{feed: https://x.example, follow: maybe}]", "true")],
)  # fmt: skip
def test_a_mistake_in_the_list_is_said_in_a_sentence(tmp_path: Path, content: str, words: str) -> None:
    """A misspelt source that is silently left out is missed months later."""
    (tmp_path / "sources.yml").write_text(content)
    with pytest.raises(SettingError, match=words):
        load_sources(LocalFolder(tmp_path))


def test_the_list_as_it_should_be(tmp_path: Path) -> None:
    """The form that the documentation shows."""
    (tmp_path / "sources.yml").write_text(
        "seconds_between: 5\nsources:\n  - feed: https://a.example/rss\n    follow: false\n"
        "  - pages: [https://a.example/1, https://a.example/2]\n"
    )
    found = load_sources(LocalFolder(tmp_path))
    assert found.seconds_between == 5 and [len(source.addresses) for source in found.listed] == [1, 2]
