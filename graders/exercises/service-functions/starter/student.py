"""Your functions."""

import json


def handle(model, method, path, body):
    """{"status": number, "body": object} for a request; body comes as text.

    GET /health answers {"status": "ok"}. POST /predict with {"rows": [{column: number}, ...]}, 1 to 1,000
    rows, answers
    {"predictions": [intercept + sum of weight · value, ...]}. An unknown path gets 404, a wrong method 405,
    anything
    else that is not as agreed another 4xx; the body is then {"error": text}. Unknown columns are ignored.
    """
    rows = json.loads(body)["rows"]  # believes whatever comes
    weights = model["weights"].items()
    total = [model["intercept"] + sum(weight * row[name] for name, weight in weights) for row in rows]
    return {"status": 200, "body": {"predictions": total}}


def fit(rows):
    """What serving must know, from training rows with `income` (null where missing) and `city`.

    {"income_median": of the known ones, "log_income_mean" and "log_income_std": of log(1 + income) with
    missing incomes
    filled, population deviation, below 1e-9 counts as 1, "cities": sorted}.
    """
    raise NotImplementedError


def transform(state, row):
    """[(log(1 + income) - mean) / std, 1 if income is missing else 0, then 1 or 0 for every city of the
    state].

    A missing income (null or absent) becomes the median; an unknown city is all zeros.
    """
    raise NotImplementedError
