"""Template `regression`: rows of a table, one number each."""
