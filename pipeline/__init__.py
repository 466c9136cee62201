"""Reckoner: news reports in, reconciled figures out.

Data flows one way through the folders of this package, in this order: tables, codebook, reading, quantities,
claims, linking, reconcile, publishing, compute, defs. A folder imports only from folders before it.
"""

from pipeline import compiled

__version__ = "0.1.0"

compiled.use()
