"""The store: whole files or none, exact types, versions that follow what they name, revisions that are never lost."""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from pipeline.defs.escape import cell
from pipeline.defs.instance import HOME
from pipeline.defs.store import versions
from pipeline.defs.store.changes import Changes, between
from pipeline.defs.store.folder import LocalFolder, open_folder
from pipeline.defs.store.lock import lock_path
from pipeline.defs.store.manifest import Seen, load_manifest, owners, raw_listing, save_manifest
from pipeline.defs.store.months import Damaged, MonthlyTable, month_of
from pipeline.defs.store.revisions import KEPT, PUBLISHED_COPIES, load_revisions, moment_of_record
from pipeline.tables import registry
from pipeline.tables.claims import Claims

BOTH = pytest.mark.parametrize("scheme", ["", "memory://"], ids=["local", "object store"])


@BOTH
def test_files_come_back_as_they_went(scheme: str, tmp_path: Path) -> None:
    """Local folder and object store must behave alike, else a setting changes results."""
    folder = open_folder(f"{scheme}{tmp_path}/store")
    folder.write("a/b.bin", b"\0one")
    folder.write("a/b.bin", b"\0two")
    folder.write("a/.hidden", b"x")
    assert folder.read("a/b.bin") == b"\0two"
    assert [facts.path for facts in folder.files()] == ["a/b.bin"]
    folder.move_all({"a/b.bin": "c.bin"})
    assert not folder.exists("a/b.bin") and folder.names("", ".bin") == ["c"]
    folder.remove("c.bin")
    folder.remove("c.bin")
    with pytest.raises(FileNotFoundError):
        folder.read("c.bin")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk must cost the new file, never the old one, and leave no rubbish."""
    folder = LocalFolder(tmp_path)
    folder.write("table.csv", b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.defs.store.folder.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        folder.write("table.csv", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("table.csv", b"old")]


def test_files_about_the_raw_folder_are_no_articles(tmp_path: Path) -> None:
    """The README of the raw folder would otherwise be read as a report."""
    for name in ("README.md", "sources.yml", ".DS_Store", "story.md", "deep/README.md"):
        LocalFolder(tmp_path).write(name, b"x")
    assert [facts.path for facts in raw_listing(LocalFolder(tmp_path))] == ["deep/README.md", "story.md"]


def test_a_damaged_manifest_means_reading_again(tmp_path: Path) -> None:
    """A torn manifest must cost time, not stop every run to come."""
    folder = LocalFolder(tmp_path)
    save_manifest(folder, {"a.txt": Seen(1, 2, "abc", "v", ["2025-01"], ["art-1"])})
    assert load_manifest(folder)["a.txt"].article_ids == ["art-1"]
    folder.write("_store/manifest.json", b'{"format": 1, "files": {"a.t')
    assert load_manifest(folder) == {}


def test_the_first_file_by_path_owns_an_article() -> None:
    """An owner that depended on the order of arrival would make a rebuild differ."""
    seen = {path: Seen(1, 1, "x", "v", [], ["art-1", f"art-{path}"]) for path in ("b", "a", "c")}
    assert owners(seen) == {"art-1": "a", "art-a": "a", "art-b": "b", "art-c": "c"}


def test_changes_are_counted_by_document() -> None:
    """A corrected report is one changed article, not one new and one withdrawn."""
    before = {"art-1": "doc-1", "art-2": "doc-2", "art-3": "doc-3"}
    after = {"art-1": "doc-1", "art-2b": "doc-2", "art-4": "doc-4"}
    assert between(before, after, n_all=10) == Changes(new=1, changed=1, kept=8, withdrawn=1)


def test_months_of_moments() -> None:
    """An undated article must have a place too."""
    moments = pd.Series([pd.Timestamp("2025-09-30T23:59:59Z"), pd.NaT]).astype("datetime64[us, UTC]")
    assert month_of(moments).to_list() == ["2025-09", "undated"]


def test_a_damaged_month_is_told_and_removed(tmp_path: Path) -> None:
    """A file that stays damaged would stop every run to come."""
    table = MonthlyTable(LocalFolder(tmp_path), "claims", Claims)
    table.write("2025-09", registry.empty(Claims))
    LocalFolder(tmp_path).write(table.path("2025-10"), b"PAR1 torn")
    with pytest.raises(Damaged, match=r"2025-10\.parquet"):
        table.read_all()
    assert table.months() == ["2025-09"]
    assert (table.read_all().dtypes == registry.empty(Claims).dtypes).all()


def test_versions_follow_what_they_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that changes must be applied to all articles; a README must not cost anything."""
    for name, text in {"reading/a.py": "codebook.read('dates')", "claims/b.py": "x = 1", "codebook/dates.yml": "a: 1",
                       "codebook/other.yml": "b: 1"}.items():  # fmt: skip
        LocalFolder(tmp_path).write(name, text.encode())
    monkeypatch.setattr(versions, "PACKAGE", tmp_path)
    monkeypatch.setattr(versions, "CODEBOOK", tmp_path / "codebook")

    def now(folders: tuple[str, ...]) -> str:
        for cached in (versions.version, versions.code_version, versions.codebook_version):
            cached.cache_clear()
        return versions.version(folders)

    reading, both = now(("reading",)), now(("reading", "claims"))
    for name in ("README.md", "claims/b.py", "codebook/other.yml"):
        (tmp_path / name).write_text("changed")
    assert now(("reading",)) == reading and now(("reading", "claims")) != both
    (tmp_path / "codebook" / "dates.yml").write_text("a: 2")
    assert now(("reading",)) != reading
    now(("tables",))


def test_damaged_revisions_come_from_the_published_copy(tmp_path: Path) -> None:
    """History cannot be made again from the reports; one damaged file must not end it."""
    folder = LocalFolder(tmp_path)
    model = registry.TABLES["revisions"]
    assert load_revisions(folder).empty
    registry.empty(model).to_parquet(tmp_path / PUBLISHED_COPIES[0])
    folder.write(KEPT, b"PAR1 torn")
    assert load_revisions(folder).empty
    folder.write(PUBLISHED_COPIES[0], b"PAR1 torn")
    with pytest.raises(Damaged, match="backup"):
        load_revisions(folder)


def test_a_clock_that_jumps_back_records_nothing_earlier() -> None:
    """A revision recorded before the one that it revises would turn history round."""
    old = pd.DataFrame({"recorded_at": [pd.Timestamp("2030-01-01T00:00:00Z").as_unit("us")]})
    assert moment_of_record(old, datetime(2026, 1, 1, tzinfo=UTC)) > old["recorded_at"][0]


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a | b", "![x](http://evil.example/p.png)", "[x](javascript:alert(1))", "`code`",
     "www.evil.example", "https://evil.example", "line\nbreak"],
)  # fmt: skip
def test_markup_in_a_cell_is_text(text: str) -> None:
    """A title that is read as markup can load pictures from strangers or break the table."""
    escaped = cell(text)
    assert not set("<>|[]()`\n") & set(escaped)
    assert "://" not in escaped and "www." not in escaped


def test_the_lock_of_an_object_store_lies_with_the_instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that its user may not write to (a container, a service) could not run at all."""
    monkeypatch.setenv(HOME, str(tmp_path))
    assert lock_path(open_folder("s3://bucket/tables")).is_relative_to(tmp_path)
