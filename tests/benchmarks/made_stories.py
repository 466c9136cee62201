"""Made-up stories in bulk whose truth is known, as the tables that linking takes: articles with texts, and claims.

Here belong invented names, tolls that rise, copies and late repeats. No extraction: the claims are made, not read.
"""

import random
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pipeline.tables.articles import Articles
from pipeline.tables.claims import Claims
from pipeline.tables.registry import conform, make_id

SYLLABLES = (
    "ba",
    "kor",
    "mel",
    "tu",
    "vish",
    "rano",
    "del",
    "su",
    "mar",
    "lin",
    "go",
    "tes",
    "pa",
    "wim",
    "yor",
    "zek",
)
KINDS = ("blast", "fire", "shooting", "flood", "crash", "shelling", "mudslide", "stampede", "raid", "collapse")
PUBLISHERS = tuple(f"{first} {second}" for first in ("Harbour", "Hill", "Valley", "Coast", "North", "Lake", "Border")
                   for second in ("Post", "Courier", "Times", "Herald", "Star"))  # fmt: skip
START = pd.Timestamp("2031-01-01", tz="UTC")
DAYS = 730
MEASURES = ("killed", "injured", "missing", "displaced")


@dataclass(frozen=True, slots=True)
class Made:
    """The tables, and of every article its story; of every story the last toll of the dead."""

    articles: pd.DataFrame
    claims: pd.DataFrame
    story_of: dict[str, int]
    toll_of: dict[int, int]


def make(n_claims: int, seed: int = 1) -> Made:
    """Stories until there are that many claims; the same for the same seed."""
    chance = random.Random(seed)
    articles: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    story_of, toll_of = {}, {}
    while len(claims) < n_claims:
        story = len(toll_of)
        reports, toll_of[story] = _story(story, chance)
        for article, some in reports:
            articles.append(article)
            claims += some
            story_of[article["article_id"]] = story
    rows = pd.DataFrame(articles)
    table = conform(Articles, rows.drop(columns="text")).merge(rows[["article_id", "text"]], on="article_id")
    return Made(table, conform(Claims, pd.DataFrame(claims)), story_of, toll_of)


def _name(chance: random.Random, length: int = 4) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(length)).capitalize()


def _story(number: int, chance: random.Random) -> tuple[list[tuple[dict[str, Any], list[dict[str, Any]]]], int]:
    """Reports in order of publication: the toll rises over the first two days and then stands; some are copies."""
    words = {
        "place": _name(chance), "street": f"{_name(chance)} Street", "person": f"{_name(chance, 2)} {_name(chance)}",
             "building": f"{_name(chance, 2)} {chance.choice(('market', 'mill', 'school', 'station'))}"}  # fmt: skip
    kind, day = chance.choice(KINDS), chance.randrange(DAYS)
    count = min(1 + int(chance.expovariate(0.2)), 25)
    hours = sorted(chance.uniform(4, 96) for _ in range(count))
    final = [chance.randint(2, 60) for _ in MEASURES]
    last = max(hours)
    reports, texts = [], []
    for i, hour in enumerate(hours):
        known = 1.0 if hour in (last, *hours[-2:]) else min(1.0, 0.5 + hour / 96)
        values = [max(1, round(total * known)) for total in final]
        copied = texts and chance.random() < 0.3
        text, values = (
            chance.choice(texts) if copied and i < count - 2 else (_text(words, kind, values, chance), values)
        )
        texts.append((text, values))
        at = START + pd.Timedelta(days=day, hours=hour)
        reports.append(_report(f"{number}.{i}", at, words, kind, text, values, chance))
    return reports, final[0]


def _text(words: dict[str, str], kind: str, values: list[int], chance: random.Random) -> str:
    told = [
        "{0} people were killed and {1} injured in the {kind} at the {building} in {place}, police said.",
        "At {building} in {place} the {kind} left {0} dead and {1} hurt, rescue workers told reporters on {street}.",
        "The {kind} in {place} has killed {0} people and wounded {1}, {person} of the city council said.",
    ]
    lead = chance.choice(told).format(*values, kind=kind, **words)
    rest = f"{values[2]} people are missing and {values[3]} had to leave their homes."
    return " ".join([lead, rest, *(_idle(words, chance) for _ in range(4))])


def _idle(words: dict[str, str], chance: random.Random) -> str:
    """A sentence that no other report has: words of an invented language around one name of the story."""
    told = [_name(chance, 2).lower() for _ in range(14)]
    told[chance.randrange(14)] = words[chance.choice(("place", "street", "person", "building"))]
    return f"{told[0].capitalize()} {' '.join(told[1:])}."


def _report(
    name: str, at: pd.Timestamp, words: dict[str, str], kind: str, text: str, values: list[int], chance: random.Random
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    article_id, publisher = make_id("art", name), chance.choice(PUBLISHERS)
    article = {
        "article_id": article_id, "document_id": make_id("doc", name), "raw_path": f"{name}.txt", "raw_id": name,
        "publisher": publisher, "title": f"{values[0]} dead in {words['place']} {kind}", "published_at": at,
        "published_at_basis": "given", "retrieved_at": at, "language": "en", "n_chars": len(text),
        "text_sha256": "0" * 64, "origin": publisher, "text": text,
    }  # fmt: skip
    return article, [
        _claim(name, article_id, m, v, words["place"], text) for m, v in zip(MEASURES, values, strict=True)
    ]


def _claim(name: str, article_id: str, measure: str, value: int, place: str, text: str) -> dict[str, Any]:
    return {
        "claim_id": make_id("clm", name, measure), "mention_id": make_id("men", name, measure),
        "article_id": article_id, "measure": measure, "counted": "people", "victim_group": "all", "value_low": value,
        "value_best": value, "value_high": value, "quantifier": "exact", "unit": "person", "scope": "incident",
        "place": place, "attribution_class": "unknown", "assertion": "asserted", "negated": False, "confidence": 0.9,
        "rule": "made", "excerpt": f"{text[:60]}»{value}«", "position": 0,
    }  # fmt: skip
