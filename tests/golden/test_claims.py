"""The golden set against the real pipeline: every entry is read right, or is a known miss of a known class.

Here belongs one test an entry. How labels and claims are matched stands in tests/benchmarks/golden.py; the known misses
in known_misses.yml, renewed by `python -m tests.benchmarks.golden --write-known-misses`.
"""

import pytest

from tests.benchmarks.golden import ATTRIBUTES, EXTRA, MISSED, Entry, details, judge, known_misses, reports, sentences

ENTRIES = [*sentences(), *reports()]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_entry_is_read_as_labelled(entry: Entry) -> None:
    """A construction that was read right is read wrong now, or a known miss came right and is still on the list."""
    outcome = judge(entry)
    errors, known = set(outcome.errors()), set(known_misses().get(entry.id, ()))
    assert not errors - known, "\n".join([f"new: {', '.join(sorted(errors - known))}", *details(outcome)])
    gone = f"{entry.id} no longer has {', '.join(sorted(known - errors))}: remove it from known_misses.yml"
    assert not known - errors, gone


def test_known_misses_name_entries_and_classes() -> None:
    """A misspelt id or class on the list would excuse nothing, or anything."""
    classes = {MISSED, EXTRA, *ATTRIBUTES}
    assert known_misses().keys() <= {entry.id for entry in ENTRIES}
    assert all(found and set(found) <= classes for found in known_misses().values())
