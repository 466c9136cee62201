"""From tables to what people take away: CSV and Parquet bytes, the data dictionary, the summary of a run.

Here belongs how a table looks outside. Its columns come from the models, its rows from reconcile; neither is decided
here, and nothing here writes a file: bytes and text go out, defs/ puts them somewhere.
"""
