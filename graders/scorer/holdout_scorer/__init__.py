"""Holdout's trusted scorer. It reads data and predictions, never student code."""
