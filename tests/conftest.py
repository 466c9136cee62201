"""What holds for every test: none is judged by the clock.

A property's first example may load quantulum3 or a codebook, and machines are busy.
"""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
