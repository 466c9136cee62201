"""From the claims of an event to its figures: what holds now, what held on any earlier day, and why.

Here belong the choice among the claims of one report, the series of each voice, the policies, the history and the
doubts. Which event a claim is about was settled in linking.
"""
