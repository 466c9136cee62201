"""Tests of pipeline/quantities."""
