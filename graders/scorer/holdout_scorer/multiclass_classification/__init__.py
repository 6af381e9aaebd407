"""Template `multiclass-classification`: rows of a table, one class of several each."""
