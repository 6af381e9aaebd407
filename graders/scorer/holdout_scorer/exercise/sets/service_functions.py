"""Stage 5, service: answers to requests good and bad, and features that are the same in training and in
serving.
"""

import json
import math
from pathlib import Path
from statistics import median

import numpy as np

from holdout_scorer.exercise.compare import difference
from holdout_scorer.exercise.questions import TOLERANCE, Json, Question, drawn, floats, judged
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task
from holdout_scorer.service.data import Columns
from holdout_scorer.service.drive import malformed

CHECKS = (
    CheckInfo("valid", "Valid requests are answered", 25, "TRAINING_SERVING", "DEPLOY"),
    CheckInfo("malformed", "Malformed requests get a 4xx", 30, "TRAINING_SERVING", "DEPLOY"),
    CheckInfo("fit", "What features need is learned from training rows", 20, "DATA_ENGINEERING", "SPLIT"),
    CheckInfo("serve", "One row is served as it was trained", 25, "TRAINING_SERVING", "DEPLOY"),
)
FEATURES = ("age", "income", "tenure")
NUMBERS = ("age", "income", "tenure")
CITIES = ("Ghent", "Porto", "Turku", "Brno")
# Equal incomes leave a deviation of rounding errors.
TINY = 1e-9
HINT = (
    "Check in this order: path (404), method (405), JSON (400), then the shape and every cell of "
    "every row (422). NaN, "
    "infinities, true and false, and text are no numbers."
)


def fit(rows: list[dict[str, object]]) -> object:
    """What serving must know: the median of known incomes, mean and population deviation of log1p, the
    cities seen.
    """
    known = [value for row in rows if isinstance(value := row["income"], int | float)]
    middle = float(median(known))
    logs = [math.log1p(v if isinstance(v := row["income"], int | float) else middle) for row in rows]
    mean = sum(logs) / len(logs)
    spread = math.sqrt(sum((value - mean) ** 2 for value in logs) / len(logs))
    return {
        "income_median": middle,
        "log_income_mean": mean,
        "log_income_std": spread if spread > TINY else 1.0,
        "cities": sorted({str(row["city"]) for row in rows}),
    }


def transform(state: dict[str, object], row: dict[str, object]) -> object:
    """[scaled log income, income was missing, one 0 or 1 for every city known]; an unknown city is all
    zeros.
    """
    income = row.get("income")
    missing = income is None
    value = float(income) if isinstance(income, int | float) else _float(state["income_median"])
    scaled = (math.log1p(value) - _float(state["log_income_mean"])) / _float(state["log_income_std"])
    cities = state["cities"]
    if not isinstance(cities, list):
        raise TypeError("`cities` is a list.")
    return [scaled, int(missing), *(int(row.get("city") == city) for city in cities)]


