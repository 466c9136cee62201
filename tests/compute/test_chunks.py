"""Chunks of work: the same on every engine, and a piece that fails costs nobody else."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pandas as pd
import pytest

from pipeline.compute import budget, chunks
from pipeline.compute.chunks import RawPiece, extract_chunk, read_raw_piece, to_articles
from pipeline.compute.engines import Inline, Pool
from pipeline.defs.store.months import typed
from pipeline.reading.article import Article, to_frame
from pipeline.reading.piece import Piece
from pipeline.tables.article_texts import ArticleTexts

WRITTEN = datetime(2025, 6, 1, 12, 30, 5, 250, tzinfo=UTC)
TEXTS = ["A mine collapse killed 14 people on Monday.", "Police detained 30 protesters.", "Nothing happened."]


def articles() -> list[Article]:
    """One article a text, read from files."""
    read = (read_raw_piece(piece(f"{n}.txt", text.encode())).reading for n, text in enumerate(TEXTS))
    return [article for reading in read for article in reading.articles]


def piece(name: str, data: bytes) -> RawPiece:
    """A file of one piece."""
    return RawPiece(name, WRITTEN, Piece("", name, data))


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

    def fragile(*_: object) -> None:
        raise MemoryError("page of a million tags")

    monkeypatch.setattr(chunks, "read_piece", fragile)
    [problem] = read_raw_piece(piece("a.html", b"<p>")).reading.problems
    assert (problem.raw_path, problem.severity) == ("a.html", "error")
    assert "page of a million tags" in problem.message


def explode(*_: object) -> None:
    """A regular expression that would take years."""
    while True:
        try:
            re.match(r"(a+)+$", "a" * 40 + "!")
        except Exception:
            # What libraries do with errors; the budget must get through it.
            continue


@pytest.mark.parametrize("where", ["main", "thread"])
def test_a_text_that_takes_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """One hostile text must cost a minute, not a night; elsewhere than in the main thread it ends at a line's end."""
    work = explode if where == "main" else spin
    monkeypatch.setattr(budget, "SECONDS", 0.2)
    monkeypatch.setattr(chunks, "read_piece", work)
    with ThreadPoolExecutor(1) as threads:
        found = read_raw_piece(piece("a.txt", b"")) if where == "main" else threads.submit(
            read_raw_piece, piece("a.txt", b"")
        ).result()  # fmt: skip
    assert [problem.check for problem in found.reading.problems] == ["time_budget"]


def spin(*_: object) -> None:
    """Python that never ends."""
    while True:
        sum(range(100))


def test_an_article_that_takes_too_long_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """The neighbours of a hostile article keep their claims."""
    extract_frames = chunks.extract_frames

    def slow(some: list[Article]) -> tuple[pd.DataFrame, pd.DataFrame]:
        if any("protesters" in article.text for article in some):
            explode()
        return extract_frames(some)

    extract_frames(articles())
    monkeypatch.setattr(budget, "SECONDS", 2.0)
    monkeypatch.setattr(chunks, "extract_frames", slow)
    found = extract_chunk(articles())
    assert list(found.failures) == [articles()[1].article_id]
    assert set(found.claims["article_id"]) == {articles()[0].article_id}


def test_a_piece_with_a_doubt_makes_a_problem() -> None:
    """A file without permission must leave a row that says so."""
    doubt = ("openable", "error", "Permission denied")
    [problem] = read_raw_piece(RawPiece("a.txt", WRITTEN, Piece("", "a.txt", doubt=doubt))).reading.problems
    assert "Permission denied" in problem.message
