"""The codebook is read strictly: what a researcher writes there is used, or an error names the line."""

import pytest
import yaml

from pipeline import codebook


def test_a_key_that_stands_twice_is_an_error_that_names_it() -> None:
    """Without it the first of two lists of words is dropped silently, and sentences are read by the second alone."""
    with pytest.raises(yaml.YAMLError, match=r"(?s)the key 'care' stands twice.*line 3"):
        codebook.parse("care: [hospital]\nother: 1\ncare: [treated]\n")


def test_a_key_that_stands_twice_deeper_is_an_error_too() -> None:
    """The measures are mappings in mappings: a word list of one of them must not be dropped either."""
    with pytest.raises(yaml.YAMLError, match="the key 'counted' stands twice"):
        codebook.parse("measures:\n  killed: {counted: [a], counted: [b]}\n")


def test_anchors_and_merged_keys_are_read() -> None:
    """Word lists are shared by anchors: the strict reading must keep them."""
    told = codebook.parse("a: &a {x: 1, y: &y [2]}\nb: {<<: *a, x: 3}\nc: *y\n")
    assert told == {"a": {"x": 1, "y": [2]}, "b": {"x": 3, "y": [2]}, "c": [2]}
