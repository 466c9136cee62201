"""What one report states about one event: of all its claims on a measure, the number that it stands for.

Here belong the choice between headline and body, total and parts, and the adding up of groups. Nothing here compares
reports.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline import codebook
from pipeline.reconcile.adding import as_parts, is_toll, side_by_side, with_first_hurt, with_further
from pipeline.reconcile.attackers import with_attackers
from pipeline.reconcile.before import of_today
from pipeline.reconcile.counted_on import with_further_dead, with_ranks
from pipeline.reconcile.everybody import COUNTING, attackers_alone, everybody, of_one_kind
from pipeline.reconcile.found import after_found
from pipeline.reconcile.hurt import after_deaths, dead_among_hurt, less_the_dead, most_dead, with_hospital
from pipeline.reconcile.later_dead import with_later_dead
from pipeline.reconcile.said import Said
from pipeline.reconcile.some_dead import some_of_the_dead
from pipeline.reconcile.speakers import is_named, voices_of
from pipeline.reconcile.stand_ins import with_stand_ins
from pipeline.reconcile.statement import ATTACKERS, EARLIER, EVERYBODY, Key, Statement
from pipeline.reconcile.strikes import over_strikes
from pipeline.reconcile.voices import is_apart

WHOLE = {"incident": ("incident", "cumulative", "background"), "campaign": ("cumulative",)}
"""Scopes that speak of the whole event, by kind of event. A background claim here is one whose own event this is."""
FLOORS = {"incident": ("part", "window"), "campaign": ()}
"""Scopes that bound the whole from below when nothing else is said."""
SPANS = ("window", "cumulative")
"""Scopes of numbers over a span of time."""
FIGURE_SCOPE = {"incident": "incident", "campaign": "cumulative"}
DOUBT = 0.5
"""How much less sure than the surest of its report a claim may be and still be chosen."""


def statements(said: Sequence[Said], kind: str) -> list[Statement]:
    """All statements of all reports on one event, in order of publication."""
    by_report: dict[tuple[str, str, str, str], list[Said]] = defaultdict(list)
    for one in over_strikes(list(said)) if kind == "campaign" else with_stand_ins(with_hospital(said)):
        if one.scope != "change" and one.assertion != "planned":
            by_report[one.article_id, one.measure, one.unit, one.currency].append(one)
    found: list[Statement] = []
    for claims in by_report.values():
        found += _of_report(claims, kind)
        if kind == "campaign" and claims[0].unit != "person":
            found += _of_report(claims, "incident", only=("incident",))
    found = with_later_dead(with_further_dead(found, said), said)
    dead = most_dead(found)
    alive = less_the_dead(found, dead_among_hurt(said) | dead)
    found = with_attackers(with_ranks(alive, said, dead), said)
    return sorted([*found, *after_deaths(found, said), *after_found(found, said)], key=lambda s: s.order)


NUMERALS = ("one", "1")
OLD = "from"
"""In the name of a rule: the number that another one replaces."""


def _of_this_alone(claims: list[Said]) -> list[Said]:
    """Without numbers over several incidents ("nine hurt in weekend shootings") where the report has this one's own."""
    claims = _repeated(claims)
    own = [one for one in claims if not one.several]
    return own if any(one.scope in WHOLE["incident"] and one.point for one in own) else claims


def _repeated(claims: list[Said]) -> list[Said]:
    """Beside a number over several incidents, what is told of a span of time is over them too, and so is the same
    number in title and lead."""
    totals = {one.point for one in claims if one.several and (one.point or 0) > 1}
    return [
        replace(one, several=True)
        if totals and (one.scope in SPANS or (one.point in totals and (one.headline or one.lead)))
        else one
        for one in claims
    ]


def _of_report(claims: list[Said], kind: str, only: tuple[str, ...] = ()) -> list[Statement]:
    claims = as_parts(some_of_the_dead(of_today(claims)))
    if kind == "incident":
        claims = of_one_kind(_with_whole(_in_proportion(_of_this_alone(claims)), claims))
    scopes = only or WHOLE[kind]
    by_group: dict[str, list[Said]] = defaultdict(list)
    for one in claims:
        if one.scope in scopes or (one.scope == "subset" and one.group != EVERYBODY and not only):
            by_group[one.group].append(one)
    found = {group: _choose(some, kind) for group, some in sorted(by_group.items())}
    apart = {group: _choose(some, kind) for group, some in sorted(_in_body(_apart(by_group, claims)).items())}
    parts = {one.claim_id for one in claims if one.scope == "subset"}
    whole = everybody(found.get(EVERYBODY, []), apart, parts)
    counted = any(one.standing in COUNTING for one in whole)
    floors = [] if counted else _floors(claims, kind)
    found[EVERYBODY] = [*whole, *floors] or attackers_alone(found)
    if kind == "incident":
        found[EVERYBODY] = with_first_hurt(with_further(found[EVERYBODY], claims), claims)
    return [statement for some in found.values() for statement in some]


