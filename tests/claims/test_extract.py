"""From an article to claims: fields, sums, repeats within one report, ids."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.claims.claim import Claim
from pipeline.claims.discourse import settle
from pipeline.claims.extract import extract
from pipeline.claims.frames import claim_rows, extract_frames
from pipeline.reading.article import Article

WHEN = datetime(2025, 3, 14, tzinfo=UTC)


def article(text: str, title: str = "") -> Article:
    """A report of 14 March 2025."""
    return Article(
        "art-0000000000000001",
        "doc-0000000000000001",
        "a.txt",
        "a",
        "",
        "",
        "",
        "Example Post",
        title,
        WHEN,
        "given",
        WHEN,
        "en",
        len(text),
        "0" * 64,
        text,
    )


def claims(text: str, title: str = "") -> list[Claim]:
    return extract(article(text, title)).claims


def values(text: str, title: str = "") -> list[tuple[str, int | None, str]]:
    return [(c.measure, c.value_best, c.scope) for c in claims(text, title)]


def test_a_list_is_summed_and_its_parts_are_kept() -> None:
    """Seven deaths that a report leaves to its reader to add would be published as four."""
    found = claims("Gunmen killed four farmers, a driver and two nurses.")
    whole = next(c for c in found if c.parent is None)
    assert (whole.value_best, whole.measure, whole.mention.surface) == (
        7,
        "killed",
        "four farmers, a driver and two nurses",
    )
    assert [(c.value_best, c.scope, c.parent) for c in found if c is not whole] == [
        (n, "subset", whole) for n in (4, 1, 2)
    ]


def test_attackers_are_no_part_of_the_sum() -> None:
    """A bomber counted among his victims makes eight of seven."""
    found = claims("A suicide bomber killed himself and seven worshippers.")
    assert {(c.victim_group, c.value_best) for c in found} == {("perpetrators", 1), ("civilians", 7)}


def test_either_or_is_not_a_sum() -> None:
    """ "A farmer or a fighter" is one person."""
    assert 2 not in [c.value_best for c in claims("Either a farmer or a fighter was killed.")]


def test_a_person_told_of_twice_is_one() -> None:
    """ "A man was killed … the man was killed" must not become two."""
    assert values("A man was killed on Friday. Police said the man was killed by a stray bullet.") == [
        ("killed", 1, "incident")
    ]


def test_somebody_shot_who_died_is_not_injured_too() -> None:
    """A shooting with one death would be published with one death and one injury."""
    assert [m for m, _, _ in values("A man was shot on Elm Street. The man died at a hospital.")] == ["killed"]


def test_a_files_own_time_dates_nothing() -> None:
    """An old report copied to disk today would otherwise have its deaths dated to this week, or called background."""
    undated = article("Three people were killed on Friday in the 2019 flood.")
    undated.published_at_basis = "retrieved"
    dated = extract(article("Three people were killed on Friday.")).claims
    assert [(c.period_start, c.scope) for c in extract(undated).claims] == [("", "incident")]
    assert [c.period_start for c in dated] == ["2025-03-14"]


def test_an_age_behind_a_person_is_no_count() -> None:
    """ "Boy, 3, killed" is one death, not three; "no one hurt" behind a name still says none."""
    assert values("Nothing more.", title="Boy, 3, killed in Tolvar") == [("killed", 1, "incident")]
    assert [(c.measure, c.value_best) for c in claims("Plane skids off runway at Port Medra, no one hurt")] == [
        ("injured", 0)
    ]


def test_the_title_is_read_as_a_headline() -> None:
    """Headlines leave articles out."""
    found = claims("Nothing more is known.", title="Woman killed, two children hurt in Tolvar fire")
    assert [(c.mention.field, c.measure, c.value_best) for c in found] == [
        ("title", "killed", 1),
        ("title", "injured", 2),
    ]


def test_ids_do_not_change_and_parents_are_rows() -> None:
    """A claim id that changes from run to run breaks every script and every review decision."""
    first, second = (claim_rows(extract(article("Gunmen killed four farmers and two nurses."))) for _ in range(2))
    assert first == second
    assert {row["parent_claim_id"] for row in first} - {""} <= {row["claim_id"] for row in first}


def test_parts_go_with_their_sum() -> None:
    """A part whose sum was dropped as told before would point to no row."""
    listed = claims("Gunmen killed four farmers and two nurses.")
    whole = next(c for c in listed if c.parent is None)
    whole.named = True
    other = claims("Six people were killed.")
    assert settle([*other, *listed]) == other


def test_frames_hold_every_mention_of_every_claim() -> None:
    """A claim without its mention could not be traced to its words."""
    text = "A man was shot dead. At least 12 were hurt, including 3 children. No one was detained."
    mentions, found = extract_frames([article(text)])
    assert set(found["mention_id"]) <= set(mentions["mention_id"])
    assert len(found) >= 3


VOCABULARY = (
    "17 three a man woman killed were was and , . people including children wounded of them dead died the toll rose to "
    "from at least soldiers no one 's - ( ) shot by his wife who said police one KILLED Two"
)
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n", '"'])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_order_of_words_gives_claims_whose_spans_match(words: list[str]) -> None:
    """A crash on one article would stop a run; a span beside its words would misquote the report."""
    text = " ".join(words)
    found = extract(article(text))
    assert all(text[m.start : m.end] == m.surface for m in found.mentions)
    standing = {id(c) for c in found.claims}
    assert all(c.parent is None or id(c.parent) in standing for c in found.claims)
    for claim in found.claims:
        low, best, high = claim.value_low, claim.value_best, claim.value_high
        assert (low is None or best is None or low <= best) and (best is None or high is None or best <= high)
