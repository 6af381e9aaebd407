from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    while True:
        pass
