"""The pipeline from descriptions to probabilities. This is the place to work in."""

from sklearn.dummy import DummyClassifier
from sklearn.pipeline import Pipeline


def pipeline(seed: int) -> Pipeline:
    # Knows only how frequent each section is. Put a vectorizer before a model that learns.
    return Pipeline([("model", DummyClassifier(strategy="prior", random_state=seed))])
