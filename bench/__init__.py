"""Measurements: how much is right (`accuracy`) and how fast it goes (`run`)."""
