"""What became of every single gold item of a corpus: right or wrong, and what we said instead.

Here belongs the outcome of one item, by the functions of the evaluation folder's own scorers, so that the sum of the
items agrees with the score. Values and ids only, never a corpus's text.
"""

import collections
import importlib
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.corpora import FOUNDING, LINKING, STORIES, Corpus

GROUPS = {"children": ("children",), "women": ("women",), "civilians": ("civilians",)}
"""Words of a gold column and the victim groups that answer it."""
WHOLE = {"airwars_gaza": ("civilians", "all"), "dronestream": ("all", "combatants"), "ucdp_ukraine": ("all",)}
POINTS = ("all", "civilians")
MEASURES = ("killed", "injured")


class Item(NamedTuple):
    """One gold item of a set and our answer to it, both as short text."""

    set: str
    item: str
    gold: str
    ours: str
    right: bool


def scorer_module(root: Path, name: str) -> Any:
    """A script of the evaluation folder as a module."""
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    return importlib.import_module(name)


def items(root: Path, corpus: Corpus, tables: Path) -> list[Item]:
    """The outcome of every gold item of the corpus."""
    kit = scorer_module(root, "score")
    if corpus.name in (STORIES, FOUNDING):
        return [item for scorer in corpus.scorers for item in _claims(root, scorer, tables)]
    rows = kit.Tables(tables)
    if corpus.name.endswith(LINKING):
        return list(_linking(kit, corpus, rows))
    reader = READERS.get(corpus.folder.name, _figures)
    return list(reader(kit, corpus, rows))


def short(*values: float | None) -> str:
    """Numbers without needless decimals; the same low, best and high once."""
    shown = ["" if v is None else f"{v:g}" if abs(v) < 1e6 else f"{v:.0f}" for v in values]
    return shown[0] if len(set(shown)) == 1 else "/".join(shown)


# ------------------------------------------------------------------- figures


def _figures(kit: Any, corpus: Corpus, rows: Any) -> Iterator[Item]:
    """Sets whose gold has one row an event, with points (killed) or ranges (killed_low, killed_high)."""
    index = kit.figure_index(rows)
    for gold in kit.read_gold(corpus.folder):
        event = gold["event_id"]
        for measure in MEASURES:
            if gold.get(measure, "") != "":
                yield _point(kit, corpus.name, index, event, measure, int(gold[measure]), rows.events_seen)
        for column in gold:
            base = column.removesuffix("_low")
            asked = _asked(corpus.folder.name, base)
            if base != column and asked and gold[column] != "" and gold.get(f"{base}_high", "") != "":
                ends = int(gold[column]), int(gold[f"{base}_high"])
                yield _range(kit, corpus.name, kit.figure(index, event, *asked), f"{event} {base}", ends)


def _asked(name: str, base: str) -> tuple[str, Sequence[str]] | None:
    """Measure and victim groups of a gold column; None for one that no figure answers."""
    words = base.split("_")
    measure = next((m for m in MEASURES if m in words), None)
    rest = [w for w in words if w != measure]
    if measure is None or len(rest) > 1 or (rest and rest[0] not in GROUPS):
        return None
    return measure, GROUPS[rest[0]] if rest else WHOLE.get(name, POINTS)


def _point(kit: Any, name: str, index: Any, event: str, measure: str, gold: int, seen: set[str]) -> Item:
    figure = kit.figure(index, event, measure, POINTS)
    best = kit.num(figure["best"]) if figure else None
    right = best == gold if gold or best is not None else event in seen
    return Item(name, f"{event} {measure}", str(gold), short(best), right)


def _range(kit: Any, name: str, figure: Mapping[str, Any] | None, item: str, gold: tuple[int, int]) -> Item:
    low, best, high = (kit.num(figure[k]) if figure else None for k in ("low", "best", "high"))
    ends = (best if low is None else low, best if high is None else high)
    right = ends == gold or (gold == (0, 0) and not best)
    return Item(name, item, short(*gold), short(low, best, high), right)


