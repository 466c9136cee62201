"""What stands on the page of an event: its figures with their charts, who agrees and who does not, and every claim.

Here belongs the choice and order of what the page shows. How it looks is said in the template event.html.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.publishing.report import words
from pipeline.publishing.report.bars import incidents_against_total
from pipeline.publishing.report.stories import Row, Story
from pipeline.publishing.report.timeline import ROLES, legend, timeline
from pipeline.publishing.standing import EVERYBODY, MEASURES, SCOPES

CLAIMS_A_PAGE = 400
MAX_CHARTS = 8
MAX_VOICES = 8
MIN_POINTS = 2
"""Claims that all say one number on one day are a sentence and no chart."""

Key = tuple[str, str, str, str]
"""What one panel is about: measure, victim group, unit, currency."""


def event_pages(story: Story, policies: Sequence[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and content of the event's pages: the first, and further ones when the claims are many."""
    event_id = story.event["event_id"]
    claims = _claims(story, policies[0])
    n_pages = max(-(-len(claims) // CLAIMS_A_PAGE), 1)
    shared = {
        "event": story.event,
        "days": words.event_days(story.event),
        "parent": story.parent,
        "n_pages": n_pages,
        "names": [page_name(event_id, page) for page in range(1, n_pages + 1)],
        "n_claims": len(claims),
    }
    panels = list(_panels(story, claims, policies))
    first = {"panels": panels, "policies": policies, "total": _total(story, panels, policies[0])}
    for page in range(1, n_pages + 1):
        shown = claims[(page - 1) * CLAIMS_A_PAGE : page * CLAIMS_A_PAGE]
        yield page_name(event_id, page), {**shared, **(first if page == 1 else {}), "claims": shown, "page": page,
                                          "anomalies": story.anomalies, "incidents": story.incidents}  # fmt: skip


def page_name(event_id: str, page: int = 1) -> str:
    """File name of an event's page."""
    return f"{event_id}.html" if page == 1 else f"{event_id}-{page}.html"


def _claims(story: Story, default: str) -> list[Row]:
    """Every claim by day, with its role in the figure of the default policy and the place where it stands."""
    roles: dict[str, str] = {}
    for row in story.figures:
        if row["policy"] == default:
            roles |= _roles(row)
    ordered = sorted(story.claims, key=lambda c: (str(c["published_at"] or "9"), c["measure"], c["claim_id"]))
    found = []
    for i, claim in enumerate(ordered):
        page = i // CLAIMS_A_PAGE + 1
        place = "" if page == 1 else page_name(story.event["event_id"], page)
        found.append({
            **claim, "role": roles.get(claim["claim_id"], "other"), "href": f"{place}#{claim['claim_id']}",
            "words": words.claim_words(claim), "sentence": words.marked(claim["excerpt"]),
            "address": words.web_address(claim["url"]), "day": words.day(claim["published_at"]),
        })  # fmt: skip
    return found


def _roles(figure: Row) -> dict[str, str]:
    """What each claim is to a figure."""
    columns = zip(ROLES, ("supporting_claim_ids", "dissenting_claim_ids", "superseded_claim_ids"), strict=False)
    return {claim_id: role for role, name in columns for claim_id in (figure[name] or "").split(";") if claim_id}


def _panels(story: Story, claims: Sequence[Row], policies: Sequence[str]) -> Iterator[dict[str, Any]]:
    """One part of the page a measure, group, unit and currency that has a figure, the most important first."""
    by_key: dict[Key, list[Row]] = {}
    for row in story.figures:
        by_key.setdefault(_key(row), []).append(row)
    revisions = _in_force(story.revisions)
    claims_of: dict[Key, list[Row]] = {}
    for claim in claims:
        claims_of.setdefault(_key(claim), []).append(claim)
    for i, key in enumerate(sorted(by_key, key=_rank)):
        standing = _standing(story.event["kind"], by_key[key], policies)
        if policies[0] in standing:
            yield _panel(i, key, standing, claims_of.get(key, []), revisions)


def _panel(
    i: int, key: Key, standing: Mapping[str, Row], claims: Sequence[Row], revisions: Mapping[str, Sequence[Row]]
) -> dict[str, Any]:
    """One figure under every policy, its chart, its voices and its changes."""
    default = next(iter(standing.values()))
    roles = _roles(default)
    title = words.subject(key[0], key[1])
    lines = {policy: revisions.get(row["figure_id"], []) for policy, row in standing.items()}
    chart = ""
    if i < MAX_CHARTS and len({(c["day"], c["words"]) for c in claims}) >= MIN_POINTS:
        chart = timeline(f"chart-{i}", f"{title} over time", claims, lines, roles)
    voices = {role: [c for c in claims if roles.get(c["claim_id"]) == role] for role in ROLES[:3]}
    return {
        "id": f"panel-{i}", "title": title, "key": key, "figures": standing, "default": default, "chart": chart,
        "legend": legend(claims), "voices": {role: _told_once(some) for role, some in voices.items()},
        "changes": [_change(row, {c["claim_id"]: c for c in claims}) for row in lines[default["policy"]]],
    }  # fmt: skip


def _told_once(claims: Sequence[Row]) -> dict[str, Any]:
    """Each voice with its newest number, the newest first, and how many there are beyond those shown."""
    newest: dict[str, Row] = {}
    for claim in claims:
        newest[words.speaker(claim).casefold()] = claim
    listed = sorted(newest.values(), key=lambda c: str(c["published_at"]), reverse=True)
    return {"shown": listed[:MAX_VOICES], "more": max(len(listed) - MAX_VOICES, 0), "n": len(claims),
            "voices": len(listed)}  # fmt: skip


def _change(row: Row, claims: Mapping[str, Row]) -> dict[str, Any]:
    """A revision as a line of the list of changes."""
    return {
        "day": words.day(row["as_of"]), "value": words.bounds(row["new_low"], row["new_best"], row["new_high"]),
        "reason": words.REASONS[row["reason"]], "claim": claims.get(row["trigger_claim_id"] or ""),
    }  # fmt: skip


def _standing(kind: str, figures: Sequence[Row], policies: Sequence[str]) -> dict[str, Row]:
    """By policy, in the order of policies: the figure of the scope that says most of the whole event."""
    rank = {scope: i for i, scope in enumerate(SCOPES[kind])}
    scopes = {row["scope"] for row in figures if row["policy"] == policies[0]}
    if not scopes:
        return {}
    scope = min(scopes, key=lambda s: (rank.get(s, len(rank)), s))
    found = {row["policy"]: row for row in figures if row["scope"] == scope}
    return {policy: found[policy] for policy in policies if policy in found}


def _in_force(revisions: Sequence[Row]) -> dict[str, list[Row]]:
    """By figure: for each day the last word on it, in order of days, where it differs from the day before."""
    latest: dict[tuple[str, str], Row] = {}
    for row in sorted(revisions, key=lambda r: (r["figure_id"], r["as_of"], r["recorded_at"])):
        latest[row["figure_id"], row["as_of"]] = row
    found: dict[str, list[Row]] = {}
    for (figure_id, _), row in latest.items():
        line = found.setdefault(figure_id, [])
        if not line or _values(line[-1]) != _values(row):
            line.append(row)
    return found


def _values(row: Row) -> tuple[Any, ...]:
    return row["new_low"], row["new_best"], row["new_high"]


def _key(row: Row) -> Key:
    return row["measure"], row["victim_group"], row["unit"] or "", row["currency"] or ""


def _rank(key: Key) -> tuple[Any, ...]:
    """Everybody before groups, well-known measures before others."""
    measure, group, *others = key
    place = MEASURES.index(measure) if measure in MEASURES else len(MEASURES)
    return group != EVERYBODY, place, measure, group, others


def _total(story: Story, panels: Sequence[Mapping[str, Any]], policy: str) -> dict[str, Any] | None:
    """Of a campaign: its incidents added up, against what is reported of all of it. The first measure that has both."""
    revisions = _in_force(story.revisions)
    for panel in panels:
        figure = panel["figures"].get(policy)
        if not figure or panel["key"][1] != EVERYBODY or figure["scope"] != "cumulative":
            continue
        parts = [
            (incident["date_start"], row["best"], incident["label"])
            for incident in story.incidents
            for row in incident["figures"]
            if _key(row) == panel["key"] and row["best"] is not None and incident["date_start"]
        ]
        title = f"{panel['title']}: incidents added up, against the reported total"
        chart = incidents_against_total("chart-sum", title, parts, revisions.get(figure["figure_id"], []))
        if chart:
            return {"chart": chart, "sum": sum(n for _, n, _ in parts), "n": len(parts), "figure": figure,
                    "title": title}  # fmt: skip
    return None
