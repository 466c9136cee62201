"""Benchmarks: accuracy against annotated corpora and our golden set, calibration of confidence, speed.

Here belongs what measures the pipeline as a whole. What must hold on every commit is a test and stands elsewhere.
"""
