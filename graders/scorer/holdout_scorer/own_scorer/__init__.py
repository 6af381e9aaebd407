"""Runs an assignment's own scorer, apart from the platform's, and takes over what it found."""
