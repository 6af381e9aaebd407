"""One module per exercise: what it asks and how answers are judged."""
