"""Work in chunks: what an engine sends out at a time, and what comes back even when one piece fails.

Here belongs the cutting of work and the rule that one bad file or article never costs the others their answer.
"""

from dataclasses import fields
from datetime import datetime
from typing import NamedTuple

import pandas as pd

from pipeline.claims.frames import extract_frames
from pipeline.compute import budget
from pipeline.compute.budget import BudgetSpent, within
from pipeline.reading.article import Article, Problem, Reading
from pipeline.reading.files import read_piece
from pipeline.reading.piece import Piece

ARTICLES_A_CHUNK = 256
"""Enough to outweigh sending a chunk to another process, few enough to share the work evenly."""


class RawPiece(NamedTuple):
    """One piece of a raw file, and when the file was written."""

    raw_path: str
    modified_at: datetime
    piece: Piece


class ReadPiece(NamedTuple):
    """What a piece gave, and of which file and size it was."""

    raw_path: str
    n_bytes: int
    reading: Reading


class Extracted(NamedTuple):
    """What was found in a chunk of articles; `failures` says why an article could not be extracted."""

    mentions: pd.DataFrame
    claims: pd.DataFrame
    failures: dict[str, str]


def to_articles(rows: pd.DataFrame) -> list[Article]:
    """The rows of an articles table with text as the values that extraction takes; what is empty is "" or None."""
    names = [field.name for field in fields(Article)]
    cells = {name: rows[name].astype("object").where(rows[name].notna(), "").to_list() for name in names}
    cells["published_at"] = [moment or None for moment in cells["published_at"]]
    return [Article(*row) for row in zip(*cells.values(), strict=True)]


def read_raw_piece(raw: RawPiece) -> ReadPiece:
    """The articles of one piece. A reader that fails, or takes too long, makes a problem, never an end of the run."""
    try:
        with within(budget.SECONDS):
            reading = read_piece(raw.raw_path, raw.piece, raw.modified_at)
    except BudgetSpent as spent:
        reading = left_out(raw, "time_budget", f"Reading was broken off ({spent}). It was left out; split or mend it.")
    except Exception as error:
        message = f"The reader stopped here ({describe(error)}). It was left out; please report it."
        reading = left_out(raw, "readable", message)
    return ReadPiece(raw.raw_path, len(raw.piece.data), reading)


def left_out(raw: RawPiece, check: str, message: str) -> Reading:
    """The reading of a piece that could not be read."""
    return Reading([], [Problem(raw.raw_path, raw.piece.place, check, "error", message)])


def extract_chunk(articles: list[Article]) -> Extracted:
    """The mentions and claims of a chunk of articles, in their order. One that fails or takes too long is named.

    A chunk takes a second or so; one that does not end within the budget is done again article by article.
    """
    try:
        with within(budget.SECONDS):
            return Extracted(*extract_frames(articles), {})
    except (Exception, BudgetSpent) as error:
        if len(articles) == 1:
            return Extracted(*extract_frames([]), {articles[0].article_id: describe(error)})
    parts = [extract_chunk([article]) for article in articles]
    mentions = pd.concat([part.mentions for part in parts], ignore_index=True)
    claims = pd.concat([part.claims for part in parts], ignore_index=True)
    return Extracted(mentions, claims, {k: v for part in parts for k, v in part.failures.items()})


def describe(error: BaseException) -> str:
    """An exception in a few words."""
    return f"{type(error).__name__}: {error}"[:300]
