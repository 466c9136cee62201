"""The articles of the store: which raw files a run reads again, and how their articles take the place of older ones.

Here belongs the bookkeeping of reading. How a file is read belongs to reading/, where it is read to compute/.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pandas as pd

from pipeline.compute.chunks import read_raw_piece
from pipeline.compute.engines import Engine
from pipeline.defs.store.arrivals import Batch, Facts, Listed, batches, open_pieces
from pipeline.defs.store.changes import Changes, Note, between
from pipeline.defs.store.folder import EPOCH, Folder
from pipeline.defs.store.manifest import Manifest, Seen, load_manifest, owners, save_manifest
from pipeline.defs.store.months import MonthlyTable, month_of, typed
from pipeline.defs.store.quarantine import note_problems
from pipeline.defs.store.versions import READING, version
from pipeline.reading.article import to_frame
from pipeline.tables import registry
from pipeline.tables.article_texts import ArticleTexts


class CurrentArticles:
    """The articles that the raw files hold now, each once: of files with the same article the first by path counts."""

    def __init__(self, store: Folder) -> None:
        self.table = MonthlyTable(store, "articles", ArticleTexts)
        self.owner = owners(load_manifest(store))

    def months(self) -> list[str]:
        """Months with a file."""
        return self.table.months()

    def read(self, month: str) -> pd.DataFrame:
        """Articles of a month."""
        rows = self.table.read(month)
        current = rows[rows["article_id"].map(self.owner) == rows["raw_path"]]
        return current.drop_duplicates("article_id", ignore_index=True)

    def read_all(self) -> pd.DataFrame:
        """All articles."""
        parts = [self.read(month) for month in self.months()]
        return pd.concat(parts, ignore_index=True) if parts else registry.empty(ArticleTexts)


def update_articles(
    raw: Folder, store: Folder, inventory: pd.DataFrame, engine: Engine, rebuild: bool, note: Note
) -> Changes:
    """Reads the files of the inventory that changed since they were last read, and forgets those that are gone."""
    manifest = load_manifest(store)
    table = MonthlyTable(store, "articles", ArticleTexts)
    facts = facts_of(inventory)
    months = set(table.months())
    due = [path for path, file in facts.items() if rebuild or is_due(manifest.get(path), file.sha256, months)]
    gone = [path for path in manifest if path not in facts]
    before = documents(table, manifest, [*due, *gone])
    n_done = 0
    for batch in batches(engine.map(read_raw_piece, open_pieces(raw, facts, due))):
        manifest = replace_articles(store, table, manifest, facts, batch)
        n_done += len(batch.readings) - bool(batch.unfinished)
        note(n_done, len(due), "files")
    if gone:
        manifest = replace_articles(store, table, manifest, facts, Batch(dict.fromkeys(gone)))
    remove_orphans(table, manifest)
    after = documents(table, manifest, due)
    return between(before, after, n_all=len(owners(manifest)))


def is_due(seen: Seen | None, digest: str, months: set[str]) -> bool:
    """Whether a file must be read: new, changed, read by older code, or with articles missing from the store."""
    if seen is None or seen.sha256 != digest or seen.version != version(READING):
        return True
    return not months.issuperset(seen.months)


def facts_of(inventory: pd.DataFrame) -> Facts:
    """The inventory as values."""
    moments = [EPOCH + timedelta(microseconds=us) for us in inventory["modified_at"].astype("int64").to_list()]
    rows = zip(inventory["size"].to_list(), moments, inventory["sha256"].to_list(), strict=True)
    return {path: Listed(*row) for path, row in zip(inventory["raw_path"], rows, strict=True)}


def replace_articles(store: Folder, table: MonthlyTable, manifest: Manifest, facts: Facts, batch: Batch) -> Manifest:
    """Puts the articles of some files in place of their older ones; a file without a reading is gone.

    The manifest is written first, naming all months that may hold rows of these files and no hash, so that a run killed
    on the way reads them again and leaves no row behind. A file whose end is still to come has no hash until then.
    """
    readings = batch.readings
    read = {path: reading for path, reading in readings.items() if reading is not None}
    rows = typed(ArticleTexts, to_frame([article for reading in read.values() for article in reading.articles]))
    month = month_of(rows["published_at"])
    seen = {path: see(facts[path], rows[rows["raw_path"] == path], month) for path in read}
    if batch.continued:
        seen[batch.continued] = joined(manifest[batch.continued], seen[batch.continued])
    old = {month for path in readings if path in manifest for month in manifest[path].months}
    underway = {path: replace(one, sha256="", months=sorted({*one.months, *old})) for path, one in seen.items()}
    save_manifest(store, manifest | underway)
    replaced = readings.keys() - {batch.continued}
    for name in sorted(old | set(month)):
        others = table.read_if_there(name)
        kept = others[~others["raw_path"].isin(replaced)]
        together = pd.concat([kept, rows[month == name]])
        table.write(name, together.sort_values("raw_path", kind="stable", ignore_index=True))
    note_problems(store, readings, replaced)
    done = {path: one for path, one in (manifest | seen).items() if path in seen or path not in readings}
    if batch.unfinished:
        done[batch.unfinished] = underway[batch.unfinished]
    save_manifest(store, done)
    return done


def see(file: Listed, rows: pd.DataFrame, month: pd.Series) -> Seen:
    """What to remember of a file."""
    months = sorted(set(month[rows.index]))
    modified_us = (file.modified_at - EPOCH) // timedelta(microseconds=1)
    return Seen(file.size, modified_us, file.sha256, version(READING), months, rows["article_id"].to_list())


def joined(first: Seen, second: Seen) -> Seen:
    """What to remember of a file whose beginning and rest were read apart."""
    months = sorted({*first.months, *second.months})
    return replace(second, months=months, article_ids=first.article_ids + second.article_ids)


def remove_orphans(table: MonthlyTable, manifest: Manifest) -> None:
    """Removes months that no file has articles in any more."""
    alive = {month for seen in manifest.values() for month in seen.months}
    for month in table.months():
        if month not in alive:
            table.remove(month)


def documents(table: MonthlyTable, manifest: Manifest, paths: Iterable[str]) -> dict[str, str]:
    """The articles of some files, each with its document."""
    wanted = {path for path in paths if path in manifest}
    months = {month for path in wanted for month in manifest[path].months}
    found: dict[str, str] = {}
    for month in sorted(months & set(table.months())):
        rows = table.read_columns(month, ["article_id", "document_id", "raw_path"])
        rows = rows[rows["raw_path"].isin(wanted)]
        found.update(zip(rows["article_id"], rows["document_id"], strict=True))
    return found
