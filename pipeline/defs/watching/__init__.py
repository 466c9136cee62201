"""Watching sources: feeds, sitemaps and lists of pages named in data/raw/sources.yml. No Dagster in here.

Here belong which pages are due, how they are asked for politely, and how they come to lie below data/raw/fetched/. The
network is touched nowhere else. Runs read only what lies there, so that each can be repeated offline.
"""
