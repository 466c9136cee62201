"""From a text to its mentions: every number with its exact characters, its value and whether it is a quantity at all.

Here belong number words, ranges, quantifiers, units, currencies, and what only looks like a quantity. Only this folder
imports quantulum3. What is counted, and of which event, belongs in claims.
"""
