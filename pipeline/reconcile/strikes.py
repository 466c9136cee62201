"""Numbers of a campaign that are over several strikes, though no words beside them say so.

Here belongs telling them by the strikes that the report counts. What becomes of them is settled in statements.
"""

from dataclasses import replace

from pipeline import codebook
from pipeline.reconcile.said import Said

STRIKES = "strikes"


def over_strikes(said: list[Said]) -> list[Said]:
    """Where a report on a campaign counts several strikes, its numbers without a scope of their own are over them all.

    Measures that go up and down only in the same sentence: "15 strikes on 16 boats", but not ships sent.
    """
    several = [one for one in said if one.measure == STRIKES and (one.point or 0) > 1]
    reports, sentences = {one.article_id for one in several}, {one.sentence for one in several if one.sentence}
    return [
        replace(one, scope="cumulative")
        if one.scope == "incident" and one.article_id in reports
        and (one.sentence in sentences or one.measure not in codebook.read("reconcile_rules")["levels"])
        and (one.measure != STRIKES or (one.point or 0) > 1)
        else one
        for one in said
    ]  # fmt: skip
