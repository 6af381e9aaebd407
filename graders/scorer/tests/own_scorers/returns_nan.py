from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    return [
        Metric("close", "HIGHER", rows=rows.labels * float("nan")),
        Metric("worstTenth", "LOWER", value=1.0),
    ]
