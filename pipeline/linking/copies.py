"""Copies: reports that are one voice because they print the same words, and the origin that each goes back to.

Here belong near-duplicate text, shared rare sentences and agency credits. A common quoted official is a matter of
single claims, hence of reconcile. Features and weights: codebook/linking_copies.yml.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from rensa import RMinHash

from pipeline import codebook
from pipeline.linking.credits import agency_of
from pipeline.linking.union import Groups
from pipeline.tables.registry import make_id

WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")


@dataclass(slots=True)
class Print:
    """What is compared of one report."""

    words: str
    shingles: frozenset[int]
    sentences: frozenset[int]
    agency: str


def find_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles with copy_group_id and origin filled."""
    texts = [
        f"{title}\n{text}" for title, text in zip(_texts(articles, "title"), _texts(articles, "text"), strict=True)
    ]
    prints = [_print(text, publisher) for text, publisher in zip(texts, _texts(articles, "publisher"), strict=True)]
    groups = Groups(len(prints))
    for first, second in candidates(prints):
        if copy_score(prints[first], prints[second]) >= _settings()["threshold"]:
            groups.join(first, second)
    return _with_origins(articles, prints, groups)


def _texts(frame: pd.DataFrame, column: str) -> list[str]:
    return (
        [value if isinstance(value, str) else "" for value in frame[column]] if column in frame else [""] * len(frame)
    )


def _settings() -> dict[str, float]:
    return {k: v for k, v in codebook.read("linking_copies").items() if k != "features"}


def _print(text: str, publisher: str) -> Print:
    words = WORD.findall(text.lower())
    size = int(_settings()["shingle_words"])
    shingles = frozenset(map(hash, zip(*(words[i:] for i in range(size)), strict=False)))
    long = int(_settings()["rare_sentence_chars"])
    sentences = (" ".join(WORD.findall(s.lower())) for s in SENTENCE_END.split(text) if len(s) >= long)
    body = text.split("\n", 1)[-1]
    return Print(" ".join(words), shingles, frozenset(map(hash, sentences)), agency_of(publisher, body))


# ------------------------------------------------------------------ which pairs to look at


def candidates(prints: Sequence[Print]) -> list[tuple[int, int]]:
    """Pairs of positions that may be copies: equal texts, equal MinHash bands, shared rare sentences."""
    pairs: set[tuple[int, int]] = set()
    equal: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(prints):
        if one.words:
            equal[one.words].append(i)
    for same in equal.values():
        pairs.update(pairwise(same))
    alone = [same[0] for same in equal.values()]
    long = [i for i in alone if prints[i].words.count(" ") >= _settings()["least_words"]]
    pairs.update(_band_pairs(prints, long))
    pairs.update(_sentence_pairs(prints, long))
    return sorted(pairs)


def _band_pairs(prints: Sequence[Print], chosen: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs that agree in a band of their MinHash: a band's rows make one key, equal keys sort together."""
    if len(chosen) < 2:
        return
    permutations, rows = int(_settings()["permutations"]), int(_settings()["band_rows"])
    digests = np.array([_digest(prints[i], permutations) for i in chosen], dtype=np.uint64)
    for start in range(0, permutations, rows):
        keys = digests[:, start]
        for row in range(start + 1, start + rows):
            keys = keys * np.uint64(0x9E3779B97F4A7C15) + digests[:, row]
        order = np.argsort(keys, kind="stable")
        edges = np.flatnonzero(np.diff(keys[order])) + 1
        for bucket in np.split(order, edges):
            if len(bucket) > 1:
                yield from _bucket_pairs([chosen[k] for k in bucket])


def _digest(one: Print, permutations: int) -> list[int]:
    sketch = RMinHash(num_perm=permutations, seed=1)
    words = one.words.split(" ")
    sketch.update([" ".join(words[i : i + 3]) for i in range(len(words) - 2)])
    return list(sketch.digest())


def _sentence_pairs(prints: Sequence[Print], chosen: list[int]) -> Iterable[tuple[int, int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for i in chosen:
        for sentence in prints[i].sentences:
            holders[sentence].append(i)
    for bucket in holders.values():
        if 1 < len(bucket) <= _settings()["rare_sentence_reports"]:
            yield from _bucket_pairs(bucket)


def _bucket_pairs(bucket: list[int]) -> Iterable[tuple[int, int]]:
    bucket = sorted(bucket)
    if len(bucket) > _settings()["crowded_bucket"]:
        return pairwise(bucket)
    return ((a, b) for k, a in enumerate(bucket) for b in bucket[k + 1 :])


# ------------------------------------------------------------------ how alike a pair is


def copy_features(a: Print, b: Print) -> dict[str, float]:
    """The value of every feature of the codebook for this pair, from 0 to 1."""
    common = len(a.shingles & b.shingles)
    either = len(a.shingles) + len(b.shingles) - common
    fewer_sentences = min(len(a.sentences), len(b.sentences))
    return {
        "same_text": float(a.words == b.words),
        "overlap": common / either if either else 0.0,
        "containment": common / min(len(a.shingles), len(b.shingles)) if common else 0.0,
        "rare_sentences": len(a.sentences & b.sentences) / fewer_sentences if fewer_sentences else 0.0,
        "same_agency": float(bool(a.agency) and a.agency == b.agency),
    }


def copy_score(a: Print, b: Print) -> float:
    """The weighted sum of the features."""
    weights = codebook.read("linking_copies")["features"]
    return sum(float(weights[name]["weight"]) * value for name, value in copy_features(a, b).items())


# ------------------------------------------------------------------ who speaks


def _with_origins(articles: pd.DataFrame, prints: Sequence[Print], groups: Groups) -> pd.DataFrame:
    """Of a group: the agency that a member credits, else the earliest publisher, else the earliest article itself."""
    ids, publishers = _texts(articles, "article_id"), _texts(articles, "publisher")
    times = articles["published_at"].astype("int64").where(articles["published_at"].notna(), np.iinfo("int64").max)
    age = list(zip(times.tolist(), ids, strict=True))
    copy_group: list[str] = [""] * len(ids)
    origin: list[str] = [""] * len(ids)
    for members in groups.members():
        members = sorted(members, key=lambda i: age[i])
        credits = [prints[i].agency for i in members if prints[i].agency]
        voice = credits[0] if credits else next((publishers[i] for i in members if publishers[i]), ids[members[0]])
        for i in members:
            origin[i] = voice
            copy_group[i] = make_id("cpy", ids[members[0]]) if len(members) > 1 else ""
    return articles.assign(
        copy_group_id=pd.Series([one or np.nan for one in copy_group], index=articles.index, dtype="str"),
        origin=pd.Series(origin, index=articles.index, dtype="str"),
    )
