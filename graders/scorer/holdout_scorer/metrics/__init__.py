"""Metrics with row weights: each takes weights of shape (r, n) and returns r values, one per weighting."""