def _with_whole(kept: list[Said], claims: Sequence[Said]) -> list[Said]:
    """Without the parts of numbers that were left out: "12 were shot in the city that week, two of them children"."""
    gone = {one.claim_id for one in claims} - {one.claim_id for one in kept}
    return [one for one in kept if one.parent not in gone] if gone else kept


def _apart(by_group: dict[str, list[Said]], claims: Sequence[Said]) -> dict[str, list[Said]]:
    """The groups without the parts of another group: of "three teens, among them a girl" she is no fourth.

    Nor are they added up where the count that they are parts of is of no use: "260 were killed over two days, 18 of
    them children and 13 women" says more than 31.
    """
    used = {one.claim_id: group for group, some in by_group.items() for one in some}
    unused = {one.claim_id for one in claims} - used.keys()

    def of_others(one: Said, group: str) -> bool:
        return one.parent in unused or used.get(one.parent, group) not in (group, EVERYBODY)

    kept = {
        group: [one for one in some if one.scope != "subset" or not of_others(one, group)]
        for group, some in by_group.items()
    }
    return {group: some for group, some in kept.items() if some}


def _in_body(by_group: dict[str, list[Said]]) -> dict[str, list[Said]]:
    """The groups without the one person of the title: "teen shot" there is the boy further down, and not one more."""
    victims = (one for group, some in by_group.items() if group not in (EVERYBODY, ATTACKERS) for one in some)
    if not any(one.point == 1 and not one.headline for one in victims):
        return by_group
    told = {group: [one for one in some if not one.headline or one.point != 1] for group, some in by_group.items()}
    return {group: some for group, some in told.items() if some}


# ------------------------------------------------------------------ one group


def _choose(claims: list[Said], kind: str) -> list[Statement]:
    """One statement a voice and standing. A single quoted source speaks for the whole report."""
    found = []
    by_standing: dict[str, list[Said]] = defaultdict(list)
    for one in claims:
        by_standing[_standing(one)].append(one)
    for standing, some in sorted(by_standing.items()):
        voices = voices_of(some)
        found += [
            _widened(_stated(_pick(spoken), spoken, kind, standing, voice), spoken)
            for voice, spoken in sorted(voices.items())
        ]
    return found


def _widened(s: Statement, spoken: Sequence[Said]) -> Statement:
    """A higher number further down in the report, that it does not stand for, is its high end."""
    counted = (s.point or 0) > 1 or any(_is_numeral(one) and one.lead for one in spoken)
    if not s.own or s.point is None or not counted:
        return s
    firm = (one for one in spoken if not (one.weak or one.corrects or one.headline or one.quantifier == "vague"))
    higher = ((one.point or 0) + (one.quantifier == "more_than") for one in firm if (one.point or 0) > s.point)
    top = max(higher, default=0)
    return replace(s, high=top) if top > (s.high or 0) else s


def _standing(one: Said) -> str:
    if one.earlier:
        return EARLIER
    if one.denied:
        return "denied"
    if one.assertion == "feared":
        return "feared"
    if one.best is None and one.low is None:
        return "bounded"
    if one.source_class in codebook.read("reconcile_rules")["distrusted"]:
        return "distrusted"
    return "estimated" if one.assertion == "estimated" else "counted"


def _pick(claims: Sequence[Said]) -> Said:
    """The claim that the voice stands for: sure over doubtful, body over headline, the largest, the richest wording.

    A smaller number beside a larger one is a part of it, unless the report says that the number was lowered. The number
    before a change is none that anybody stands for.
    """
    new = [one for one in claims if not _is_old(one)] or claims
    sure = max(one.confidence for one in new) - DOUBT
    likely = [one for one in new if one.confidence >= sure]
    likely = _firmly_said(likely)
    body = [one for one in likely if not one.headline]
    if max((one.point or 0 for one in body), default=0) > 1 or len(body) == len(likely):
        likely = body or likely
    likely = _said_first(likely)
    lowered = [one for one in likely if one.lowers or _is_below_old(one, claims)]
    lowered = [one for one in lowered if is_toll(one)] or lowered
    if lowered:
        return min(lowered, key=lambda one: (one.point or 0, one.claim_id))
    widest = max(one.point or 0 for one in likely)
    spans = [one for one in likely if one.quantifier == "range" and (one.high or 0) >= widest]
    return min(spans or likely, key=_richness)


def _firmly_said(claims: list[Said]) -> list[Said]:
    """Without weak wording, unless that counts several where the firm counts one: "six shot, one critically hurt"."""
    firm = [one for one in claims if not one.weak]
    if max((one.point or 0 for one in firm), default=0) == 1 < max(one.point or 0 for one in claims):
        return [one for one in claims if one.weak]
    return firm or claims


