"""The report: every page is there, says what the tables say, escapes what reports hold, and leads nowhere outside."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pandas as pd
import pytest

from pipeline.publishing.report import event_page
from pipeline.publishing.report.build import report, standalone
from pipeline.publishing.report.first_page import overview
from pipeline.tables.registry import make_id
from tests.publishing.made_tables import CAMPAIGN, INCIDENT, a_fire, article, claim, event, made

POLICIES = ["range", "highest"]
SCRIPT = "<script>window.marked=1</script>"
CLAIM = make_id("clm", 2)


def pages(tables: dict[str, pd.DataFrame]) -> dict[str, str]:
    """All pages as text by path."""
    return {page.path: page.data.decode() for page in report(tables, POLICIES)}


def fire_page(tables: dict[str, pd.DataFrame] | None = None) -> str:
    """The page of the incident."""
    return pages(tables or a_fire())[f"events/{INCIDENT}.html"]


class Reader(HTMLParser):
    """What a browser would see: tags that carry addresses, ids, and elements that stay open."""

    VOID = {"meta", "input", "br", "path", "rect", "line", "circle"}

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        self.loaded += [found[name] or "" for name in ("src", "srcset", "data") if tag != "a" and name in found]
        self.loaded += [found["href"] or ""] if tag == "link" else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Notes the end of an element."""
        if tag not in self.VOID:
            assert self.open.pop() == tag


def read(page: str) -> Reader:
    """A page as a browser reads it."""
    reader = Reader()
    reader.feed(page)
    assert not reader.open
    return reader


def test_there_is_a_page_an_event_and_a_first_page() -> None:
    """An event without a page is a link that leads nowhere."""
    found = pages(a_fire())
    assert set(found) == {"index.html", "search.js", "all-events-1.html", f"events/{INCIDENT}.html",
                          f"events/{CAMPAIGN}.html"}  # fmt: skip


def test_every_link_inside_leads_somewhere() -> None:
    """A dead link to the evidence is worse than none."""
    found = pages(a_fire())
    ids = {path: read(page).ids for path, page in found.items() if path.endswith(".html")}
    for path in ids:
        for link in read(found[path]).links:
            file, _, place = link.partition("#")
            if "://" in link or "../codebook.md" in link or link.endswith(".csv"):
                continue
            base = "events/" if path.startswith("events/") and not file.startswith("../") else ""
            target = path if not file else base + file.removeprefix("../")
            assert target in ids, f"{path}: {link}"
            assert not place or place in ids[target], f"{path}: {link}"


def test_ids_are_unique() -> None:
    """A link to a claim that shares its id with another one leads to the wrong sentence."""
    for path, page in pages(a_fire()).items():
        ids = read(page).ids if path.endswith(".html") else []
        assert len(ids) == len(set(ids)), path


def test_nothing_is_loaded_from_outside() -> None:
    """The report must open on a plane, and tell nobody what is being read."""
    for path, page in pages(a_fire()).items():
        if path.endswith(".html"):
            assert read(page).loaded == [], path
        assert not re.search(r"@import|url\(", page), path


def test_the_page_has_figure_sentence_number_publisher_and_link() -> None:
    """These are what a reader checks a number by."""
    page = fire_page()
    assert "19 (19–23) killed" in page
    assert "<mark>19</mark> people were killed in the fire." in page
    assert 'href="https://paper2.example/fire"' in page
    assert "Who agrees" in page and "Who disagrees" in page and "What was replaced" in page
    assert "5 March 2025" in page


def test_every_policy_is_shown() -> None:
    """Who does not trust one rule must see what another one says."""
    page = fire_page()
    assert page.count('type="radio"') == 2
    assert 'class="p p-highest"' in page and "23 killed" in page


