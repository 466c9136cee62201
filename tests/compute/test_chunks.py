"""Chunks of work: the same on every engine, and a piece that fails costs nobody else."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from pipeline.compute import chunks
from pipeline.compute.chunks import RawFile, extract_chunk, read_raw_file, to_articles
from pipeline.compute.engines import Inline, Pool
from pipeline.defs.store.months import typed
from pipeline.reading.article import Article, to_frame
from pipeline.tables.article_texts import ArticleTexts

WRITTEN = datetime(2025, 6, 1, 12, 30, 5, 250, tzinfo=UTC)
TEXTS = ["A mine collapse killed 14 people on Monday.", "Police detained 30 protesters.", "Nothing happened."]


def articles() -> list[Article]:
    """One article a text, read from files."""
    read = (read_raw_file(RawFile(f"{n}.txt", text.encode(), WRITTEN)) for n, text in enumerate(TEXTS))
    return [article for reading in read for article in reading.articles]


def test_articles_survive_the_way_through_a_table() -> None:
    """An article that changes on its way through the store is extracted as another one."""
    assert to_articles(typed(ArticleTexts, to_frame(articles()))) == articles()


def test_every_engine_finds_the_same() -> None:
    """Tables that depend on where they were made could not be compared."""
    work = [[article] for article in articles()]
    alone, together = (list(where.map(extract_chunk, work)) for where in (Inline(), Pool(2)))
    for one, other in zip(alone, together, strict=True):
        pd.testing.assert_frame_equal(one.mentions, other.mentions)
        pd.testing.assert_frame_equal(one.claims, other.claims)
    assert [len(one.claims) for one in alone] == [1, 1, 0]


def test_an_article_that_fails_is_named_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """One text that trips a rule must not take the chunk's other articles with it."""
    extract_frames = chunks.extract_frames

    def fragile(some: list[Article]) -> tuple[pd.DataFrame, pd.DataFrame]:
        if any("protesters" in article.text for article in some):
            raise RecursionError("too deep")
        return extract_frames(some)

    monkeypatch.setattr(chunks, "extract_frames", fragile)
    found = extract_chunk(articles())
    assert found.failures == {articles()[1].article_id: "RecursionError: too deep"}
    assert set(found.claims["article_id"]) == {articles()[0].article_id}


def test_a_reader_that_fails_makes_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of a reader must leave a row that names the file."""

    def fragile(raw_path: str, data: bytes, modified_at: datetime) -> None:
        raise MemoryError("page of a million tags")

    monkeypatch.setattr(chunks, "read_file", fragile)
    [problem] = read_raw_file(RawFile("a.html", b"<p>", WRITTEN)).problems
    assert (problem.raw_path, problem.severity) == ("a.html", "error")
    assert "page of a million tags" in problem.message


def test_a_file_that_cannot_be_opened_makes_a_problem() -> None:
    """A file without permission must leave a row that says so."""
    [problem] = read_raw_file(RawFile("a.txt", b"", WRITTEN, "Permission denied")).problems
    assert "Permission denied" in problem.message
