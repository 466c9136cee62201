"""Where pure functions run: in this process, in a local pool, or on a Dask cluster.

Here belongs how work is cut, sent out and collected in order, and what becomes of a piece of work that fails.
What the work is (reading a file, extracting claims) belongs to the folders that do it; nothing here touches a file.
"""
