"""The closed vocabularies of the tables: every value that a coded column may hold.

Here belong values that code branches on. Words of a language that lead to these values live in the codebook.
"""

FIELDS = ("title", "text")
PUBLISHED_AT_BASES = ("given", "metadata", "url", "text", "retrieved")

QUANTIFIERS = ("exact", "at_least", "at_most", "more_than", "less_than", "about", "range", "vague")
DIRECTIONS = ("up", "down")
KINDS = ("count", "money", "percent", "ratio", "duration", "length", "mass", "area", "volume", "speed", "temperature",
         "other")
MENTION_STATUSES = (
    "kept", "date", "time", "age", "ordinal", "designator", "phone", "score", "coordinate", "address", "list_number",
    "footnote", "version", "identifier", "duration", "indefinite", "partitive", "reference", "idiom", "furniture",
    "unreadable",
)  # fmt: skip

SCOPES = ("incident", "cumulative", "window", "part", "change", "subset", "background")
ASSERTIONS = ("asserted", "reported", "estimated", "feared", "planned", "denied")
ATTRIBUTION_CLASSES = ("official", "perpetrator", "armed_group", "witness", "medical", "ngo", "un", "media", "expert",
                       "unknown")
DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")

EVENT_KINDS = ("incident", "campaign")
FIGURE_STATUSES = ("confirmed", "corroborated", "single_source", "contested", "discounted")
REVISION_REASONS = (
    "first_report", "new_report", "source_correction", "superseded", "succumbed", "presumed_dead", "retroactive",
    "reclassified", "merged", "split", "retracted", "codebook", "code", "review",
)  # fmt: skip
DECISION_ACTIONS = ("accept", "reject", "correct", "merge", "split", "pin", "copy", "withdraw")
DECISION_FIELDS = ("value", "measure", "victim_group", "scope", "assertion", "attribution_class", "attributed_to")
DECISION_STATES = ("applied", "superseded", "stale", "orphan")
SEVERITIES = ("info", "warning", "error")
CHANGES = ("added", "changed", "withdrawn", "returned")
CHANGE_REASONS = ("reports", "code", "codebook", "review")
