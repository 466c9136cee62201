"""The extracted group: the numbers in the articles, and what they say."""

from collections.abc import Iterator

import dagster as dg
import pandas as pd
from pandera.errors import SchemaErrors

from pipeline.defs.about import about, changes_metadata, table_metadata
from pipeline.defs.bars import bars
from pipeline.defs.progress import note_for
from pipeline.defs.raw import Rebuild
from pipeline.defs.resources import Compute, Folders
from pipeline.defs.schema import failed_check, passed_check, schema_check_spec
from pipeline.defs.store.changes import Changes
from pipeline.defs.store.extractions import Extraction, update_extractions
from pipeline.defs.store.manifest import sha256
from pipeline.defs.store.records import current_stamp, save_changes, stamp
from pipeline.defs.store.versions import EXTRACTION

MENTIONS = """Every number in every article: where it stands, its value with low and high, and whether it is a quantity.
A number that is a date, an age, a score or a phone number is kept as a row too, with that as its status."""

CLAIMS = """Mentions understood: what is counted, for which period and place, on whose word, and which rule read it so.
An article is extracted again only when it, the code or the codebook changed. Events come later, in linked_claims."""


@dg.multi_asset(
    outs={
        "mentions": dg.AssetOut(
            dagster_type=dg.Nothing, **about("mentions", "extracted", EXTRACTION, MENTIONS, "parquet")
        ),
        "claims": dg.AssetOut(dagster_type=dg.Nothing, **about("claims", "extracted", EXTRACTION, CLAIMS, "parquet")),
    },
    deps=["articles"],
    check_specs=[schema_check_spec("mentions"), schema_check_spec("claims")],
)
def extraction(
    context: dg.AssetExecutionContext, config: Rebuild, folders: Folders, compute: Compute
) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    """Extracts the articles that changed."""
    try:
        changes = update_extractions(folders.store, compute.open(), config.rebuild, note_for(context, "claims"))
    except SchemaErrors as errors:
        asset = "mentions" if errors.schema.name == "Mentions" else "claims"
        yield failed_check(asset, errors)
        raise dg.Failure(f"Extraction made cells that the model of {asset} does not allow; see its check.") from errors
    save_changes(folders.store, changes)
    stamp(folders.store, "extracted", current_stamp(folders.store))
    yield from results(folders, changes)


def results(folders: Folders, changes: Changes) -> Iterator[dg.MaterializeResult[None]]:
    """Both tables as they lie in the store. Their rows were checked before they were written."""
    extraction = Extraction(folders.store)
    for asset, table in (("mentions", extraction.mentions), ("claims", extraction.claims)):
        rows = table.read_all()
        yield dg.MaterializeResult(
            asset_key=asset,
            metadata=table_metadata(asset, rows, len(rows)) | changes_metadata(changes) | pictures(asset, rows),
            check_results=[passed_check(asset, len(rows))],
            data_version=dg.DataVersion(data_version(extraction)),
        )


def pictures(asset: str, rows: pd.DataFrame) -> dict[str, dg.MarkdownMetadataValue]:
    """Of mentions: how many numbers were kept, and how many rejected for which reason."""
    if asset != "mentions":
        return {}
    counts = rows["status"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    about = "Numbers found in the articles: kept, and rejected by reason"
    return {"kept and rejected": bars({str(name): int(n) for name, n in counts.items()}, "kept", about)}


def data_version(extraction: Extraction) -> str:
    """Changes when any article was extracted anew."""
    done = extraction.done.read_all().sort_values("article_id")
    return sha256("".join(done["fingerprint"] + done["version"]).encode())[:16]
