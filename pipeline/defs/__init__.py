"""Dagster: thin assets, checks, IO, resources and automation. The only folder that may import dagster.

Nothing here knows a rule of language or arithmetic: an asset reads its inputs, calls a pure function of another folder
and hands back the table with its metadata. This module imports nothing, so that the command line can look at the state
of a folder before it pays for importing Dagster.
"""
