"""Words, pairs of words and parts of words, with every section weighing the same."""

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline


def pipeline(seed: int) -> Pipeline:
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, stop_words="english")
    parts = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True)
    model = LogisticRegression(C=10, class_weight="balanced", max_iter=200, random_state=seed)
    return Pipeline([("text", FeatureUnion([("words", words), ("parts", parts)])), ("model", model)])
