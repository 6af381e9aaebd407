from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    for _ in range(1_000_000):
        print("row after row after row")
    return []
