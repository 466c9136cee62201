"""Work in chunks: what an engine sends out at a time, and what comes back even when one piece fails.

Here belongs the cutting of work and the rule that one bad file or article never costs the others their answer.
"""

from dataclasses import fields
from datetime import datetime
from typing import NamedTuple

import pandas as pd

from pipeline.claims.frames import extract_frames
from pipeline.reading.article import Article, Problem, Reading
from pipeline.reading.files import read_file

ARTICLES_A_CHUNK = 64
"""Enough to outweigh sending a chunk to another process, few enough to share the work evenly."""


class RawFile(NamedTuple):
    """One raw file with its bytes, or the trouble in getting them."""

    raw_path: str
    data: bytes
    modified_at: datetime
    trouble: str = ""


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


def read_raw_file(raw: RawFile) -> Reading:
    """The articles of one file. A reader that fails makes a problem of the file, never an end of the run."""
    if raw.trouble:
        message = f"The file could not be opened ({raw.trouble}). Check its permissions; the rest was read."
        return Reading([], [Problem(raw.raw_path, "", "openable", "error", message)])
    try:
        return read_file(raw.raw_path, raw.data, raw.modified_at)
    except Exception as error:
        message = f"The reader stopped at this file ({describe(error)}). The file was left out; please report it."
        return Reading([], [Problem(raw.raw_path, "", "readable", "error", message)])


def extract_chunk(articles: list[Article]) -> Extracted:
    """The mentions and claims of a chunk of articles, in their order. An article that fails is named and left out."""
    try:
        return Extracted(*extract_frames(articles), {})
    except Exception as error:
        if len(articles) == 1:
            return Extracted(*extract_frames([]), {articles[0].article_id: describe(error)})
    parts = [extract_chunk([article]) for article in articles]
    mentions = pd.concat([part.mentions for part in parts], ignore_index=True)
    claims = pd.concat([part.claims for part in parts], ignore_index=True)
    return Extracted(mentions, claims, {k: v for part in parts for k, v in part.failures.items()})


def describe(error: Exception) -> str:
    """An exception in a few words."""
    return f"{type(error).__name__}: {error}"[:300]
