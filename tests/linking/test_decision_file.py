"""The file of decisions: every line becomes a row, and a bad one says file, line and remedy."""

import pytest

from pipeline.linking.decision_file import NAMES, read_decisions
from pipeline.linking.decisions import in_force, read_rows

HEADER = ",".join(NAMES)
CLAIM = "clm-0123456789abcdef"


def problems(*lines: str, header: str = HEADER) -> list[str]:
    """What is wrong with each line."""
    rows = read_decisions("\n".join([header, *lines]).encode(), "review/decisions.csv")
    return list(rows["problem"].fillna(""))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f"2031-05-01,Ada,reject,{CLAIM},,,,a hoax", ""),
        (f"2031-05-01T14:00Z,Ada,correct,{CLAIM},value,17+,,misread", ""),
        (f"2031-05-01,Ada,correct,{CLAIM},measure,injured,,misread", ""),
        ("2031-05-01,Ada,pin,fig-1,,3/4/5,,inquest", ""),
        ("2031-05-01,Ada,copy,Harbour Post,,Agency One,,same words", ""),
        ("2031-05-01,Ada,split,evt-1,,art-1;clm-2,,two fires", ""),
        (f"2031-05-01,Ada,drop,{CLAIM},,,,x", "action 'drop' is not allowed; write one of accept"),
        (f"1 May,Ada,reject,{CLAIM},,,,x", "decided_at '1 May' is not allowed; write When: 2025-03-31"),
        (f"2031-02-30,Ada,reject,{CLAIM},,,,x", "is no day of the calendar"),
        (f"2031-05-01,,reject,{CLAIM},,,,x", "decided_by is empty; write Who decided"),
        (f"2031-05-01,Ada,reject,{CLAIM},,,,", "why is empty"),
        ("2031-05-01,Ada,reject,fig-1,,,,x", "reject needs a claim_id as subject_id"),
        (f"2031-05-01,Ada,correct,{CLAIM},value,many,,x", "value 'many' is no number; write 17, 17+"),
        (f"2031-05-01,Ada,correct,{CLAIM},measure,kiled,,x", "measure 'kiled' is unknown; write one of"),
        (f"2031-05-01,Ada,correct,{CLAIM},colour,red,,x", "field 'colour' is not allowed"),
        (f"2031-05-01,Ada,correct,{CLAIM},,17,,x", "correct needs a claim_id as subject_id, a field and a value"),
        ("2031-05-01,Ada,pin,fig-1,,9/4/5,,x", "9/4/5 is out of order"),
        ("2031-05-01,Ada,merge,evt-1,,evt-1,,x", "cannot be merged with itself"),
        ("2031-05-01,Ada,reject", "3 cells where the first line names 8"),
        (f"2031-05-01,Ada,reject,{CLAIM},,,,x, y", "9 cells where the first line names 8: put cells with a comma"),
    ],
)
def test_a_line(line: str, problem: str) -> None:
    """A mistake that is followed, or passed over in silence, is a decision that nobody took."""
    (found,) = problems(line)
    assert problem in found and bool(problem) == bool(found)
    assert not problem or found.startswith("review/decisions.csv, line 2: ")


def test_lines_are_counted_as_an_editor_shows_them() -> None:
    """A message that names the wrong line sends people to the wrong decision."""
    text = f'{HEADER}\r\n\r\n2031-05-01,Ada,reject,{CLAIM},,,,"two\r\nlines"\r\n2031-05-01,Ada,drop,x,,,,y'
    rows = read_decisions(text.encode(), "d.csv")
    assert "d.csv, line 5: " in rows["problem"].dropna().item()


def test_cells_come_as_written() -> None:
    """NA is somebody's initials; 017 is no octal; a spreadsheet's byte order mark is no part of a name."""
    rows = read_decisions(f"\ufeff{HEADER}\n2031-05-01,NA,copy,017,,null,,none\n".encode(), "d.csv")
    assert rows[["decided_by", "subject_id", "value", "why"]].iloc[0].tolist() == ["NA", "017", "null", "none"]
    assert rows["problem"].isna().all()


def test_a_file_without_its_first_line_says_so() -> None:
    """Every decision in it would be read as another."""
    (found,) = problems(f"2031-05-01,Ada,reject,{CLAIM},,,,x", header="2031-05-01,Ada,reject,clm-1,,,,x")
    assert "the first line lacks decided_at" in found


@pytest.mark.parametrize("data", [b"", b"\n", HEADER.encode()])
def test_an_empty_file_holds_no_decision(data: bytes) -> None:
    """Nobody has decided anything yet; that is no error."""
    assert read_decisions(data, "d.csv").empty


def states(*lines: str) -> list[str]:
    """What becomes of each line among the others."""
    everything = read_rows(read_decisions("\n".join([HEADER, *lines]).encode(), "d.csv"))
    held, ended = in_force(everything)
    return ["held" if d in held else ended[d.decision_id].state for d in everything]


def test_the_later_of_two_decisions_holds() -> None:
    """Two reviewers who differ must not both be applied; the file is only ever appended to."""
    reject, accept = (f"2031-05-01,Ada,{action},{CLAIM},,,,x" for action in ("reject", "accept"))
    value, group = (f"2031-05-01,Ada,correct,{CLAIM},{cells},,x" for cells in ("value,7", "victim_group,women"))
    assert states(reject, accept) == ["superseded", "held"]
    assert states(value, group) == ["held", "held"]
    assert states(reject, reject) == ["superseded", "held"]


def test_a_withdrawn_decision_no_longer_holds() -> None:
    """Without a way back, people would edit the file, and history would lose a decision."""
    line = f"2031-05-01,Ada,reject,{CLAIM},,,,x"
    decision = read_decisions(f"{HEADER}\n{line}".encode(), "d.csv")["decision_id"].item()
    assert states(line, f"2031-05-02,Ada,withdraw,{decision},,,,mistake") == ["superseded", "applied"]
    assert states("2031-05-02,Ada,withdraw,dec-0,,,,mistake") == ["orphan"]
