"""The sample reports: labelled as invented, in every format, and kept in step with what a reader finds in them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw"
SAMPLES = sorted(path for path in (RAW / "samples").rglob("*") if path.is_file())
FORMATS = {".txt", ".md", ".html", ".json", ".jsonl", ".gz", ".csv"}
EXPECTED = yaml.safe_load((ROOT / "tests" / "golden" / "samples_expected.yml").read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    """The file as text, unpacked."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


def name_of(path: Path) -> str:
    """Path as the articles table gives it."""
    return path.relative_to(RAW).as_posix()


def paths_named(expected: Any) -> set[str]:
    """Every raw path that the golden file names, at any depth."""
    if isinstance(expected, dict):
        return paths_named(list(expected)) | paths_named(list(expected.values()))
    if isinstance(expected, list):
        return {path for item in expected for path in paths_named(item)}
    return {expected} if str(expected).startswith("samples/") else set()


@pytest.mark.parametrize("path", SAMPLES, ids=name_of)
def test_every_sample_says_that_it_is_one(path: Path) -> None:
    """An invented report without its label could be taken for news."""
    text = text_of(path)
    assert "Sample" in text
    assert "invented publisher" in text or "publisher is invented" in text


@pytest.mark.parametrize("path", [p for p in SAMPLES if p.parent.name == "ferry_fire"], ids=name_of)
def test_the_invented_story_says_that_it_is_invented(path: Path) -> None:
    """A fire that never was could be taken for one that was."""
    assert any(words in text_of(path) for words in ("story is invented", "this story are invented"))


@pytest.mark.parametrize("path", [p for p in SAMPLES if ".json" in p.name and "broken" not in p.name], ids=name_of)
def test_every_record_carries_its_own_label(path: Path) -> None:
    """One labelled record must not speak for its neighbours."""
    text = text_of(path)
    records = [json.loads(line) for line in text.splitlines()] if ".jsonl" in path.name else json.loads(text)
    for record in records if isinstance(records, list) else [records]:
        assert "invented publisher" in record["note"]


def test_all_formats_are_there() -> None:
    """A format without a sample is not seen by whoever tries Reckoner."""
    assert {path.suffix for path in SAMPLES} == FORMATS


def test_addresses_lead_nowhere() -> None:
    """An address of an invented publisher must not be somebody's real site."""
    hosts = {word.split("/")[2] for path in SAMPLES for word in text_of(path).split('"') if word.startswith("https://")}
    assert hosts
    assert all(host.endswith(".example") or host == "schema.org" for host in hosts)


def test_the_broken_file_is_broken() -> None:
    """If somebody mends it, the quarantine is no longer shown."""
    (broken,) = [path for path in SAMPLES if "broken" in path.name]
    with pytest.raises(json.JSONDecodeError):
        json.loads(text_of(broken))


def test_the_golden_file_names_files_that_exist() -> None:
    """An expectation about a file that is gone is never checked."""
    named = paths_named(EXPECTED)
    assert named
    assert named <= {name_of(path) for path in SAMPLES}
    assert EXPECTED["files"] == len(SAMPLES)


def test_the_folder_page_names_every_format() -> None:
    """A format that works and is not documented is not used."""
    page = (RAW / "README.md").read_text(encoding="utf-8")
    assert [
        end for end in (".txt", ".md", ".html", ".json", ".jsonl", ".jsonl.gz", ".csv") if f"`{end}`" not in page
    ] == []
