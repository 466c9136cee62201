"""The quarantine of the store: what could not be read, file by file, and articles that stand in more than one file.

Here belongs which problems are current. What makes a problem is decided by the readers.
"""

from collections.abc import Mapping, Set
from dataclasses import asdict

import pandas as pd

from pipeline.defs.store.folder import Folder
from pipeline.defs.store.manifest import Manifest, owners
from pipeline.defs.store.months import parquet_bytes, read_table, typed
from pipeline.reading.article import Problem, Reading
from pipeline.tables import registry
from pipeline.tables.quarantine import Quarantine
from pipeline.tables.registry import make_id
from pipeline.tables.vocabulary import SEVERITIES

PATH = "_store/problems.parquet"
EXTRACTION_FAILED = (
    "Extraction stopped at this article ({}); it has no claims in this run. "
    "Where it holds several reports, split it; else please report it."
)
KEY = ["raw_path", "place", "check", "message"]


def note_problems(store: Folder, readings: Mapping[str, Reading | None], replaced: Set[str]) -> None:
    """Adds the problems of some files, in place of their older ones where these are `replaced`."""
    old = read_problems(store)
    found = [asdict(problem) for reading in readings.values() if reading for problem in reading.problems]
    kept = old[~old["raw_path"].isin(replaced)]
    rows = pd.concat([kept, typed(Quarantine, pd.DataFrame(found, columns=list(old)))], ignore_index=True)
    if not rows.equals(old):
        store.write(PATH, parquet_bytes(rows.sort_values(KEY, ignore_index=True)))


def read_problems(store: Folder) -> pd.DataFrame:
    """All problems of reading."""
    rows = read_table(store, PATH, Quarantine)
    return registry.empty(Quarantine) if rows is None else rows


def quarantine(store: Folder, manifest: Manifest) -> pd.DataFrame:
    """All problems of reading, and a note on each article that is left out because another file holds it too."""
    doubles = [asdict(problem) for problem in find_doubles(manifest)]
    rows = pd.concat([read_problems(store), typed(Quarantine, pd.DataFrame(doubles))], ignore_index=True)
    return rows.sort_values(KEY, ignore_index=True)


def of_files(problems: pd.DataFrame) -> pd.DataFrame:
    """The problems as anomalies; several of one place and check share a row."""
    places = problems["raw_path"] + ("#" + problems["place"]).fillna("")
    rows = pd.DataFrame({"row_id": places, **problems[["check", "severity", "message"]]})
    merged = rows.groupby(["row_id", "check"], as_index=False, sort=True).agg({"severity": worst, "message": "; ".join})
    return with_ids("raw", merged)


def of_failures(failures: Mapping[str, str]) -> pd.DataFrame:
    """The articles that could not be extracted as anomalies."""
    rows = pd.DataFrame({"row_id": list(failures), "message": [EXTRACTION_FAILED.format(f) for f in failures.values()]})
    return with_ids("articles", rows.assign(check="extractable", severity="error"))


def worst(severities: pd.Series) -> str:
    """The worst of some severities."""
    return SEVERITIES[max(map(SEVERITIES.index, severities))]


def with_ids(table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows about a table as rows of the anomalies table."""
    places = zip(rows["row_id"], rows["check"], strict=True)
    return rows.assign(table=table, anomaly_id=[make_id("ano", table, row_id, check) for row_id, check in places])


def find_doubles(manifest: Manifest) -> list[Problem]:
    """One note a file that holds articles which stand in a file before it."""
    owner = owners(manifest)
    found = []
    for path, seen in manifest.items():
        others = [owner[i] for i in seen.article_ids if owner[i] != path]
        if others:
            n_all = len(seen.article_ids)
            message = f"{len(others)} of its {n_all} articles stand in {min(others)} too and count once."
            found.append(Problem(path, "", "double", "info", message))
    return found
