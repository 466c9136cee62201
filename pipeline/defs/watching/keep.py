"""What was fetched, as files: the page untouched with its headers as a web archive of one record.

Here belongs how a fetched page lies on the disk. The reader of web archives (reading/warc.py) takes it from there.
"""

import gzip
import hashlib
import json
import uuid
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from pipeline.defs.store.folder import Folder
from pipeline.defs.watching.fetch import Answer

FOLDER = "fetched"
STATE = "fetched/.state.json"
"""What is remembered of each address: what its server said to ask with next time, and a hash of its body."""
POLLED = "fetched/.polled"
"""Feeds and sitemaps lie here; a hidden folder is not read as reports."""
HOP_BY_HOP = ("transfer-encoding", "connection", "keep-alive")

State = dict[str, dict[str, str]]


def load_state(raw: Folder) -> State:
    """What is remembered; nothing where the file is absent or damaged: then all is asked for anew."""
    try:
        state = json.loads(raw.read(STATE))
    except (FileNotFoundError, ValueError):
        return {}
    return state if isinstance(state, dict) and all(isinstance(v, dict) for v in state.values()) else {}


def save_state(raw: Folder, state: State) -> None:
    """Keeps what is remembered."""
    raw.write(STATE, json.dumps(state, indent=0, sort_keys=True).encode())


def conditions(known: dict[str, str]) -> dict[str, str]:
    """Headers that ask only for what is new."""
    pairs = (("If-None-Match", known.get("etag")), ("If-Modified-Since", known.get("last_modified")))
    return {name: value for name, value in pairs if value}


def remembered(answer: Answer) -> dict[str, str]:
    """What to remember of an answer."""
    found = {
        "etag": answer.header("ETag"), "last_modified": answer.header("Last-Modified"),
        "sha256": hashlib.sha256(answer.body).hexdigest(),
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


def keep(raw: Folder, url: str, answer: Answer, now: datetime, folder: str = FOLDER) -> str:
    """Writes an answer; gives the path below the raw folder."""
    host = "".join(c if c.isalnum() or c in ".-" else "_" for c in (urlsplit(url).netloc.lower())).lstrip(".") or "host"
    name = hashlib.sha256(url.encode()).hexdigest()[:16]
    path = f"{folder}/{host}/{now.astimezone(UTC):%Y-%m-%dT%H%M%S}-{name}.warc.gz"
    raw.write(path, gzip.compress(record(url, answer, now), mtime=0))
    return path


def record(url: str, answer: Answer, now: datetime) -> bytes:
    """A WARC record of the answer: status, headers, and the body as it came over the wire."""
    lines = [f"HTTP/1.1 {answer.status} OK"]
    lines += [f"{key}: {value}" for key, value in answer.headers if key.lower() not in HOP_BY_HOP]
    payload = "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + answer.body
    about: dict[str, Any] = {
        "WARC-Type": "response", "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url} {now}')}>",
        "WARC-Date": f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", "WARC-Target-URI": "".join(url.split()),
        "Content-Type": "application/http;msgtype=response", "Content-Length": len(payload),
    }  # fmt: skip
    head = "\r\n".join(["WARC/1.1", *(f"{key}: {value}" for key, value in about.items())])
    return head.encode() + b"\r\n\r\n" + payload + b"\r\n\r\n"
