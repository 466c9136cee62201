"""The raw group: the files that came in, and the articles in them."""

from collections.abc import Iterator

import dagster as dg
import pandas as pd
from pydantic import Field

from pipeline.defs.about import about, changes_metadata, table_asset, table_metadata, table_result
from pipeline.defs.progress import note_for
from pipeline.defs.resources import Compute, Folders
from pipeline.defs.schema import schema_check, schema_check_spec
from pipeline.defs.store.articles import CurrentArticles, update_articles
from pipeline.defs.store.manifest import fingerprint, hashes, load_manifest, raw_listing, sha256
from pipeline.defs.store.months import typed
from pipeline.defs.store.quarantine import quarantine
from pipeline.defs.store.review import FILE, review_bytes
from pipeline.defs.store.versions import LINKING, READING
from pipeline.linking.decision_file import read_decisions
from pipeline.tables.raw_files import RawFiles


class Rebuild(dg.Config):
    """Whether to start over."""

    rebuild: bool = Field(default=False, description="Do all again, not only what changed")


RAW_FILES = """The inventory of the raw folder: every file with its size, time and a hash of its content.
What is read again is decided from it: a file counts as changed when its hash does, not when it is only touched."""

ARTICLES = """The reports found in the raw files, each with title, publisher, date and text.
One row is one document as one publisher ran it at one time. Only files that changed are read again. The text stays in
the store and is never published."""

QUARANTINE = """Files and records that could not be read, with path, place and reason.
The rest of the run goes on without them, and each becomes a row of anomalies. Mend the file and run again."""


REVIEW = """What people decided, line by line as written in decisions.csv beside the raw folder, and why a line
cannot be followed. Every run applies it anew; what became of each decision stands in decisions."""


@table_asset("review", "raw", LINKING, REVIEW, "csv")
def review(folders: Folders) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Reads the file of decisions."""
    folder = folders.review_folder
    rows = read_decisions(review_bytes(folder), f"{folder.url}/{FILE}")
    yield table_result("review", rows, folder=folder.url)


@table_asset("raw_files", "raw", READING, RAW_FILES, "file", deps=["fetched_pages"])
def raw_files(folders: Folders) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Lists the raw folder."""
    manifest = load_manifest(folders.store)
    listing = raw_listing(folders.raw_folder)
    digests = hashes(folders.raw_folder, listing, manifest)
    rows = [(facts.path, facts.size, facts.modified_at, digests[facts.path]) for facts in listing]
    names = ["raw_path", "size", "modified_at", "sha256"]
    inventory = typed(RawFiles, pd.DataFrame(rows, columns=names))
    # A file that was only touched makes no table stale.
    content = sha256(inventory[["raw_path", "sha256"]].to_csv(index=False).encode("utf-8", "surrogatepass"))
    yield table_result("raw_files", inventory, content[:16], folder=folders.raw)


@dg.multi_asset(
    outs={
        "articles": dg.AssetOut(dagster_type=dg.Nothing, **about("articles", "raw", READING, ARTICLES, "parquet")),
        "quarantine": dg.AssetOut(**about("quarantine", "raw", READING, QUARANTINE, "parquet")),
    },
    check_specs=[schema_check_spec("articles"), schema_check_spec("quarantine")],
)
def reading(
    context: dg.AssetExecutionContext, config: Rebuild, raw_files: pd.DataFrame, folders: Folders, compute: Compute
) -> Iterator[dg.MaterializeResult[pd.DataFrame]]:
    """Reads the files that changed."""
    store = folders.store
    note = note_for(context, "articles")
    changes = update_articles(folders.raw_folder, store, raw_files, compute.open(), config.rebuild, note)
    articles = CurrentArticles(store).read_all()
    manifest = load_manifest(store)
    yield dg.MaterializeResult(
        asset_key="articles",
        metadata=table_metadata("articles", articles, len(articles)) | changes_metadata(changes),
        check_results=[schema_check("articles", articles)],
        data_version=dg.DataVersion(fingerprint(manifest)[:16]),
    )
    yield table_result("quarantine", quarantine(store, manifest))
