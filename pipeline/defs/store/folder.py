"""A folder on any file system: list, read, and write so that a reader sees the old file or the new one, never a half.

Here belongs the one place that touches files. What is in them is others' business.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a listing says of a file. `modified_us` counts microseconds; 0 where the file system does not say."""

    path: str
    size: int
    modified_us: int

    @property
    def modified_at(self) -> datetime:
        """When the file was written, to the microsecond."""
        return EPOCH + timedelta(microseconds=self.modified_us)


def open_folder(url: str) -> "LocalFolder | RemoteFolder":
    """The folder at a path or an fsspec address. Nothing is read or made yet."""
    if "://" not in url or url.startswith("file://"):
        return LocalFolder(Path(url.removeprefix("file://")))
    return RemoteFolder(url)


class LocalFolder:
    """A folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.url = str(root)

    def exists(self, path: str = "") -> bool:
        """Whether there is such a file or folder."""
        return (self.root / path).exists()

    def files(self) -> list[FileFacts]:
        """All files below the folder, by path; hidden ones are left out, links to folders are not followed."""
        return sorted(self._walk(self.root, ""), key=lambda facts: facts.path)

    def _walk(self, folder: Path, prefix: str) -> Iterator[FileFacts]:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from self._walk(Path(entry.path), f"{prefix}{entry.name}/")
                elif entry.is_file():
                    stat = entry.stat()
                    yield FileFacts(prefix + entry.name, stat.st_size, stat.st_mtime_ns // 1000)

    def names(self, path: str, suffix: str) -> list[str]:
        """Names of the files directly below a path that end so, without that ending."""
        return sorted(file.name.removesuffix(suffix) for file in (self.root / path).glob(f"[!.]*{suffix}"))

    def read(self, path: str) -> bytes:
        """The content of a file. Raises FileNotFoundError."""
        return (self.root / path).read_bytes()

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place whole: written beside, flushed to the disk, renamed."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            with beside.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
        flush_folder(target.parent)

    def move(self, source: str, target: str) -> None:
        """Renames a file, replacing what is there."""
        (self.root / target).parent.mkdir(parents=True, exist_ok=True)
        (self.root / source).replace(self.root / target)
        flush_folder((self.root / target).parent)

    def remove(self, path: str) -> None:
        """Removes a file, if there is one."""
        (self.root / path).unlink(missing_ok=True)


class RemoteFolder:
    """A folder of an object store, or of anything else that fsspec knows. An object appears whole or not at all."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    @property
    def fs(self) -> Any:
        """The file system, connected when first used."""
        import fsspec

        return fsspec.core.url_to_fs(self.url)[0]

    def _full(self, path: str) -> str:
        root = str(self.fs._strip_protocol(self.url)).rstrip("/")
        return f"{root}/{path}" if path else root

    def exists(self, path: str = "") -> bool:
        """Whether there is such an object, or any object below the folder."""
        return bool(self.fs.exists(self._full(path)))

    def files(self) -> list[FileFacts]:
        """All objects below the folder, by path; hidden ones are left out."""
        self.fs.invalidate_cache()
        root = self._full("")
        found = {name[len(root) + 1 :]: info for name, info in self.fs.find(root, detail=True).items()}
        return [
            FileFacts(path, int(info["size"] or 0), _moment(info))
            for path, info in sorted(found.items())
            if not _hidden(path)
        ]

    def names(self, path: str, suffix: str) -> list[str]:
        """Names of the objects directly below a path that end so, without that ending."""
        self.fs.invalidate_cache()
        found = (str(name).rpartition("/")[2] for name in self.fs.glob(self._full(f"{path}/*{suffix}".lstrip("/"))))
        return sorted(name.removesuffix(suffix) for name in found if not name.startswith("."))

    def read(self, path: str) -> bytes:
        """The content of an object. Raises FileNotFoundError."""
        return bytes(self.fs.cat_file(self._full(path)))

    def write(self, path: str, data: bytes) -> None:
        """Puts an object."""
        full = self._full(path)
        self.fs.makedirs(full.rpartition("/")[0], exist_ok=True)
        self.fs.pipe_file(full, data)

    def move(self, source: str, target: str) -> None:
        """Copies an object over another one and removes the first."""
        self.fs.copy(self._full(source), self._full(target))
        self.remove(source)

    def remove(self, path: str) -> None:
        """Removes an object, if there is one."""
        if self.exists(path):
            self.fs.rm_file(self._full(path))


Folder = LocalFolder | RemoteFolder


def flush_folder(folder: Path) -> None:
    """Makes a rename survive a power cut, where the system lets a folder be flushed."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hidden(path: str) -> bool:
    """Whether any part of the path begins with a dot."""
    return any(part.startswith(".") for part in path.split("/"))


def _moment(about: dict[str, Any]) -> int:
    """Modification time in microseconds, under the name that this file system gives it; 0 when it gives none."""
    for name in ("LastModified", "last_modified", "mtime", "modified", "created"):
        value = about.get(name)
        if isinstance(value, datetime):
            return (value.astimezone(UTC) - EPOCH) // timedelta(microseconds=1)
        if isinstance(value, int | float):
            return int(value * 1_000_000)
    return 0
