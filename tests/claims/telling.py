"""What a short text tells, in a form that a test can write down."""

from pipeline.claims.extract import extract
from tests.benchmarks.golden import Entry, article


def told(text: str) -> list[tuple[str, str, int | None, str]]:
    """(surface, measure, best, scope) of the claims of a text, in its order."""
    claims = extract(article(Entry("f", "r1", "2024-05-16", "", text, [], [], True))).claims
    claims.sort(key=lambda claim: (claim.mention.start, claim.mention.end))
    return [(c.mention.surface, c.measure, c.value_best, c.scope) for c in claims]
