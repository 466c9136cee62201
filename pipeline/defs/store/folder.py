"""A folder on any file system: list, read, and write so that a reader sees the old file or the new one, never a half.

Here belongs the one place that touches files. What is in them is others' business.
"""

import errno
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BESIDE = ".tmp"
"""The ending of a file that is being written; its name begins with a dot."""


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
        """The content of a file. Raises FileNotFoundError; PermissionError for a link that leads out of the folder."""
        with self.open(path) as stream:
            return stream.read()

    def open(self, path: str) -> IO[bytes]:
        """A file as a stream. Raises as read() does."""
        file = self.root / path
        if file.is_symlink() and not file.resolve().is_relative_to(self.root.resolve()):
            raise PermissionError(errno.EPERM, "a link that leads out of the folder; copy the file itself")
        return file.open("rb")

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place whole: written beside, flushed to the disk, renamed. The same content is left alone."""
        target = self.root / path
        if _holds(target, data):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}{BESIDE}")
        try:
            with beside.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(target)
        except OSError as error:  # a full disk does not say which file it had no room for
            raise OSError(error.errno, error.strerror, str(target)) from None
        finally:
            beside.unlink(missing_ok=True)
        flush_folder(target.parent)

    def move_all(self, moves: Mapping[str, str]) -> None:
        """Renames files, replacing what is there: one rename right after the other, and one flush behind them all."""
        folders = {(self.root / target).parent for target in moves.values()}
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        for source, target in moves.items():
            (self.root / source).replace(self.root / target)
        for folder in folders:
            flush_folder(folder)

    def remove(self, path: str) -> None:
        """Removes a file, if there is one."""
        (self.root / path).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Removes what killed runs were writing when they died. Only who holds the folder's lock may call it."""
        for folder, _, names in os.walk(self.root):
            for name in names:
                if name.startswith(".") and name.endswith(BESIDE):
                    Path(folder, name).unlink(missing_ok=True)


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
        pattern = "/".join(part for part in (path.strip("/"), f"*{suffix}") if part)
        found = (str(name).rpartition("/")[2] for name in self.fs.glob(self._full(pattern)))
        return sorted(name.removesuffix(suffix) for name in found if not name.startswith("."))

    def read(self, path: str) -> bytes:
        """The content of an object. Raises FileNotFoundError."""
        return bytes(self.fs.cat_file(self._full(path)))

    def open(self, path: str) -> IO[bytes]:
        """An object as a stream that can be read from any place. Raises FileNotFoundError."""
        stream: IO[bytes] = self.fs.open(self._full(path), "rb")
        return stream

    def write(self, path: str, data: bytes) -> None:
        """Puts an object; one that holds the same content already is left alone."""
        full = self._full(path)
        if self.exists(path) and self.fs.size(full) == len(data) and self.read(path) == data:
            return
        self.fs.makedirs(full.rpartition("/")[0], exist_ok=True)
        self.fs.pipe_file(full, data)

    def move_all(self, moves: Mapping[str, str]) -> None:
        """Copies objects over others, one right after the other, and removes the first ones at the end."""
        for source, target in moves.items():
            self.fs.copy(self._full(source), self._full(target))
        for source in moves:
            self.remove(source)

    def sweep(self) -> None:
        """Nothing is left by a killed run: an object appears whole or not at all."""

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


def _holds(target: Path, data: bytes) -> bool:
    """Whether a file holds this content."""
    try:
        return target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError:
        return False


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
