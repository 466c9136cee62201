"""Tests of watching: a real server on this machine that behaves as badly as servers do."""
