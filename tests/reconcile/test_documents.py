"""Versions of one page, and entries of a list on one page."""

import pandas as pd

from pipeline.reconcile.events import outdated_articles


def frame(given: list[str | None]) -> pd.DataFrame:
    """Two articles of one page, a day apart, with the incidents that the input gives."""
    at = pd.to_datetime(["2025-03-01", "2025-03-02"], utc=True)
    return pd.DataFrame(
        {"article_id": ["art-1", "art-2"], "document_id": "doc-1", "given_event_id": given, "published_at": at}
    )


def test_the_newer_version_of_a_page_replaces_the_older() -> None:
    """A corrected page would otherwise count beside its own mistake."""
    assert outdated_articles(frame([None, None])) == {"art-1": "2025-03-02"}
    assert outdated_articles(frame(["evt", "evt"])) == {"art-1": "2025-03-02"}


def test_entries_of_a_list_do_not_replace_one_another() -> None:
    """A page that lists many incidents would keep only its last one."""
    assert outdated_articles(frame(["first", "second"])) == {}
