"""The tables: one pandera model a file, and the registry that lists them.

Here belongs what a column is called, what it holds, in which unit, and which values it may take. Everything else that
speaks of columns (Parquet types, CSV headers, Dagster column schemas, the data dictionary) is made from here.
How rows come about does not belong here.
"""
