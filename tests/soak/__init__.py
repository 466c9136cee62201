"""The pipeline left alone: a simulated month, and runs that are killed on the way."""
