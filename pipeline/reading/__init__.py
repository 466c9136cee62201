"""Raw file -> articles: bytes in, `Article` and `Problem` values out.

Here belong formats, encodings, what a page says about itself (title, publisher, date, language) and the splitting of
text into sentences. What a number in the text means belongs to quantities and claims; where files lie, to defs.
"""
