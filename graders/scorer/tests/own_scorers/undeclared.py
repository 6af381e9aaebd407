from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    return [Metric("closest", "HIGHER", value=1.0)]
