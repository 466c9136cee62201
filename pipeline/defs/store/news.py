"""Is there anything new? The question that a rerun asks before it pays for anything.

Here belongs when a run may do nothing: the raw files, the code, the codebook and people's decisions are those of the
last publication, and every published file is there and whole, and the report with all its pages.
"""

from dataclasses import dataclass

from pipeline.defs.store.folder import Folder
from pipeline.defs.store.manifest import hashes, load_manifest, raw_listing
from pipeline.defs.store.pages import all_there
from pipeline.defs.store.publish import PUBLISHED, SUMMARY, UNDER_WAY, is_whole
from pipeline.defs.store.records import current_stamp, read_record


@dataclass(frozen=True, slots=True)
class UpToDate:
    """The last publication, which still stands."""

    published_at: str
    n_files: int
    summary: str


def up_to_date(raw: Folder, store: Folder) -> UpToDate | None:
    """The last publication if nothing changed since, else None."""
    published = read_record(store, PUBLISHED)
    if not published or store.exists(UNDER_WAY) or published.get("stamp") != current_stamp(store):
        return None
    if not all_there(store):
        return None
    manifest = load_manifest(store)
    listing = raw_listing(raw)
    if hashes(raw, listing, manifest) != {path: seen.sha256 for path, seen in manifest.items()}:
        return None
    if not all(is_whole(store, name, about) for name, about in published["outputs"].items()):
        return None
    try:
        summary = store.read(SUMMARY).decode()
    except FileNotFoundError:
        return None
    return UpToDate(published["published_at"], len(listing), summary)
