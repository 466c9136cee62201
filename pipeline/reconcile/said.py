"""What was said: claims as plain values with the time, origin and voice of their report. Frames are read once, here.

Here belongs who speaks (the voice): reports that quote the same source are one voice, others speak for their origin.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from pipeline import codebook
from pipeline.reconcile.cutting import cut
from pipeline.reconcile.several import spreads

EPOCH = pd.Timestamp(0, tz="UTC")
INJURED = "injured"
TOLL = "toll"
"""In the name of a rule: how many there are to date."""
SUM = "sum"
"""In the name of a rule: several people added up."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim on one event."""

    claim_id: str
    article_id: str
    document_id: str
    event_id: str
    measure: str
    group: str
    counted: str
    low: int | None
    best: int | None
    high: int | None
    quantifier: str
    unit: str
    currency: str
    scope: str
    parent: str
    source: str
    source_class: str
    assertion: str
    denied: bool
    confidence: float
    rule: str
    voice: str
    at_us: int
    day: str
    headline: bool
    corrects: bool
    lowers: bool
    rises: bool
    weak: bool
    sentence: str
    marked: str
    report: str
    lead: bool
    position: int | None
    several: bool

    @property
    def point(self) -> int | None:
        """The value named, else the lowest that the words allow; empty for "up to n"."""
        return self.low if self.best is None else self.best

    @property
    def order(self) -> tuple[int, str, str]:
        """Sorts by publication, then by ids, never by the order of rows."""
        return self.at_us, self.article_id, self.claim_id


def read_said(claims: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[Said]]:
    """All claims that belong to an event, by event, in order of publication."""
    frame = claims[claims["event_id"].notna()]
    heads = _heads(articles)
    columns = {name: _cells(frame, name) for name in FROM_CLAIMS}
    by_event: dict[str, list[Said]] = defaultdict(list)
    for row in zip(*columns.values(), strict=True):
        one = _said(dict(zip(columns, row, strict=True)), heads)
        by_event[one.event_id].append(one)
    for some in by_event.values():
        some.sort(key=lambda one: one.order)
    return dict(sorted(by_event.items()))


FROM_CLAIMS = (
    "claim_id", "article_id", "event_id", "measure", "victim_group", "counted", "value_low", "value_best", "value_high",
    "quantifier", "unit", "currency", "scope", "parent_claim_id", "attributed_to", "attribution_class", "assertion",
    "negated", "confidence", "rule", "excerpt", "position",
)  # fmt: skip

Head = tuple[str, str, int, str, str, str]
"""document_id, origin, publication in microseconds, its UTC day, title in lower case without marks, readers' name."""
NAME_CHARS = 44
NEAR = 40
"""Characters before a number in which it is told who took them in."""


def _cells(frame: pd.DataFrame, name: str) -> list[Any]:
    """A column as Python values; unknown is None for values and empty for text."""
    if name not in frame:
        return [None] * len(frame)
    series = frame[name].astype(object)
    missing: Any = None if name.startswith(("value_", "position")) else ""
    return series.where(frame[name].notna(), missing).tolist()


def _heads(articles: pd.DataFrame) -> dict[str, Head]:
    when = when_published(articles)
    cells = zip(
        articles["article_id"], _text(articles, "document_id"), _text(articles, "origin"), when.astype("int64"),
        when.dt.strftime("%Y-%m-%d"), _text(articles, "title"),
        _text(articles, "publisher"), strict=True,
    )  # fmt: skip
    return {
        a: (document or a, origin or a, int(us), day, _plain(title), _name(publisher, title))
        for a, document, origin, us, day, title, publisher in cells
    }


def _name(publisher: str, title: str) -> str:
    """A report as a reader would call it, never by its id."""
    short = cut(title, NAME_CHARS)
    if publisher and title:
        return f"{publisher} (“{short}”)"
    return publisher or (f"“{short}”" if title else "an untitled report")


