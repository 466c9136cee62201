"""From claims to who really speaks and which event is meant: copies, origins, incidents, campaigns.

Here belong evidence that two reports are one voice, evidence that they tell of one event, and the ids that follow.
Which number holds is settled in reconcile.
"""
