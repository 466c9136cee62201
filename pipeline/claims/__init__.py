"""From mentions in their sentences to claims: what is counted, of whom, when, where, on whose word, how firmly.

Here belong the grammar of tolls and its context (scope, date, place, attribution, assertion). Which event a claim
belongs to, and which claim is right, is settled in linking and reconcile.
"""
