"""What the load driver is told to do with a service, and what only the scorer may know of it."""

import json
from collections.abc import Sequence

import numpy as np

from holdout_scorer.keys import Keyring
from holdout_scorer.service.data import Columns
from holdout_scorer.service.faults import traits_of
from holdout_scorer.service.rows import request_row
from holdout_scorer.service.spec import ServiceSpec
from holdout_scorer.service.streams import regime
from holdout_scorer.tables import Row

Json = dict[str, object]
PROBES = 20
CHANGED, BY = 200, 0.01
SHADOWED = 40


def drive(
    spec: ServiceSpec, columns: Columns, rows: Sequence[Row], pool: Sequence[Row], keys: Keyring, small: bool
) -> tuple[Json, Json]:
    """(drive.json, secret part).

    The driver sees targets only of rows that the service is to be retrained on.
    """
    numeric = frozenset(columns.numeric)

    def asked(some: Sequence[Row]) -> list[Json]:
        return [request_row(row, columns.features, numeric) for row in some]

    truth: Json = {"ids": [row["id"] for row in rows], "target": [float(row[spec.target]) for row in rows]}
    requests: Json = {
        "port": 8080,
        "rows": asked(rows),
        "probes": asked(rows[:PROBES]),
        "load": {"requests": 160 if small else spec.load.requests, "connections": spec.load.connections},
        "malformed": malformed(asked(rows[:1])[0], columns),
    }
    if not small:
        generator = keys.generator("changed")
        requests["changed"] = [_changed(row, generator) for row in asked(rows[:CHANGED])]
    if spec.retrain:
        drivers = traits_of(pool, columns.numeric).spread
        changed = regime(pool, drivers, spec.target, columns.unit, keys.generator("regime"))
        order = keys.generator("feed").permutation(len(changed))
        most = min(spec.retrain.feed, len(changed) // 2)
        feed = [changed[place] for place in order[:most]]
        judged = [changed[place] for place in order[most : most + spec.retrain.judged]]
        requests["retrain"] = {
            "feed": [
                row | {spec.target: float(source[spec.target])}
                for row, source in zip(asked(feed), feed, strict=True)
            ],
            "judged": asked(judged),
            "shadowed": asked(judged[:SHADOWED]),
        }
        truth["judgedTarget"] = [float(row[spec.target]) for row in judged]
    return requests, truth


def _changed(row: Json, generator: np.random.Generator) -> Json:
    """Every number moved by up to one percent; whole ones stay whole."""
    moved = dict(row)
    for name, value in row.items():
        if isinstance(value, int | float):
            factor = 1.0 + BY * float(generator.uniform(-1.0, 1.0))
            moved[name] = round(value * factor) if isinstance(value, int) else float(f"{value * factor:.6g}")
    return moved


def recheck(requests: Json) -> Json:
    """The same rows for another model, and nothing else."""
    return {"port": requests["port"], "rows": requests["rows"], "predictionsOnly": True}


def malformed(row: Json, columns: Columns) -> list[Json]:
    """Requests that a service must answer with a 4xx, by name."""
    number = next(name for name in columns.numeric if name in columns.complete or name == columns.numeric[-1])
    without = {name: value for name, value in row.items() if name != number}
    bodies: dict[str, str] = {
        "not-json": "{oops",
        "empty-body": "",
        "not-an-object": json.dumps([row]),
        "no-rows-key": json.dumps({"row": row}),
        "rows-not-a-list": json.dumps({"rows": row}),
        "rows-empty": json.dumps({"rows": []}),
        "row-not-an-object": json.dumps({"rows": [[1, 2, 3]]}),
        "too-many-rows": json.dumps({"rows": [row] * 1001}),
        "missing-column": json.dumps({"rows": [without]}),
        "text-in-number": json.dumps({"rows": [row | {number: "big"}]}),
        "boolean-in-number": json.dumps({"rows": [row | {number: True}]}),
        "list-in-number": json.dumps({"rows": [row | {number: [1]}]}),
        "infinite-number": json.dumps({"rows": [without]})[:-3] + f', "{number}": 1e999}}]}}',
        "nan-token": json.dumps({"rows": [without]})[:-3] + f', "{number}": NaN}}]}}',
        "one-bad-row-of-three": json.dumps({"rows": [row, row | {number: "x"}, row]}),
        "not-utf-8": "",
    }
    if number in columns.complete:
        bodies["null-in-number"] = json.dumps({"rows": [row | {number: None}]})
    asks: list[Json] = [
        {"name": name, "method": "POST", "path": "/predict", "body": body, "latin": name == "not-utf-8"}
        for name, body in bodies.items()
    ]
    for name, method, path, body in (
        ("wrong-method", "GET", "/predict", ""),
        ("unknown-path", "GET", "/nothing-here", ""),
        ("activate-unknown", "POST", "/admin/activate", json.dumps({"version": "no-such-version"})),
        ("activate-no-version", "POST", "/admin/activate", "{}"),
        ("rollback-nothing", "POST", "/admin/rollback", "{}"),
    ):
        asks.append({"name": name, "method": method, "path": path, "body": body, "latin": False})
    return asks
