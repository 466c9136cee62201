"""The pages of the report: only those that changed are written, and those that nothing makes any more are removed.

Here belongs which files are written. Each page appears whole; the first page comes last, so that it leads nowhere that
is not there yet. What is on the pages belongs to publishing/report.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.defs.store.folder import Folder
from pipeline.defs.store.manifest import sha256
from pipeline.defs.store.records import read_record

FOLDER = "report"
WRITTEN = "_store/report.json"


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages were there already, were written, and were removed."""

    kept: int
    written: int
    removed: int


def write_pages(store: Folder, pages: Iterable[tuple[str, bytes]]) -> Written:
    """Brings the report's folder to these pages, given as path and content, whatever is there."""
    before = read_record(store, WRITTEN)
    store.remove(WRITTEN)  # a run that is stopped on the way leaves no record, so that the next one writes all
    now: dict[str, str] = {}
    written = 0
    there = present(store) if before else set()
    for path, data in pages:
        now[path] = sha256(data)
        if before.get(path) != now[path] or path not in there:
            store.write(f"{FOLDER}/{path}", data)
            written += 1
    gone = sorted(set(before) - set(now))
    for path in gone:
        store.remove(f"{FOLDER}/{path}")
    store.write(WRITTEN, json.dumps(now, separators=(",", ":")).encode())
    return Written(len(now) - written, written, len(gone))


def all_there(store: Folder) -> bool:
    """Whether the report was written to its end and no page of it is missing."""
    known = read_record(store, WRITTEN)
    return bool(known) and set(known) <= present(store)


def present(store: Folder) -> set[str]:
    """Paths of the pages that lie in the report's folder."""
    html = {f"{part}{name}.html" for part in ("", "events/") for name in store.names(f"{FOLDER}/{part}", ".html")}
    return html | {f"{name}.js" for name in store.names(f"{FOLDER}/", ".js")}
