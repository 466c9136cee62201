"""The columns that other people's scripts rely on. This list is written by hand and only ever grows."""

import pytest

from pipeline.tables.registry import TABLES, columns

CONTRACT = {
    "articles": (
        "article_id document_id raw_path raw_id given_event_id given_campaign_id url publisher title published_at "
        "published_at_basis retrieved_at language n_chars text_sha256 copy_group_id origin"
    ),
    "mentions": (
        "mention_id article_id field sentence_no char_start char_end surface value_low value_best value_high "
        "quantifier direction unit currency kind status excerpt"
    ),
    "claims": (
        "claim_id mention_id article_id event_id measure counted victim_group value_low value_best value_high "
        "quantifier unit currency scope parent_claim_id period_start period_end date_precision place country_iso3 "
        "attributed_to attribution_class assertion negated confidence rule"
    ),
    "events": (
        "event_id parent_event_id given_event_id kind label event_type date_start date_end date_precision place "
        "country_iso3 n_articles n_origins first_reported last_reported"
    ),
    "figures": (
        "figure_id event_id given_event_id measure victim_group scope unit currency policy low best high status "
        "n_claims n_articles n_origins as_of first_reported last_reported supporting_claim_ids dissenting_claim_ids "
        "superseded_claim_ids reason"
    ),
    "revisions": (
        "revision_id figure_id event_id given_event_id measure victim_group scope policy as_of recorded_at old_low "
        "old_best old_high new_low new_best new_high superseded_claim_ids reason trigger_claim_id run_id"
    ),
    "anomalies": "anomaly_id table row_id check severity message",
    "decisions": (
        "decision_id line decided_at decided_by action subject_id field value seen_value why state machine_value "
        "event_ids message"
    ),
    "events_wide": (
        "event_id given_event_id parent_event_id kind label event_type date_start date_end date_precision "
        "place country_iso3 policy status killed_low killed_best killed_high killed_status injured_low "
        "injured_best injured_high injured_status missing_low missing_best missing_high missing_status "
        "detained_low detained_best detained_high detained_status kidnapped_low kidnapped_best kidnapped_high "
        "kidnapped_status displaced_low displaced_best displaced_high displaced_status killed_civilians_low "
        "killed_civilians_best killed_civilians_high killed_civilians_status killed_children_low "
        "killed_children_best killed_children_high killed_children_status killed_women_low killed_women_best "
        "killed_women_high killed_women_status n_articles n_origins publishers first_reported last_reported"
    ),
    "daily": (
        "daily_id figure_id event_id given_event_id measure victim_group scope policy day cumulative_low "
        "cumulative_best cumulative_high change change_own change_late reason recorded_at"
    ),
    "changes": "change_id recorded_at run_id table change row_id n_rows columns reason",
}

VOCABULARIES = {
    ("articles", "published_at_basis"): "given metadata url text retrieved",
    ("mentions", "field"): "title text",
    ("mentions", "quantifier"): "exact at_least at_most more_than less_than about range vague",
    ("mentions", "direction"): "up down",
    ("mentions", "kind"): "count money percent ratio duration length mass area volume speed temperature other",
    ("mentions", "status"): "kept date time age ordinal designator phone score",
    ("claims", "scope"): "incident cumulative window part change subset background",
    ("claims", "attribution_class"): "official perpetrator armed_group witness medical ngo un media unknown",
    ("claims", "assertion"): "asserted reported estimated feared planned denied",
    ("events", "kind"): "incident campaign",
    ("figures", "status"): "confirmed corroborated single_source contested discounted",
    ("revisions", "reason"): (
        "first_report new_report source_correction superseded succumbed presumed_dead retroactive reclassified merged "
        "split retracted codebook code review"
    ),
    ("anomalies", "severity"): "info warning error",
}


@pytest.mark.parametrize("table", CONTRACT)
def test_contract_columns_come_first_and_in_order(table: str) -> None:
    """A column renamed, moved or taken away breaks the scripts of everybody who loads the table."""
    promised = CONTRACT[table].split()
    assert [spec.name for spec in columns(TABLES[table])][: len(promised)] == promised


def test_no_table_is_missing() -> None:
    """A table taken away breaks the scripts of everybody who loads it; a new one needs a contract here."""
    assert list(TABLES) == list(CONTRACT)


@pytest.mark.parametrize(("table", "column"), VOCABULARIES, ids=lambda name: name)
def test_codes_are_still_allowed(table: str, column: str) -> None:
    """A code taken away breaks whoever filters by it."""
    (spec,) = [spec for spec in columns(TABLES[table]) if spec.name == column]
    assert set(VOCABULARIES[table, column].split()) <= set(spec.allowed)
