import random

from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    noise = random.random()
    return [Metric("close", "HIGHER", value=noise), Metric("worstTenth", "LOWER", value=1.0)]
