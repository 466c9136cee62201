"""Small records of the store as JSON: what a run changed, and from which state of the raw folder each step was made.

Here belongs how they are kept. A damaged record counts as absent: then more work is done, never less.
"""

import json
from dataclasses import asdict
from typing import Any

from pipeline import codebook
from pipeline.defs.settings import RAW, review_address, setting
from pipeline.defs.store.changes import Changes
from pipeline.defs.store.folder import Folder, open_folder
from pipeline.defs.store.manifest import fingerprint, load_manifest
from pipeline.defs.store.review import review_fingerprint
from pipeline.defs.store.versions import PUBLISHING, version

CHANGES = "_store/changes.json"
STAMPS = "_store/stamps.json"


def current_stamp(store: Folder) -> str:
    """Names the raw files as they were last read, with the code, the codebook and the decisions of now."""
    decided = review_fingerprint(open_folder(review_address(setting(RAW))))
    return ":".join([fingerprint(load_manifest(store)), version(PUBLISHING), codebook.version(), decided])


def stamp(store: Folder, step: str, value: str) -> None:
    """Notes from which state a step was made."""
    stamps = read_record(store, STAMPS) | {step: value}
    store.write(STAMPS, json.dumps(stamps, indent=1).encode())


def stamp_of(store: Folder, *steps: str) -> str:
    """The state from which all these steps were made; nothing when they differ."""
    stamps = read_record(store, STAMPS)
    found = {str(stamps.get(step, "")) for step in steps}
    return found.pop() if len(found) == 1 else ""


def save_changes(store: Folder, changes: Changes) -> None:
    """Keeps what the last extraction changed, for the summary."""
    store.write(CHANGES, json.dumps(asdict(changes)).encode())


def load_changes(store: Folder) -> Changes:
    """What the last extraction changed."""
    return Changes(**read_record(store, CHANGES))


def read_record(store: Folder, path: str) -> dict[str, Any]:
    """A record; an empty one when there is none or it is damaged."""
    try:
        record = json.loads(store.read(path))
    except (FileNotFoundError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