def _said_first(claims: list[Said]) -> list[Said]:
    """Of a report's own numbers those in title and lead, unless a total further down is higher: it was updated."""
    first = [one for one in claims if one.lead and ((one.point or 0) > 1 or _is_numeral(one))]
    if not first or any(is_named(one) and not _is_numeral(one) for one in first):
        return claims
    return first + [one for one in claims if one.lead and one.quantifier == "range" and one not in first]


def _is_numeral(one: Said) -> bool:
    """ "One dead", "1 killed" count the victims, as "a man was killed" and "at least one" need not."""
    word = one.marked.partition("»")[2].split(" ")[0].partition("«")[0]
    return one.point == 1 and one.quantifier == "exact" and word in NUMERALS


def _in_proportion(claims: list[Said]) -> list[Said]:
    """Without the numbers that are far above what title and lead say: a city's homicides of the year, another war."""
    lead = max((one.point or 0 for one in claims if one.lead), default=0)
    if not lead:
        return claims
    rules = codebook.read("reconcile_rules")
    most = max(lead * float(rules["lead_factor"]), lead + float(rules["lead_least"]))
    return [one for one in claims if one.lead or is_named(one) or (one.point or 0) <= most]


def _richness(one: Said) -> tuple[int, bool, float, str]:
    """The largest first, then bounds before bare numbers, then the surest."""
    return -(one.point or one.high or 0), one.quantifier == "exact", -one.confidence, one.claim_id


def _stated(one: Said, spoken: Sequence[Said], kind: str, standing: str, voice: str) -> Statement:
    agreeing = tuple(sorted(c.claim_id for c in spoken if (c.point == one.point and c.high == one.high) or c is one))
    return Statement(
        key=Key(one.measure, one.group, FIGURE_SCOPE[kind], one.unit, one.currency), voice=voice,
        named=any(is_named(c) for c in spoken), article_id=one.article_id, document_id=one.document_id,
        origin_class=next((c.source_class for c in spoken if c.voice == voice and is_named(c)), one.source_class),
        source=next((c.source for c in spoken if c.source and c.voice == voice), ""), at_us=one.at_us, day=one.day,
        low=one.low, best=one.best, high=one.high, quantifier=one.quantifier, standing=standing, corrects=one.corrects,
        claim_ids=agreeing, basis="stated", weak=one.weak, report=one.report, lead=one.lead,
        word=one.marked.partition("»")[2].partition("«")[0] if one.quantifier == "vague" else "",
        several=one.several, rises=any(c.rises and c.point == one.point for c in spoken),
        instead=_instead(one, spoken),
        to_date=any(c.to_date and c.point == one.point for c in spoken),
        own=not is_apart(voice) and any(c.lead and _is_own(c) and c.point == one.point for c in spoken),
    )  # fmt: skip


def _instead(one: Said, spoken: Sequence[Said]) -> frozenset[int]:
    """The numbers that it replaces: those before a change, and what it was before some were taken off."""
    before = {c.point for c in spoken if c.point and c.point != one.point and _is_old(c)}
    whole = {(c.point or 0) + c.taken_off for c in spoken if c.taken_off and c.point == one.point}
    return frozenset(before | whole)


def _is_own(one: Said) -> bool:
    """Said by the report itself, or by sources that it does not name."""
    return one.source_class == "unknown" and not any(word[0].isupper() for word in one.source.split()[1:])


def _is_below_old(one: Said, others: Sequence[Said]) -> bool:
    """ "Revised the toll from 21 to 19": less than the number that its sentence says was the one before."""
    before = (o.point or 0 for o in others if _is_old(o) and o.sentence == one.sentence)
    return is_toll(one) and not _is_old(one) and max(before, default=0) > (one.point or 0) > 0


def _is_old(one: Said) -> bool:
    """The number before a change: "to 18 from 17"."""
    return OLD in one.rule.split("_")


def _floors(claims: list[Said], kind: str) -> list[Statement]:
    """Where the whole is not said: the largest part or window bounds it from below.

    A window does not where the report counts somebody of this incident alone: "nine suspects, with whom 57 were held
    this year".
    """
    parts = [one for one in claims if (one.scope in FLOORS[kind] or (one.scope == "subset" and kind == "incident"))]
    if kind == "incident" and any(one.scope == "incident" and one.point for one in claims):
        parts = [one for one in parts if one.scope != "window"]
    firm = [one for one in parts if _standing(one) in ("counted", "estimated") and one.point]
    if not firm:
        return []
    best = _pick(firm)
    told = side_by_side(best, firm)
    bound = _stated(best, [best], kind, "floor", best.voice)
    point, ids = sum(one.point or 0 for one in told), tuple(sorted(one.claim_id for one in told))
    basis = f"a {best.scope}" if len(told) == 1 else "parts"
    key = bound.key._replace(group=EVERYBODY)
    return [
        replace(bound, key=key, low=point, best=point, high=None, quantifier="at_least", basis=basis, claim_ids=ids)
    ]
