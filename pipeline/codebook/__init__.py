"""The codebook: YAML that a researcher edits, and the one function that reads it.

Words, thresholds and rules that someone may want to change live here as data. What is done with them lives in the
folders that read them: each turns its files into typed values of its own, once, and reports an entry that it does not
understand. No rule of language or arithmetic belongs in this folder's Python.
"""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FOLDER = files("pipeline.codebook")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(name: str) -> Any:
    """The content of `name`.yml. Raises FileNotFoundError, or yaml.YAMLError naming the line that is wrong."""
    with (FOLDER / f"{name}.yml").open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=Loader)


@cache
def version() -> str:
    """Twelve hexadecimal digits that change when any codebook file changes."""
    digest = hashlib.sha256()
    for file in sorted(FOLDER.iterdir(), key=lambda f: f.name):
        if file.name.endswith((".yml", ".json")):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
