"""Runs an assignment's own scorer, separately from the platform's, and takes over its results."""
