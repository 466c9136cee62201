"""The values that leave the claims folder: one claim, and all that one article yields."""

from dataclasses import dataclass, field

from pipeline.quantities.mention import Mention


@dataclass(slots=True)
class Claim:
    """One figure that an article gives; attributes are the columns of the claims table.

    mention: the number that carries it, perhaps one made for words without a number ("a woman").
    parent: the claim of which this one is a subset or part, in the same article.
    definite: "the victim", "his wife": perhaps somebody already counted; named: a person's name alone.
    """

    mention: Mention
    measure: str
    counted: str
    victim_group: str
    value_low: int | None
    value_best: int | None
    value_high: int | None
    quantifier: str
    unit: str
    rule: str
    confidence: float
    currency: str = ""
    scope: str = "incident"
    parent: "Claim | None" = None
    period_start: str = ""
    period_end: str = ""
    date_precision: str = ""
    place: str = ""
    country_iso3: str = ""
    attributed_to: str = ""
    attribution_class: str = "unknown"
    assertion: str = "asserted"
    negated: bool = False
    excerpt: str = ""
    definite: bool = False
    named: bool = False
    first: int = -1
    last: int = -1


@dataclass(slots=True)
class Extraction:
    """All mentions and claims of one article."""

    article_id: str
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    title: str = ""
    text: str = ""
