"""Records of news search tools -> records with our field names, as codebook/import_columns.yml maps them.

Here belongs the mapping of names. What the fields must hold belongs to record.py.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline import codebook

NOT_COMPARED = re.compile(r"[^a-z0-9.]+")
OWN = ("text", "html", "id", "url", "title", "source", "lang", "event_id", "campaign_id", "published_at")
"""The fields that a record may have under its own names."""
NAMED = ("name", "title", "uri")
"""Where an object that stands for a publisher says who it is."""


def plain(name: object) -> str:
    """A name as it is compared."""
    return NOT_COMPARED.sub("", str(name).lower())


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """The names of each field, the best first."""
    fields = codebook.read("import_columns")["fields"]
    return {field: tuple(map(plain, [field, *names])) for field, names in fields.items()}


@cache
def meaningful() -> frozenset[str]:
    """All names that mean something."""
    tops = (name.partition(".")[0] for names in aliases().values() for name in names)
    return frozenset([*map(plain, OWN), *tops])


@cache
def teasers() -> frozenset[str]:
    """Names whose text is only a part of an article."""
    return frozenset(map(plain, codebook.read("import_columns")["teasers"]))


def lists() -> list[str]:
    """Where a JSON file may hold its records."""
    return list(codebook.read("import_columns")["lists"])


def holds_text(names: Iterable[object]) -> bool:
    """Whether one of these names means the text of an article."""
    return bool({plain(name) for name in names} & {*aliases()["text"], *aliases()["html"]})


def translated(record: Mapping[str, object]) -> tuple[Mapping[str, object], str]:
    """The record under our own names, and the name that its text came under where that is only a teaser."""
    if isinstance(record.get("text"), str | None) and not record.keys() - set(OWN):
        return record, ""
    found = {plain(name): value for name, value in record.items()}
    own = {name: record[name] for name in OWN if name in record}
    teaser = ""
    for field, names in aliases().items():
        if filled(own.get(field)) or (field == "text" and filled(own.get("html"))):
            continue
        for name in names:
            value = value_at(found, name)
            if filled(value):
                own[field] = value
                teaser = name if field == "text" and name in teasers() else teaser
                break
    if isinstance(own.get("source"), Mapping):
        own["source"] = next((own["source"][name] for name in NAMED if own["source"].get(name)), None)  # type: ignore[index,attr-defined]
    return {**{k: v for k, v in record.items() if k not in OWN}, **own}, teaser


def filled(value: object) -> bool:
    """Whether a value says anything."""
    return value is not None and not (isinstance(value, str) and not value.strip())


def value_in(content: Mapping[str, object], path: str) -> object:
    """The value under a path of exact names."""
    top, _, rest = path.partition(".")
    inner = content.get(top)
    if not rest:
        return inner
    return value_in(inner, rest) if isinstance(inner, Mapping) else None


def value_at(record: Mapping[str, object], name: str) -> object:
    """The value under a name; a dot leads into an object."""
    if name in record:
        value = record[name]
        return None if isinstance(value, Mapping | list) else value
    top, _, rest = name.partition(".")
    inner = record.get(top)
    if not rest or not isinstance(inner, Mapping):
        return None
    return value_at({plain(key): value for key, value in inner.items()}, rest)
