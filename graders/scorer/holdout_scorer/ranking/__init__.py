"""Template for recommendations: a top list per user from a history, and the experiments around it."""
