"""Figures of the lessons, drawn from shipped data."""
