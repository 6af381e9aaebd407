from pathlib import Path

from holdout_scorer.own import Metric, Rows


def score(rows: Rows) -> list[Metric]:
    Path("/work/out/result.json").write_text("{}")
    return []
