"""People missing or trapped who are found: "the last two people missing were found" leaves nobody missing.

Here belongs what such words make of the numbers before. Which words these are is read in told.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import codebook
from pipeline.reconcile.said import Said
from pipeline.reconcile.statement import EVERYBODY, LESS_THE_FOUND, Statement
from pipeline.reconcile.told import is_no_longer


def after_found(found: Sequence[Statement], said: Sequence[Said]) -> Iterator[Statement]:
    """What the newest earlier number becomes when a later report tells who was found, and does not count anew."""
    shrinking = codebook.read("reconcile_rules")["shrinking"]
    counted = [s for s in found if s.key.measure in shrinking and s.key.group == EVERYBODY and s.standing == "counted"]
    own = {(s.article_id, s.key.measure) for s in counted}
    by_report: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in said:
        if one.measure in shrinking and one.point and (one.article_id, one.measure) not in own and _is_found(one):
            by_report[one.article_id, one.measure].append(one)
    for (_, measure), some in by_report.items():
        news = max(some, key=lambda one: (one.point or 0, one.claim_id))
        before = [s for s in counted if s.key.measure == measure and s.day < news.day and s.point is not None]
        if before:
            yield _less(max(before, key=lambda s: s.order), news)


def _is_found(one: Said) -> bool:
    return one.scope == "change" and is_no_longer(one.measure, one.marked)


def _less(s: Statement, news: Said) -> Statement:
    """The earlier number less those found, on the word of the later report."""
    left = max((s.point or 0) - (news.point or 0), 0)
    return replace(
        s, voice=news.voice, named=False, source="", report=news.report, lead=news.lead, own=False,
        article_id=news.article_id, document_id=news.document_id, at_us=news.at_us, day=news.day,
        low=left, best=left, high=left, quantifier="exact", basis=LESS_THE_FOUND, corrects=True,
        claim_ids=tuple(sorted({*s.claim_ids, news.claim_id})),
    )  # fmt: skip
