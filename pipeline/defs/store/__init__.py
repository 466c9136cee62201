"""The state below an output folder, and how files come to lie there whole or not at all. No Dagster in here.

Here belong folders on any file system, the manifest of what was read, tables by month, the lock and the publication of
all tables together. What the tables hold belongs to the folders that make them.
"""
