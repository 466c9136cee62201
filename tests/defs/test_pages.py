"""Writing the report's pages: only what changed, nothing that nobody makes any more, and whole after a stop."""

from pathlib import Path

import pytest

from pipeline.defs.store.folder import LocalFolder
from pipeline.defs.store.pages import Written, all_there, write_pages

PAGES = [("events/a.html", b"a"), ("events/b.html", b"b"), ("search.js", b"s"), ("index.html", b"i")]


@pytest.fixture
def store(tmp_path: Path) -> LocalFolder:
    """An output folder."""
    return LocalFolder(tmp_path)


def test_only_changed_pages_are_written(store: LocalFolder) -> None:
    """Ten thousand pages written each day for one new report wear out disks and backups."""
    assert write_pages(store, PAGES) == Written(kept=0, written=4, removed=0)
    assert write_pages(store, [("events/a.html", b"A"), *PAGES[1:]]) == Written(kept=3, written=1, removed=0)
    assert store.read("report/events/a.html") == b"A"


def test_pages_of_gone_events_are_removed(store: LocalFolder) -> None:
    """A page of an event that was withdrawn would go on telling its toll."""
    write_pages(store, PAGES)
    assert write_pages(store, PAGES[1:]).removed == 1
    assert not store.exists("report/events/a.html")


def test_a_deleted_page_is_missed_and_written_again(store: LocalFolder) -> None:
    """A link to a page that somebody deleted would stay dead for ever."""
    write_pages(store, PAGES)
    assert all_there(store)
    store.remove("report/events/b.html")
    assert not all_there(store)
    assert write_pages(store, PAGES) == Written(kept=3, written=1, removed=0)


def test_a_stopped_run_is_noticed(store: LocalFolder) -> None:
    """Half of the pages new and half old must not count as up to date."""
    write_pages(store, PAGES)

    def stopped() -> object:
        yield "events/a.html", b"A"
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        write_pages(store, stopped())  # type: ignore[arg-type]
    assert not all_there(store)
    assert write_pages(store, PAGES).written == 4
