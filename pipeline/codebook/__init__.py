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
MERGE = "tag:yaml.org,2002:merge"
Loader = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})


def _mapping(loader: Any, node: yaml.MappingNode) -> Any:
    """A mapping each of whose keys stands once: YAML would drop the first of two without a word."""
    told = set[str]()
    for key, _ in node.value:
        if key.value in told and key.tag != MERGE:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
        told.add(str(key.value))
    return loader.construct_mapping(node, deep=True)


Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)  # type: ignore[attr-defined]


def parse(text: Any) -> Any:
    """The content of YAML text or a stream. Raises yaml.YAMLError naming the line of an error or of a repeated key."""
    return yaml.load(text, Loader=Loader)


@cache
def read(name: str) -> Any:
    """The content of `name`.yml. Raises FileNotFoundError, or yaml.YAMLError naming the line that is wrong."""
    with (FOLDER / f"{name}.yml").open(encoding="utf-8") as stream:
        return parse(stream)


@cache
def version() -> str:
    """Twelve hexadecimal digits that change when any codebook file changes."""
    digest = hashlib.sha256()
    for file in sorted(FOLDER.iterdir(), key=lambda f: f.name):
        if file.name.endswith((".yml", ".json")):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