# -------------------------------------------------------------------- claims


def _claims(root: Path, scorer: Any, tables: Path) -> Iterator[Item]:
    claims = scorer_module(root, "score_claims")
    rows = claims.Tables(tables)
    gold = claims.read_csv(scorer.arguments[1])
    if "quantity_id" in gold[0]:
        nothing = Namespace(article=None)
        for row in claims.score_quantities(claims.Result(scorer.label), gold, rows, nothing):
            parts = ("status", "measure", "value", "quantifier", "scope", "period_start")
            right = all(row.get(part) is not False for part in parts) and not str(row["id"]).startswith("extra")
            yield Item(scorer.label, f"{row['id']} {row['surface']}", row["gold"], row.get("ours") or row["got"], right)
        return
    for label, _, _, claim in claims.answer(gold, rows)[0]:
        right = claim is not None and bool(claims.CHECKS["claim_right"](label, claim))
        want = f"{label['measure']} {short(*claims.triple(label))} {label['quantifier']} {label['scope']}"
        ours = "" if claim is None else (
            f"{claim['measure']} {short(*claims.triple(claim))} {claim['quantifier']} {claim['scope']}")
        yield Item(scorer.label, label["claim_id"], want, ours, right)


# ------------------------------------------------------------ sets of a kind


def _linking(kit: Any, corpus: Corpus, rows: Any) -> Iterator[Item]:
    """An incident is right when one event holds its articles and no others."""
    gold = {a["id"]: a["event_id"] for a in kit.read_articles(corpus.folder) if a["event_id"]}
    votes: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for claim in rows.claims:
        if claim["event_id"] is not None and claim["article_id"] in rows.raw_of:
            votes[rows.raw_of[claim["article_id"]]][str(claim["event_id"])] += 1
    ours = {a: min(votes[a], key=lambda e: (-votes[a][e], e)) if votes.get(a) else f"alone {a}" for a in gold}
    members: dict[str, set[str]] = collections.defaultdict(set)
    incidents: dict[str, set[str]] = collections.defaultdict(set)
    for article, event in ours.items():
        members[event].add(article)
        incidents[gold[article]].add(article)
    for incident, articles in sorted(incidents.items()):
        events = {ours[a] for a in articles}
        others = set().union(*(members[e] for e in events)) - articles
        found = f"{len(events)} events, {len(others)} foreign articles"
        yield Item(corpus.name, incident, f"{len(articles)} articles", found, len(events) == 1 and not others)


def _muc4(kit: Any, corpus: Corpus, rows: Any) -> Iterator[Item]:
    golds: dict[tuple[str, str], list[Any]] = collections.defaultdict(list)
    for g in kit.read_gold(corpus.folder):
        accepted = frozenset(int(x) for x in g["accept"].split("|") if x and int(x) >= 2)
        if accepted and g["effect"] in ("killed", "injured", "kidnapped"):
            golds[g["id"], g["effect"]].append((g["effect"], accepted, g["optional"] == "1"))
    found: dict[tuple[str, str], list[Any]] = collections.defaultdict(list)
    for document, claims in rows.by_raw(rows.claims).items():
        for claim in claims:
            stated = frozenset(round(v) for v in _stated(kit, claim) if round(v) >= 2)
            if stated and (claim["assertion"] or "asserted") == "asserted":
                found[document, claim["measure"]].append((claim["measure"], stated, False))
    for document, effect in sorted({*golds, *(k for k in found if k[1] in ("killed", "injured", "kidnapped"))}):
        want, ours = golds.get((document, effect), []), found.get((document, effect), [])
        _, extra, missed = kit.document_items({document: want}, {document: ours})
        yield Item(corpus.name, f"{document} {effect}", _numbers(want), _numbers(ours), not extra and not missed)


