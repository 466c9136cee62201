"""Publishing: the files of a run appear in the output folder together, also when the run is killed on the way.

Here belongs the order of writes. All files are written beside first, then a note names them, then they are moved into
place, one rename right after the other; whoever finds the note finishes the moves. What is in the files belongs to
publishing/.
"""

import json
from collections.abc import Mapping
from datetime import datetime

from pipeline.defs.store.folder import Folder
from pipeline.defs.store.manifest import sha256
from pipeline.defs.store.records import read_record

STAGING = "_store/staging"
UNDER_WAY = "_store/publishing.json"
PUBLISHED = "_store/published.json"
SUMMARY = "_store/summary.txt"


def publish(store: Folder, files: Mapping[str, bytes], stamp: str, published_at: datetime) -> list[str]:
    """Puts files into the output folder, all of them or none; gives the names of those that changed."""
    outputs = {name: {"size": len(data), "sha256": sha256(data)} for name, data in files.items()}
    changed = [name for name, about in outputs.items() if not is_whole(store, name, about)]
    for name in changed:
        store.write(f"{STAGING}/{name}", files[name])
    record = {"published_at": published_at.isoformat(timespec="seconds"), "stamp": stamp, "outputs": outputs}
    store.write(UNDER_WAY, json.dumps({"changed": changed, "record": record}).encode())
    finish(store)
    return changed


def finish(store: Folder) -> None:
    """Ends a publication that was begun, if there is one."""
    if not store.exists(UNDER_WAY):
        return
    note = read_record(store, UNDER_WAY)
    moves = {f"{STAGING}/{name}": name for name in note.get("changed", ())}
    store.move_all({source: name for source, name in moves.items() if store.exists(source)})
    if note:
        store.write(PUBLISHED, json.dumps(note["record"], indent=1).encode())
    # A note that the disk damaged names nothing; the next publication puts every file right that differs.
    store.remove(UNDER_WAY)


def is_whole(store: Folder, name: str, about: Mapping[str, object]) -> bool:
    """Whether an output file is there with the content that was published."""
    try:
        data = store.read(name)
    except FileNotFoundError:
        return False
    return len(data) == about["size"] and sha256(data) == about["sha256"]
