"""Tests of reading: files, encodings, dates, titles, sentences."""
