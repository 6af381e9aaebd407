"""Your functions. Rows are counted from 0; a fold is the list of rows it holds out."""


def k_folds(rows, k, seed):
    """k lists of row numbers, shuffled by the seed, sizes within one of each other."""
    size = rows // k
    return [list(range(at * size, (at + 1) * size)) for at in range(k)]  # where do the last rows go?


def stratified_folds(labels, k, seed):
    """k lists of row numbers; every class is spread within one row of evenly."""
    return k_folds(len(labels), k, seed)


def group_folds(groups, k):
    """k lists of row numbers, none empty; rows of one group stand in one fold."""
    raise NotImplementedError


def fold_errors(X, y, folds, penalty):
    """Mean squared error on each fold; standardized ridge regression is fitted on the other rows."""
    raise NotImplementedError


def one_standard_error(penalties, errors):
    """The largest penalty whose mean error is within one standard error of the smallest mean.

    errors[i][j]: of penalty i on fold j.
    """
    raise NotImplementedError


def classification_metrics(labels, predictions):
    """{"precision", "recall", "f1"} of class 1; what would divide by zero is 0."""
    raise NotImplementedError


def auc(labels, scores):
    """Share of pairs (positive, negative) in the right order, ties one half; None when a class is missing."""
    raise NotImplementedError


def log_loss(labels, probabilities):
    """Mean negative log likelihood; probabilities are clipped to [1e-15, 1 - 1e-15]."""
    raise NotImplementedError


def r_squared(y, predictions):
    """1 - residual over total sum of squares; None when y is constant."""
    raise NotImplementedError


def percentile_interval(values, resamples, level):
    """[low, high] of the mean; each resample is a list of row numbers."""
    raise NotImplementedError