def _float(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError("A state holds numbers.")
    return float(value)


def _rows(rng: np.random.Generator, count: int, missing: float) -> list[Json]:
    return [
        {
            "income": None if rng.random() < missing else round(float(rng.lognormal(7.5, 0.6)), 2),
            "city": CITIES[int(rng.integers(len(CITIES)))],
        }
        for _ in range(count)
    ]


def _fit(rng: np.random.Generator, number: int) -> Json:
    rows = _rows(rng, (8, 15, 30, 3)[number % 4], (0.0, 0.3, 0.5, 0.0)[number % 4])
    rows[0]["income"] = 1800.0
    if number == 3:
        for row in rows:
            row["income"] = 1800.0
    return {"rows": rows}


def _serve(rng: np.random.Generator, number: int) -> Json:
    state = {
        "income_median": round(float(rng.uniform(1500, 2500)), 2),
        "log_income_mean": round(float(rng.uniform(7, 8)), 4),
        "log_income_std": round(float(rng.uniform(0.3, 0.9)), 4),
        "cities": sorted(CITIES[:3]),
    }
    row = _rows(rng, 1, 0.0)[0]
    if number % 5 == 1:
        row["income"] = None
    if number % 5 == 2:
        row["city"] = "Atlantis"
    if number % 5 == 3:
        del row["income"]
    if number % 5 == 4:
        row["income"] = 0
    return {"state": state, "row": row}


QUESTIONS = (
    Question(
        "fit",
        "fit",
        _fit,
        fit,
        "Fill missing incomes with the median of the known ones before you take logarithms; the "
        "deviation is that of the "
        "population, and one below 1e-9 counts as 1.",
    ),
    Question(
        "serve",
        "transform",
        _serve,
        transform,
        "Use the state and nothing else: a missing or absent income becomes the median learned, an "
        "unknown city is all "
        "zeros, and a known zero is not missing.",
        6,
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Malformed requests are those that the MLOps project is driven with, plus some of their own."""
    made = drawn(QUESTIONS, rng)
    model: Json = {
        "intercept": round(float(rng.normal()), 4),
        "weights": dict(zip(FEATURES, floats(rng.normal(size=3)), strict=True)),
    }

    def person() -> Json:
        return dict(zip(FEATURES, floats(rng.uniform(0, 90, size=3).round(1)), strict=True))

    wanted: list[Json] = []
    for count in (1, 3, 1000):
        rows = [person() for _ in range(count)]
        rows[0]["age"] = 0
        wanted.append({"method": "POST", "path": "/predict", "body": json.dumps({"rows": rows})})
    wanted.append({"method": "GET", "path": "/health", "body": ""})
    extra = json.dumps({"rows": [person() | {"note": "unknown columns are ignored"}]})
    wanted.append({"method": "POST", "path": "/predict", "body": extra})
    made += [
        Task(f"handle-valid-{n}", "valid", "handle", {"model": model} | ask) for n, ask in enumerate(wanted)
    ]
    columns = Columns(FEATURES, NUMBERS, NUMBERS, 1.0, 0.0)
    # A handler gets text, so what is wrong with bytes and their length is not asked.
    bad = [ask for ask in malformed(person(), columns) if str(ask["body"]).isascii() and "framing" not in ask]
    bad = [ask for ask in bad if "admin" not in str(ask["path"])]
    made += [
        Task(
            f"handle-{ask['name']}",
            "malformed",
            "handle",
            {"model": model, "method": ask["method"], "path": ask["path"], "body": ask["body"]},
        )
        for ask in bad
    ]
    return made


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    if task.function != "handle":
        return judged(QUESTIONS, task, answer)
    if isinstance(answer, Failure):
        reason = f"the handler raised {answer.error}. A service must live on: answer every request"
        return Check(task.check, 0.0, f"{task.id}: {reason}.")
    if not isinstance(answer, dict) or type(answer.get("status")) is not int:
        return Check(task.check, 0.0, f'{task.id}: answer {{"status": whole number, "body": object}}.')
    wrong = _wrong(task, answer)
    return Check(task.check, 0.0 if wrong else 1.0, f"{task.id}: {wrong}. {HINT}" if wrong else "")


def _wrong(task: Task, answer: Json) -> str | None:
    status = _status(task)
    if task.check == "malformed":
        # Any 4xx keeps the promise; 404 and 405 are fixed because clients act on them.
        given = answer["status"]
        right = given == status if status in (404, 405) else isinstance(given, int) and 400 <= given < 500
        if not right:
            return f"the status must be {status if status in (404, 405) else 'a 4xx'}"
        body = answer.get("body")
        told = isinstance(body, dict) and isinstance(body.get("error"), str) and body["error"].strip()
        return None if told else 'the body must say what is wrong: {"error": text}'
    if answer["status"] != 200:
        return "the status must be 200"
    return difference(answer.get("body"), _body(task), TOLERANCE, "the body")


def _status(task: Task) -> int:
    if task.arguments["path"] not in ("/predict", "/health"):
        return 404
    wanted = "POST" if task.arguments["path"] == "/predict" else "GET"
    return 200 if task.check == "valid" else 405 if task.arguments["method"] != wanted else 422


def _body(task: Task) -> Json:
    if task.arguments["path"] == "/health":
        return {"status": "ok"}
    model = task.arguments["model"]
    if not isinstance(model, dict):
        raise TypeError("A model is an object.")
    rows = json.loads(str(task.arguments["body"]))["rows"]
    predictions = [
        model["intercept"] + sum(weight * row[name] for name, weight in model["weights"].items())
        for row in rows
    ]
    return {"predictions": predictions}
