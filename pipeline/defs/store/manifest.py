"""The manifest: which raw files were read, with which content and by which code, so that only changes cost work.

Here belongs what is remembered of a raw file. Which files a run reads again, and its articles, are told in articles.py.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from pipeline.defs.store.folder import FileFacts, Folder

PATH = "_store/manifest.json"
FORMAT = 1

NOT_ARTICLES = ("README.md", "sources.yml")
"""Files directly below the raw folder that speak about it."""

UNREADABLE = "0" * 64
"""Stands for the hash of a file that could not be opened."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One raw file as it was read, by which version; `sha256` is empty while its articles are being written."""

    size: int
    modified_us: int
    sha256: str
    version: str
    months: list[str] = field(default_factory=list)
    article_ids: list[str] = field(default_factory=list)


Manifest = dict[str, Seen]
"""What was read, by path below the raw folder."""


def load_manifest(folder: Folder) -> Manifest:
    """The manifest of an output folder; an empty one when there is none or it is damaged, so that all is read again."""
    try:
        stored = json.loads(folder.read(PATH))
        if stored["format"] != FORMAT:
            return {}
        return {path: Seen(**seen) for path, seen in stored["files"].items()}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}


def save_manifest(folder: Folder, manifest: Manifest) -> None:
    """Writes the manifest."""
    files = {path: asdict(seen) for path, seen in sorted(manifest.items())}
    folder.write(PATH, json.dumps({"format": FORMAT, "files": files}, separators=(",", ":")).encode())


def fingerprint(manifest: Manifest) -> str:
    """Changes when a file is added, changed, renamed or removed; not when it is only touched."""
    digest = hashlib.sha256()
    for path in sorted(manifest):
        digest.update(f"{path}\x1f{manifest[path].sha256}\x1e".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def owners(manifest: Manifest) -> dict[str, str]:
    """The file that each article is taken from: when several hold the same article, the first by path."""
    found: dict[str, str] = {}
    for path in sorted(manifest, reverse=True):
        found.update(dict.fromkeys(manifest[path].article_ids, path))
    return found


def raw_listing(raw: Folder) -> list[FileFacts]:
    """The files that may hold articles."""
    return [facts for facts in raw.files() if facts.path not in NOT_ARTICLES]


def hashes(raw: Folder, listing: Iterable[FileFacts], manifest: Manifest) -> dict[str, str]:
    """SHA-256 of each file. A file with the size and time that the manifest remembers is not opened again."""
    return {facts.path: _known(facts, manifest) or hash_file(raw, facts.path) for facts in listing}


def _known(facts: FileFacts, manifest: Manifest) -> str:
    """The remembered hash of a file that looks untouched, else nothing."""
    seen = manifest.get(facts.path)
    untouched = seen and facts.modified_us and (seen.size, seen.modified_us) == (facts.size, facts.modified_us)
    return seen.sha256 if seen and untouched and seen.sha256 != UNREADABLE else ""


def hash_file(raw: Folder, path: str) -> str:
    """SHA-256 of a file; UNREADABLE when it cannot be opened."""
    try:
        with raw.open(path) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    except OSError:
        return UNREADABLE


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