def when_published(articles: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Time of publication, else of retrieval, else 1970: a report without a time is older than every other."""
    when = articles["published_at"]
    if "retrieved_at" in articles:
        when = when.fillna(articles["retrieved_at"])
    return when.fillna(EPOCH).astype("datetime64[us, UTC]")


def _text(frame: pd.DataFrame, name: str) -> list[str]:
    return [v if isinstance(v, str) else "" for v in frame[name]] if name in frame else [""] * len(frame)


def _plain(text: str) -> str:
    return " ".join(re.sub("[»«…]", "", text).split()).lower()


def _said(row: dict[str, Any], heads: dict[str, Head]) -> Said:
    document, origin, at_us, day, title, report = heads[row["article_id"]]
    excerpt = _plain(row["excerpt"])
    low, best, high = (
        None if row[f"value_{end}"] is None else int(row[f"value_{end}"]) for end in ("low", "best", "high")
    )
    return Said(
        claim_id=row["claim_id"], article_id=row["article_id"], document_id=document, event_id=row["event_id"],
        measure=row["measure"], group=row["victim_group"], counted=row["counted"].lower(),
        low=low, best=best, high=high,
        quantifier=row["quantifier"], unit=row["unit"], currency=row["currency"],
        scope=scope_of(row["scope"], row["measure"], row["excerpt"], best),
        parent=row["parent_claim_id"], source=row["attributed_to"], source_class=row["attribution_class"],
        assertion=row["assertion"], denied=row["assertion"] == "denied" or bool(row["negated"] and (best or low)),
        confidence=float(row["confidence"]), rule=row["rule"],
        voice=voice(row["attributed_to"], row["attribution_class"], origin),
        at_us=at_us, day=day, headline=bool(excerpt) and excerpt in title,
        corrects="correct" in row["rule"] or bool(_words("corrections").search(excerpt)),
        lowers=bool(_words("lowerings").search(excerpt)),
        rises=TOLL in row["rule"].split("_") and bool(_rises().search(excerpt)),
        weak=_may_count_the_dead(row["rule"], row["measure"], row["excerpt"]), sentence=excerpt,
        marked=row["excerpt"].lower(), report=report, position=row["position"],
        several=spreads(row["excerpt"]),
        lead=row["position"] is None or row["position"] < codebook.read("reconcile_rules")["lead_chars"],
    )  # fmt: skip


def scope_of(scope: str, measure: str, marked: str, best: int | None) -> str:
    """How the injured are ("»two« are in critical condition") tells of some of them, "no one else" of the others.

    Those hurt who died, and those missing who were found, are no longer so: a change of the number before.
    """
    if best and is_no_longer(measure, marked):
        return "change"
    some = measure == INJURED and scope == "incident" and _condition().search(marked)
    others = best == 0 and _none_but().search(marked)
    return "part" if some or others else scope


def is_no_longer(measure: str, marked: str) -> bool:
    """The words behind the number say that these are hurt, missing or trapped no more."""
    words, unless = _no_longer().get(measure, (None, None))
    found = words.match(marked.partition("«")[2]) if words else None
    return found is not None and unless is not None and not unless.search(found.group())


@cache
def _no_longer() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    entries = codebook.read("reconcile_rules")["no_longer"].items()
    return {m: (re.compile("|".join(e["words"]), re.I), re.compile("|".join(e["unless"]), re.I)) for m, e in entries}


@cache
def _none_but() -> re.Pattern[str]:
    rules = codebook.read("reconcile_rules")
    words, there = "|".join(map(re.escape, rules["none_but"])), "|".join(rules["nobody_there"])
    return re.compile(rf"«\s+(?:{words})\b|\b(?:{words})\s*«|«[^.;]{{0,40}}?\b(?:{there})\b", re.I)


@cache
def _condition() -> re.Pattern[str]:
    words = "|".join(map(re.escape, codebook.read("reconcile_rules")["conditions"]))
    return re.compile(rf"«[^.;]{{0,60}}\b(?:{words})\b", re.I)


@cache
def is_weak(rule: str) -> bool:
    """The rule's name says that its wording may count others too."""
    return not _weak_rules().isdisjoint(rule.split("_"))


def _may_count_the_dead(rule: str, measure: str, marked: str) -> bool:
    """Its wording may count the dead too, or says so; the others of a sum are beside its own members."""
    if measure == INJURED and counts_the_dead(marked):
        return True
    return (is_weak(rule) or _is_hit(marked)) and (SUM in rule.split("_") or not is_of_others(marked))


def counts_the_dead(marked: str) -> bool:
    """The words behind a number of injured put some of the dead among them."""
    return bool(_dead_among().search(marked))


@cache
def _dead_among() -> re.Pattern[str]:
    words = "|".join(codebook.read("reconcile_rules")["dead_among"])
    return re.compile(rf"«[^.;]{{0,80}}\b(?:{words})\b", re.I)


def _is_hit(marked: str) -> bool:
    """ "Found three people with gunshot wounds" may count one who died, unless the sentence tells of the dead too."""
    before, behind = marked.partition("»")[0], marked.partition("«")[2]
    treated = _words("under_treatment").search(behind) or _words("took_in").search(before[-NEAR:])
    alive = treated or _words("death_words").search(marked)
    return bool(_words("wounds_of_weapons").search(behind)) and not alive


def tells_of_death(marked: str) -> bool:
    """A word for death stands in the sentence."""
    return bool(_words("death_words").search(marked))


def is_of_others(marked: str) -> bool:
    """Victims beside those named before ("one dead and »six« others shot"): the dead are not among them."""
    return bool(_other_words().search(marked))


@cache
def _other_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, codebook.read("reconcile_rules")["others"]))
    return re.compile(rf"»[^«]*\b(?:{words})\b[^«]*«|«\s+(?:{words})\b|\b(?:{words})\s+»", re.I)


@cache
def _weak_rules() -> frozenset[str]:
    return frozenset(codebook.read("reconcile_rules")["weak_rules"])


@cache
def _words(name: str) -> re.Pattern[str]:
    """Any of the words of this list of the codebook."""
    words = codebook.read("reconcile_rules")[name]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.I)


@cache
def _rises() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(codebook.read('reconcile_rules')['rises'])})", re.I)


@cache
def _dropped() -> frozenset[str]:
    return frozenset(codebook.read("reconcile_rules")["source_words"])


@cache
def _ends() -> re.Pattern[str]:
    return re.compile("[,;(]|" + "|".join(rf"\b{word}\b" for word in codebook.read("reconcile_rules")["source_ends"]))


def voice(source: str, source_class: str, origin: str) -> str:
    """Who really speaks: the quoted source where there is one that has a name, else the origin of the report."""
    if source and source_class in codebook.read("reconcile_rules")["quoted"]:
        name = _ends().split(source.lower().replace("’s", "").replace("'s", ""))[0]
        words = [word for word in re.findall(r"\w+", name) if word not in _dropped()]
        if words:
            return " ".join(words)
    return origin
