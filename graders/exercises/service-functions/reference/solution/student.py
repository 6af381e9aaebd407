"""A request handler and the features behind it, as functions."""

import json
import math
import statistics

MOST_ROWS = 1000


class BadRequest(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def handle(model, method, path, body):
    try:
        return {"status": 200, "body": answer(model, method, path, body)}
    except BadRequest as error:
        return {"status": error.status, "body": {"error": str(error)}}


def answer(model, method, path, body):
    wanted = {"/predict": "POST", "/health": "GET"}.get(path)
    if wanted is None:
        raise BadRequest(404, "There is nothing at this path.")
    if method != wanted:
        raise BadRequest(405, f"Use {wanted}.")
    if path == "/health":
        return {"status": "ok"}
    rows = read_rows(body)
    for place, row in enumerate(rows):
        check(row, place, model["weights"])
    weights = model["weights"].items()
    return {"predictions": [model["intercept"] + sum(w * row[name] for name, w in weights) for row in rows]}


def read_rows(body):
    try:
        request = json.loads(body)
    except (ValueError, RecursionError):
        raise BadRequest(400, "The body is not JSON, or too deep.") from None
    rows = request.get("rows") if isinstance(request, dict) else None
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        raise BadRequest(422, f"`rows` must be a list of 1 to {MOST_ROWS} rows.")
    return rows


def check(row, place, weights):
    if not isinstance(row, dict):
        raise BadRequest(422, f"Row {place} is not an object.")
    for name in weights:
        value = row.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not is_finite(value):
            raise BadRequest(422, f"Row {place}: `{name}` must be a finite number.")


def is_finite(value):
    try:
        return math.isfinite(value)
    except OverflowError:  # an integer that no float can hold
        return False


def fit(rows):
    middle = statistics.median(row["income"] for row in rows if row["income"] is not None)
    logs = [math.log1p(middle if row["income"] is None else row["income"]) for row in rows]
    spread = statistics.pstdev(logs)
    return {
        "income_median": middle,
        "log_income_mean": statistics.fmean(logs),
        "log_income_std": spread if spread > 1e-9 else 1,
        "cities": sorted({row["city"] for row in rows}),
    }


def transform(state, row):
    income = row.get("income")
    value = math.log1p(state["income_median"] if income is None else income)
    scaled = (value - state["log_income_mean"]) / state["log_income_std"]
    return [scaled, int(income is None), *(int(city == row.get("city")) for city in state["cities"])]