def _stated(kit: Any, claim: Mapping[str, Any]) -> list[float]:
    low, best, high = (kit.num(claim[k]) for k in ("value_low", "value_best", "value_high"))
    if claim["quantifier"] == "range" and low is not None and high is not None:
        return [low, high]
    return [next((v for v in (best, low, high) if v is not None), 0)]


def _numbers(entries: Sequence[tuple[str, frozenset[int], bool]]) -> str:
    return ";".join(sorted("|".join(map(str, sorted(e[1]))) + "?" * e[2] for e in entries))


def _idetect(kit: Any, corpus: Corpus, rows: Any) -> Iterator[Item]:
    claims = rows.by_raw(rows.claims)
    for n, g in enumerate(kit.read_gold(corpus.folder)):
        if g["quantity_num"] == "":
            continue
        fitting = kit.HOUSES if "Hous" in g["term"] else kit.PEOPLE
        values = kit.values([c for c in claims.get(g["id"], []) if fitting.search(c["measure"] or "")])
        wanted = int(g["quantity_num"])
        right = any(abs(v - wanted) <= 0.005 * wanted for v in values)
        yield Item(corpus.name, f"{g['id']} {n} {g['term']}", str(wanted), ";".join(map(short, sorted(values))), right)


def _newsquant(kit: Any, corpus: Corpus, rows: Any) -> Iterator[Item]:
    mentions = rows.by_raw(kit.kept(rows.mentions))
    for g in kit.read_gold(corpus.folder):
        named = {q["normalized_unit"].strip().lower() for q in g["quantities"]}
        want = sorted(f"{q['value']} {q['normalized_unit'].strip().lower()} {q['change']}" for q in g["quantities"])
        ours = sorted(_quantity(kit, m, named) for m in mentions.get(g["id"], []))
        same = sorted(_plain(kit, w) for w in want) == ours
        yield Item(corpus.name, g["id"], "; ".join(want), "; ".join(ours), same)


def _plain(kit: Any, quantity: str) -> str:
    value, rest = quantity.split(" ", 1)
    read = kit.gold_value(value)
    return f"{'-'.join(map(short, read)) if isinstance(read, tuple) else short(read)} {rest}"


def _quantity(kit: Any, mention: Mapping[str, Any], named: set[str]) -> str:
    low, best, high = (kit.num(mention[k]) for k in ("value_low", "value_best", "value_high"))
    two = mention["quantifier"] == "range" and None not in (low, high) and low != high
    value = f"{short(low)}-{short(high)}" if two else short(next((v for v in (best, low, high) if v is not None), None))
    unit = str(mention["unit"] or "").strip()
    unit = unit if unit.lower() in named else kit.UNIT_NAMES.get(unit.lower(), unit)
    turned = mention["direction"] in ("up", "down")
    change = mention["direction"] if turned else kit.CHANGE.get(mention["quantifier"], "=")
    return f"{value} {unit.lower()} {change}"


def _measeval(kit: Any, corpus: Corpus, rows: Any) -> Iterator[Item]:
    mentions = rows.by_raw(kit.kept(rows.mentions))
    gold: dict[str, list[Any]] = collections.defaultdict(list)
    for g in kit.read_gold(corpus.folder):
        gold[g["id"]].append((int(g["start"]), int(g["end"]), g["mods"]))
    for article in kit.read_articles(corpus.folder):
        used: set[int] = set()
        ordered = sorted(mentions.get(article["id"], []), key=lambda m: kit.num(m["char_start"]) or 0)
        ours = sorted((*kit.place(m, article["text"], used), m["quantifier"]) for m in ordered)
        spans = gold[article["id"]]
        matched = len(kit.span_scores(spans, ours))
        right = matched == len(spans) == len(ours)
        yield Item(corpus.name, article["id"], f"{len(spans)} spans", f"{matched} found, {len(ours)} kept", right)


READERS: Mapping[str, Callable[[Any, Corpus, Any], Iterator[Item]]] = {
    "muc4": _muc4, "idetect": _idetect, "newsquant": _newsquant, "measeval": _measeval,
}  # fmt: skip
