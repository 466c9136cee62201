"""The codebook page: what measures, groups, quantifiers, vague words, statuses and policies mean, with their sources.

Made from the YAML that the pipeline itself works by, so that it cannot say something else. Here belongs the layout.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.codebook import read

INTRODUCTION = """\
# Codebook

What the codes in the tables mean and how words become numbers. This page is made from the files in `pipeline/codebook/`
by the run that wrote the tables beside it.
"""
CODES = {
    "quantifiers": ("Quantifiers", "What the words around a number make of it (`claims.quantifier`)."),
    "statuses": ("Statuses", "How sure a figure is (`figures.status`)."),
    "scopes": ("Scopes", "What a claim or figure covers. Scopes are never mixed."),
    "assertions": ("Assertions", "How firmly it is said (`claims.assertion`)."),
    "attribution_classes": ("Kinds of source", "Who says so (`claims.attribution_class`)."),
    "revision_reasons": ("Reasons of revisions", "Why a figure changed (`revisions.reason`)."),
    "changes": ("Changes of rows", "What a run did to a row (`changes.change`)."),
    "severities": ("Severities of anomalies", "How bad a doubt is (`anomalies.severity`)."),
}


def codebook_page() -> str:
    """The page, as Markdown that ends with a line feed."""
    measures, groups = read("measures")["measures"], read("victim_groups")["groups"]
    parts = [
        INTRODUCTION,
        _table("Measures", "What is counted.", ("measure", "counts", "unit"),
               ((code, m["description"], m["unit"]) for code, m in measures.items())),
        _table("Victim groups", "Who is counted.", ("group", "who"),
               ((code, g["description"]) for code, g in groups.items())),
        *(_codes(name) for name in CODES),
        _vague(read("vague_terms")),
        _policies(read("policies")),
    ]  # fmt: skip
    return "\n".join(parts)


def meanings(kind: str) -> dict[str, str]:
    """Code and meaning of one kind of code: quantifiers, statuses, scopes …"""
    return dict(read("codes")[kind])


def _codes(kind: str) -> str:
    title, about = CODES[kind]
    return _table(title, about, ("code", "meaning"), meanings(kind).items())


def _vague(terms: Mapping[str, Any]) -> str:
    """Words that stand for a number, and the least that each allows."""
    rows = [(word, low, "in the plural: “dozens of people”") for word, low in terms["plural_scales"].items()]
    rows += [(word, low, "by itself: “several people”") for word, low in terms["alone"].items()]
    rows += [(word, low, "with an article: “a handful of people”") for word, low in terms["with_article"].items()]
    rows += [(f"{word} dozen", n * 12, "times the word behind it") for word, n in terms["before_scale"].items()]
    about = "Words in place of a number. Low is the least that the word allows; best and high stay open."
    return _table("Vague terms", about, ("word", "low", "how it stands"), rows)


def _policies(policies: Mapping[str, Any]) -> str:
    """The rules that turn claims into low, best and high, the default first."""
    run = list(policies["run"])
    named = ", ".join(f"`{name}`" for name in run)
    about = f"Rules that choose low, best and high. A run computes {named}; the first is the default."
    rows = ((name, p["description"], p.get("source", "")) for name, p in policies["policies"].items())
    return _table("Policies", about, ("policy", "rule", "source"), rows)


def _table(title: str, about: str, header: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> str:
    """A heading, a sentence and a Markdown table, the first cell of a row as code."""
    lines = [f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}"]
    for first, *others in rows:
        cells = [f"`{first}`", *(" ".join(str(cell).split()).replace("|", "\\|") for cell in others)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([f"## {title}", "", about, "", *lines, ""])
