"""The values that leave the claims folder: one claim, and all that one article yields."""

from pipeline.quantities.mention import Mention


class Claim:
    """One figure that an article gives; attributes are the columns of the claims table.

    mention: the number that carries it, perhaps one made for words without a number ("a woman").
    parent: the claim of which this one is a subset or part, in the same article.
    definite: "the victim", "his wife": perhaps somebody already counted; named: a person's name alone.
    apart: "of whom" in it picks out of people of whom nothing else is counted.
    one_house: it is what one hospital took in or one person saw.
    """

    __slots__ = (
        "apart", "assertion", "attributed_to", "attribution_class", "confidence", "counted", "country_iso3",
        "currency", "date_precision", "definite", "excerpt", "first", "last", "measure", "mention", "named", "negated",
        "one_house", "parent", "period_end", "period_start", "place", "quantifier", "rule", "scope", "unit",
        "value_best", "value_high", "value_low", "victim_group",
    )  # fmt: skip

    def __init__(
        self,
        mention: Mention,
        measure: str,
        counted: str,
        victim_group: str,
        value_low: int | None,
        value_best: int | None,
        value_high: int | None,
        quantifier: str,
        unit: str,
        rule: str,
        confidence: float,
        currency: str = "",
        scope: str = "incident",
        negated: bool = False,
        definite: bool = False,
        named: bool = False,
        first: int = -1,
        last: int = -1,
        apart: bool = False,
    ) -> None:
        self.apart, self.one_house = apart, False
        self.mention, self.measure, self.counted, self.victim_group = mention, measure, counted, victim_group
        self.value_low, self.value_best, self.value_high = value_low, value_best, value_high
        self.quantifier, self.unit, self.rule, self.confidence = quantifier, unit, rule, confidence
        self.currency, self.scope = currency, scope
        self.negated, self.definite, self.named, self.first, self.last = negated, definite, named, first, last
        self.parent: Claim | None = None
        self.period_start, self.period_end, self.date_precision = "", "", ""
        self.place, self.country_iso3, self.excerpt = "", "", ""
        self.attributed_to, self.attribution_class, self.assertion = "", "unknown", "asserted"


class Extraction:
    """All mentions and claims of one article."""

    def __init__(self, article_id: str, title: str, text: str) -> None:
        self.article_id, self.title, self.text = article_id, title, text
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
