"""Decisions of people through whole runs: applied, told in the reason, recorded, found out of date, badly written."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.defs.store.folder import open_folder
from pipeline.defs.store.news import up_to_date
from tests.defs.conftest import Outcome, Run

HEADER = "decided_at,decided_by,action,subject_id,field,value,seen_value,why\n"


def decide(raw: Path, *lines: str) -> None:
    """Writes the file of decisions beside the raw folder."""
    (raw.parent / "review").mkdir(exist_ok=True)
    (raw.parent / "review" / "decisions.csv").write_text(HEADER + "".join(f"{line}\n" for line in lines))


def bridge(outcome: Outcome, policy: str = "range", killed: int = 12) -> dict[str, Any]:
    """The figure of the people killed on the bridge, or of another event with that many."""
    claims, figures = outcome.table("claims"), outcome.table("figures")
    event = claims.query("measure == 'killed' and value_best == @killed")["event_id"].iloc[0]
    rows = figures[(figures["event_id"] == event) & (figures["measure"] == "killed") & (figures["policy"] == policy)]
    return {str(k): v for k, v in rows.iloc[0].items()}


def bridge_claim(outcome: Outcome) -> str:
    """The claim in the text behind it."""
    claims = outcome.table("claims").merge(outcome.table("mentions")[["mention_id", "field"]], on="mention_id")
    return str(claims.query("measure == 'killed' and value_best == 12 and field == 'text'")["claim_id"].iloc[0])


def test_a_corrected_claim_changes_the_figure_and_stays_beside(run: Run, raw: Path, out: Path) -> None:
    """A reviewer's finding that is lost, or that rewrites what the machine read, ends trust in both."""
    before = run()
    claim, title = bridge_claim(before), set(before.table("claims").query("value_best == 12")["claim_id"])
    lines = [f"2025-03-31,Ada,correct,{one},value,11,12,counted twice" for one in sorted(title)]
    decide(raw, *lines)
    assert up_to_date(open_folder(str(raw)), open_folder(str(out))) is None
    outcome = run()
    assert outcome.success
    figure = bridge(outcome)
    assert figure["best"] == 11 and "Ada corrected a claim on 2025-03-31: counted twice." in figure["reason"]
    assert outcome.table("claims").set_index("claim_id").loc[claim, "value_best"] == 12
    told = outcome.table("decisions")
    assert set(told["state"]) == {"applied"} and set(told["machine_value"]) == {"12"}
    changes = outcome.table("changes")
    assert set(changes[changes["run_id"] == changes["run_id"].iloc[-1]]["reason"]) == {"review"}
    fresh = outcome.table("revisions").query("figure_id == @figure['figure_id'] and reason == 'review'")
    assert list(zip(fresh["old_best"], fresh["new_best"], strict=True)) == [(12, 11)]
    assert run().metadata("revisions")["appended rows"] == 0
    assert up_to_date(open_folder(str(raw)), open_folder(str(out)))


def test_a_pin_holds_and_the_history_command_tells_it(
    run: Run, raw: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pinned figure that nobody can trace is a number without a source."""
    figure = bridge(run(), killed=5)
    decide(raw, f"2025-06-15,Ada,pin,{figure['figure_id']},,4/6/7,5,inquest")
    outcome = run()
    pinned = bridge(outcome, killed=5)
    assert (pinned["low"], pinned["best"], pinned["high"]) == (4, 6, 7)
    assert pinned["reason"].startswith("Pinned at 4/6/7 (Ada pinned the figure on 2025-06-15: inquest).")
    assert "The machine says 5" in pinned["reason"]
    assert bridge(outcome, "latest", 5)["best"] == 5
    event = figure["event_id"]
    assert main(["history", event, "--out", str(out), "--day", "2025-06-14"]) == 0
    assert "4–6–7" not in capsys.readouterr().out
    assert main(["history", event, "--out", str(out)]) == 0
    assert "5 → 4–6–7" in capsys.readouterr().out
    run_id = outcome.table("revisions").query("reason == 'review'")["run_id"].iloc[0]
    assert main(["history", event, "--out", str(out), "--run", run_id]) == 0
    assert "4–6–7" in capsys.readouterr().out


def test_a_bad_line_is_told_and_the_rest_go_on(run: Run, raw: Path) -> None:
    """One typing mistake must neither stop the run nor be passed over."""
    claims = sorted(run().table("claims").query("measure == 'killed' and value_best == 12")["claim_id"])
    decide(raw, "2025-03-31,Ada,rejekt,clm-1,,,,typo",
           *(f"2025-03-31,Ada,reject,{claim},,,,a hoax" for claim in claims),
           "2025-03-31,Ada,reject,clm-0123456789abcdef,,,,never existed")  # fmt: skip
    outcome = run()
    assert outcome.success
    doubts = outcome.table("anomalies").query("table == 'decisions'").set_index("check")["message"]
    assert "decisions.csv, line 2: action 'rejekt' is not allowed; write one of accept" in doubts["decision_readable"]
    assert "No claim has the id clm-0123456789abcdef any more" in doubts["decision_orphan"]
    assert sorted(outcome.table("decisions")["state"]) == ["applied"] * len(claims) + ["orphan"]
    figures = outcome.table("figures").query("measure == 'killed'")
    assert 12 not in set(figures["best"])


def test_merged_events_are_one_and_history_says_so(run: Run, raw: Path) -> None:
    """Two entries for one flood count its victims twice."""
    claims = run().table("claims").query("measure == 'killed'")
    flood, storm = (claims.query("value_best == @n")["event_id"].iloc[0] for n in (3, 5))
    decide(raw, f"2025-06-01,Ada,merge,{flood},,{storm},,one weather front")
    outcome = run()
    assert flood not in set(outcome.table("events")["event_id"]) | set(outcome.table("figures")["event_id"])
    assert flood not in set(outcome.table("claims")["event_id"])
    gone = outcome.table("revisions").query("event_id == @flood and new_best.isna()", engine="python")
    assert set(gone["reason"]) == {"merged"}
    reasons = outcome.table("figures").query("event_id == @storm")["reason"]
    assert reasons.str.contains("Ada merged two events on 2025-06-01: one weather front").all()


def test_an_event_that_nobody_knows_is_a_sentence(run: Run, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped id or run ends in a traceback or in silence."""
    run()
    assert main(["history", "evt-0", "--out", str(out)]) == 2
    assert "Nothing is recorded about evt-0" in capsys.readouterr().err
    assert main(["history", "evt-0", "--out", str(out), "--run", "none-such"]) == 2
    assert "recorded no revision" in capsys.readouterr().err
