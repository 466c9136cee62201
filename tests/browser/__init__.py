"""Tests that drive the UI in a real browser."""
