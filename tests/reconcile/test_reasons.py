"""Every reason of the revisions: that it can occur, and when. Without its reason a changed number is a riddle."""

from typing import Any

import pandas as pd
import pytest

from pipeline.reconcile.appending import append
from pipeline.reconcile.history import history
from pipeline.tables.vocabulary import REVISION_REASONS
from tests.reconcile.by_hand import EVENT, INSIDE, frames

FIRST = {"id": "a", "day": "2031-05-01", "from": "Harbour Post", "claims": [{"n": 5}]}


def then(n: int, **claim: Any) -> dict[str, Any]:
    """A later report of the same paper."""
    return {"id": "b", "day": "2031-05-03", "from": "Harbour Post", "claims": [{"n": n, **claim}]}


def replayed(*reports: dict[str, Any]) -> pd.DataFrame:
    """The history of these reports under the default policy."""
    return history(*frames(list(reports)), ["range"])


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (then(9), "new_report"),
        (then(4, excerpt="The toll was revised down to »4«."), "source_correction"),
        (then(6, excerpt="A »sixth« victim succumbed to her burns."), "succumbed"),
        (then(6, excerpt="One more person died of his injuries, bringing the toll to »six«."), "succumbed"),
        (then(8, excerpt="Three missing divers are presumed dead, »8« in all."), "presumed_dead"),
        (then(7, excerpt="Two deaths earlier listed as natural make it »seven«."), "reclassified"),
    ],
)
def test_reasons_that_a_report_gives(second: dict[str, Any], reason: str) -> None:
    """Deaths in hospital, and people given up, are no new attack."""
    rows = replayed(FIRST, second).sort_values("as_of")
    assert rows["reason"].tolist() == ["first_report", reason]


def test_words_explain_only_the_measures_that_they_are_about() -> None:
    """ "Died of her wounds" is no reason for more displaced people."""
    reports = [r | {"claims": [c | {"measure": "displaced"} for c in r["claims"]]}
               for r in (FIRST, then(9, excerpt="»Nine«; one died of her wounds."))]  # fmt: skip
    assert replayed(*reports).sort_values("as_of")["reason"].tolist() == ["first_report", "new_report"]


def test_a_repeat_of_a_replaced_number_is_superseded() -> None:
    """The value stays; which claims count as replaced does not."""
    stale = {"id": "c", "day": "2031-05-05", "from": "Valley News", "claims": [{"n": 5}]}
    later = {"id": "b", "day": "2031-05-02", "from": "Hill Courier", "claims": [{"n": 9}]}
    assert replayed(FIRST, later, stale).sort_values("as_of")["reason"].tolist()[-1] == "superseded"


# ------------------------------------------------------------------ between runs


def runs(first: pd.DataFrame, second: pd.DataFrame, **why: Any) -> pd.DataFrame:
    """What the second run adds."""
    at = pd.Timestamp("2032-01-01", tz="UTC")
    one = append(pd.DataFrame(), first, at, "run-1")
    two = append(one, second, at + pd.Timedelta(days=1), "run-2", **why)
    return two[two["run_id"] == "run-2"]


def reasons(rows: pd.DataFrame, event: str) -> set[str]:
    """Reasons of the rows of an event."""
    return set(rows.loc[rows["event_id"] == event, "reason"])


@pytest.mark.parametrize("cause", ["retroactive", "codebook", "code"])
def test_a_recorded_day_is_revised_for_the_cause_of_the_run(cause: str) -> None:
    """News, other code and another codebook must not be taken for one another."""
    other = FIRST | {"claims": [{"n": 6}]}
    assert reasons(runs(replayed(FIRST), replayed(other), cause=cause), EVENT) == {cause}


def test_a_withdrawn_report_is_retracted() -> None:
    """Its number was published, and no longer stands."""
    assert reasons(runs(replayed(FIRST), replayed({"id": "z", "day": "2031-05-01"})), EVENT) == {"retracted"}


def test_what_people_decided_is_review_in_their_events_alone() -> None:
    """A late report elsewhere is not a decision."""
    elsewhere = {"id": "c", "day": "2031-05-01", "claims": [{"n": 3, "event": 1}]}
    before, after = [FIRST, elsewhere], [FIRST | {"claims": [{"n": 6}]}, elsewhere | {"claims": [{"n": 4, "event": 1}]}]
    added = runs(replayed(*before), replayed(*after), reviewed={EVENT})
    assert (reasons(added, EVENT), reasons(added, INSIDE[1])) == ({"review"}, {"retroactive"})


OTHER = {"id": "c", "day": "2031-05-02", "from": "Hill Courier"}
APART = [FIRST, OTHER | {"claims": [{"n": 8, "event": 1, "name": "c.0"}]}]
TOGETHER = [FIRST, OTHER | {"claims": [{"n": 8, "name": "c.0"}]}]


def homes(reports: list[dict[str, Any]]) -> dict[str, str]:
    """The event of every claim."""
    claims = frames(reports)[0]
    return dict(zip(claims["claim_id"], claims["event_id"], strict=True))


def test_two_events_that_become_one_are_merged() -> None:
    """The figures of the event that is gone were not retracted: its reports still stand."""
    added = runs(replayed(*APART), replayed(*TOGETHER), homes=homes(TOGETHER))
    assert (reasons(added, INSIDE[1]), reasons(added, EVENT)) == ({"merged"}, {"merged"})
    assert added.loc[added["event_id"] == INSIDE[1], "new_best"].isna().all()


def test_one_event_that_becomes_two_is_split() -> None:
    """A figure that begins with a split is no first report."""
    added = runs(replayed(*TOGETHER), replayed(*APART), homes=homes(APART))
    assert (reasons(added, INSIDE[1]), reasons(added, EVENT)) == ({"split"}, {"split"})


def test_other_code_is_the_reason_also_where_it_merges() -> None:
    """Nothing happened in the world; the program changed."""
    added = runs(replayed(*APART), replayed(*TOGETHER), homes=homes(TOGETHER), cause="code")
    assert reasons(added, INSIDE[1]) == {"code"}


def test_every_reason_has_its_test() -> None:
    """A reason in the vocabulary that never occurs misleads whoever counts them."""
    told = {"first_report", "new_report", "source_correction", "succumbed", "presumed_dead", "reclassified",
            "superseded", "retroactive", "codebook", "code", "retracted", "review", "merged", "split"}  # fmt: skip
    assert set(REVISION_REASONS) == told
