"""The report: pages that people look at, made from the tables. They open from disk and need no script.

Here belong the pages and their charts: what stands where, in which words. Every number stands as the tables have it;
nothing is chosen or computed that a table does not say. HTML is written by the templates beside this folder, SVG by
svg.py alone, and both escape every text of a report.
"""
