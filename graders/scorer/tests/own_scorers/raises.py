from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    known = {"a": 1}
    return [Metric("close", "HIGHER", value=known[str(rows.labels[0])])]
