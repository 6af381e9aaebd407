"""TF-IDF of words and a logistic regression, both as they come."""

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline


def pipeline(seed: int) -> Pipeline:
    return Pipeline(
        [("words", TfidfVectorizer()), ("model", LogisticRegression(max_iter=300, random_state=seed))]
    )