@pytest.mark.parametrize("field", ["label", "place", "publisher", "title", "excerpt", "attributed_to", "url"])
def test_script_in_a_report_stays_text(field: str) -> None:
    """A hostile headline must not run in the browser of whoever opens the report."""
    tables = a_fire()
    for name, rows in tables.items():
        if field in rows.columns and len(rows):
            tables[name] = rows.assign(**{field: f"\"'>{SCRIPT}</title></svg>"})
    for path, page in pages(tables).items():
        assert SCRIPT not in page, path
        if path.endswith(".html"):
            read(page)


def test_an_address_that_holds_script_is_no_link() -> None:
    """Escaping does not help against javascript: in a link."""
    tables = a_fire()
    tables["articles"] = tables["articles"].assign(url="javascript:alert(1)")
    assert "javascript:" not in fire_page(tables)


def test_a_campaign_shows_its_incidents_against_the_total() -> None:
    """The gap between what is listed and what is claimed is what a recorder looks for."""
    page = pages(a_fire())[f"events/{CAMPAIGN}.html"]
    assert f'href="{INCIDENT}.html"' in page
    assert "add up to <b>19</b>" in page or "Incidents" in page


def test_many_claims_go_to_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of five thousand claims would take a phone down."""
    monkeypatch.setattr(event_page, "CLAIMS_A_PAGE", 2)
    found = pages(a_fire())
    names = sorted(name for name in found if INCIDENT in name)
    assert names == [f"events/{INCIDENT}-2.html", f"events/{INCIDENT}.html"]
    assert sum(page.count('<tr id="clm-') for name, page in found.items() if INCIDENT in name) == 3
    test_every_link_inside_leads_somewhere()


def test_an_event_that_has_nothing_has_a_page() -> None:
    """An event of which nothing is known but its name must not stop the report."""
    bare = event(INCIDENT, date_start=None, date_end=None, first_reported=None, last_reported=None)
    page = pages(made(events=[bare]))[f"events/{INCIDENT}.html"]
    assert "day unknown" in page


def test_no_tables_give_a_first_page() -> None:
    """The first run on an empty folder ends in a report, too."""
    assert "0 reports" in pages(made())["index.html"]


def test_pages_of_other_events_do_not_change() -> None:
    """If one new report changed all pages, a daily run would write them all."""
    other = make_id("evt", "other")
    tables = a_fire()
    added = made(events=[event(other)])["events"]
    grown = pd.concat([tables["events"], added], ignore_index=True)
    before, after = pages(tables), pages({**tables, "events": grown})
    assert all(after[path] == page for path, page in before.items() if path.startswith("events/"))


def test_the_order_of_rows_changes_nothing() -> None:
    """Workers finish in any order; two runs must give the same bytes."""
    tables = a_fire()
    turned = {name: rows.iloc[::-1].reset_index(drop=True) for name, rows in tables.items()}
    assert pages(turned) == pages(tables)


def test_charts_are_whole_svg() -> None:
    """A chart that only one browser draws can't be saved and printed."""
    charts = re.findall(r"<svg xmlns.*?</svg>", fire_page(), re.DOTALL)
    assert charts
    for chart in charts:
        root = ElementTree.fromstring(chart)
        assert root[0].tag.endswith("title") and root[0].text


def test_the_picture_for_elsewhere_carries_its_colours() -> None:
    """In the UI there is no style sheet: without its own, the chart would be black on black."""
    tables = a_fire()
    picture = standalone(overview(tables["events"], tables["figures"], "range"))
    ElementTree.fromstring(picture)
    assert b"--band" in picture and len(picture) < 20_000


def test_a_claim_without_a_day_is_listed_and_not_drawn() -> None:
    """A report without a date must not vanish, nor be put on a day that nobody gave."""
    tables = a_fire()
    dateless = made(articles=[article(n, published_at=None) for n in (1, 2, 3)], claims=[claim(2, 19)])
    page = fire_page({**tables, "articles": dateless["articles"], "claims": dateless["claims"]})
    assert "day unknown" in page and f'id="{CLAIM}"' in page
