"""An object store as raw folder and as output folder: the same tables and increments, against a real S3 server."""

import json
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import fsspec
import pandas as pd
import pytest
from moto.server import ThreadedMotoServer

from pipeline.defs.command_run import QUIET
from pipeline.defs.settings import COMPUTE, PROCESSED, RAW
from pipeline.defs.store.folder import RemoteFolder, open_folder
from pipeline.defs.store.news import up_to_date
from tests.defs.conftest import FLOOD, STORM

pytestmark = pytest.mark.slow
BUCKET = "s3://reckoner-tests"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket on a server of this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "testing",
                        "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": "us-east-1"}.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    fsspec.filesystem("s3").makedirs(BUCKET, exist_ok=True)
    yield BUCKET
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    server.stop()


def test_files_come_back_as_they_went(bucket: str) -> None:
    """An object store must behave as a folder does, else a setting changes results."""
    folder = open_folder(f"{bucket}/store")
    assert isinstance(folder, RemoteFolder) and not folder.exists()
    folder.write("a/b.bin", b"\0one")
    folder.write("a/b.bin", b"\0two")
    assert folder.exists() and folder.read("a/b.bin") == b"\0two"
    [facts] = folder.files()
    assert (facts.path, facts.size) == ("a/b.bin", 4) and facts.modified_us > 0
    with folder.open("a/b.bin") as stream:
        assert stream.read(2) == b"\0t" and stream.seek(0) == 0
    folder.move_all({"a/b.bin": "c.bin"})
    assert not folder.exists("a/b.bin") and folder.names("", ".bin") == ["c"]
    folder.remove("c.bin")
    folder.remove("c.bin")
    with pytest.raises(FileNotFoundError):
        folder.read("c.bin")


def test_a_run_over_an_object_store(bucket: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All of it: reports from a bucket, tables into a bucket, a rerun with nothing new, and a change."""
    raw, out = open_folder(f"{bucket}/raw"), open_folder(f"{bucket}/out")
    raw.write("reports.jsonl", f"{json.dumps(FLOOD)}\n{json.dumps(STORM)}\n".encode())
    for name, value in {RAW: raw.url, PROCESSED: out.url, COMPUTE: "inline"}.items():
        monkeypatch.setenv(name, value)
    from pipeline.definitions import defs

    job = defs().resolve_job_def("only_new")
    with dg.DagsterInstance.ephemeral() as instance:
        assert job.execute_in_process(QUIET, instance=instance).success
        assert up_to_date(raw, out)
        raw.write("late.json", json.dumps(STORM | {"id": "storm-2", "source": "Harbour Post"}).encode())
        assert not up_to_date(raw, out)
        assert job.execute_in_process(QUIET, instance=instance).success
    with out.open("articles.parquet") as stream:
        assert set(pd.read_parquet(stream)["publisher"]) == {"Valley Herald", "Harbour Post"}
    assert not [name for name in tmp_path.rglob("*") if name.suffix == ".parquet"]
