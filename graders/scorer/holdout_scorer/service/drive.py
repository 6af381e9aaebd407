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
MOST_ROWS = 1000


def drive(
    spec: ServiceSpec, columns: Columns, rows: Sequence[Row], pool: Sequence[Row], keys: Keyring, small: bool
) -> tuple[Json, Json]:
    """(drive.json, secret part).

    The driver sees targets only of rows that the service is to be retrained on.
    """
    numeric = frozenset(columns.numeric)

    def asked(some: Sequence[Row]) -> list[Json]:
        return [request_row(row, columns.features, numeric) for row in some]

    wrong = malformed(asked(rows[:1])[0], columns)
    if spec.retrain:
        wrong += _malformed_feeds(spec, asked(rows[:1])[0] | {spec.target: 1.0})
    truth: Json = {"ids": [row["id"] for row in rows], "target": [float(row[spec.target]) for row in rows]}
    requests: Json = {
        "port": 8080,
        "rows": asked(rows),
        "probes": asked(rows[:PROBES]),
        "load": {"requests": 160 if small else spec.load.requests, "connections": spec.load.connections},
        "malformed": wrong,
        "unusual": unusual(asked(rows[:2]), columns),
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
    """Requests that a service must answer with a 4xx, by name. Each character of a body is one byte."""
    number = _number_of(columns)
    without = {name: value for name, value in row.items() if name != number}
    bodies: dict[str, str] = {
        "not-json": "{oops",
        "empty-body": "",
        "not-an-object": json.dumps([row]),
        "no-rows-key": json.dumps({"row": row}),
        "rows-not-a-list": json.dumps({"rows": row}),
        "rows-empty": json.dumps({"rows": []}),
        "row-not-an-object": json.dumps({"rows": [[1, 2, 3]]}),
        "too-many-rows": json.dumps({"rows": [row] * (MOST_ROWS + 1)}),
        "missing-column": json.dumps({"rows": [without]}),
        "text-in-number": json.dumps({"rows": [row | {number: "big"}]}),
        "digits-as-text": json.dumps({"rows": [row | {number: "12"}]}),
        "boolean-in-number": json.dumps({"rows": [row | {number: True}]}),
        "list-in-number": json.dumps({"rows": [row | {number: [1]}]}),
        "infinite-number": _with_token(without, number, "1e999"),
        "integer-without-end": _with_token(without, number, "1" + "0" * 400),
        "nan-token": _with_token(without, number, "NaN"),
        "one-bad-row-of-three": json.dumps({"rows": [row, row | {number: "x"}, row]}),
        "nested-without-end": '{"rows": ' + "[" * 100_000,
        "not-utf-8": '{"rows": [\xff\xfe]}',
        "in-utf-16": json.dumps({"rows": [row]}).encode("utf-16").decode("latin-1"),
    }
    if number in columns.complete:
        bodies["null-in-number"] = json.dumps({"rows": [row | {number: None}]})
    return [
        *(_ask(name, body=body) for name, body in bodies.items()),
        _ask("length-not-a-number", body="{}", framing="Content-Length: many"),
        _ask("wrong-method", "GET"),
        _ask("unknown-path", "GET", "/nothing-here"),
        _ask("activate-unknown", path="/admin/activate", body=json.dumps({"version": "no-such-version"})),
        _ask("activate-no-version", path="/admin/activate", body="{}"),
        _ask("rollback-nothing", path="/admin/rollback", body="{}"),
    ]


def unusual(rows: Sequence[Json], columns: Columns) -> list[Json]:
    """Requests that are as agreed and still trip many a service. rows: two.

    `rows` of an ask: how many predictions answer it.
    """
    number = _number_of(columns)
    without = {name: value for name, value in rows[0].items() if name != number}
    body = json.dumps({"rows": rows})
    parts = (body[: len(body) // 2], body[len(body) // 2 :], "")
    chunks = "".join(f"{len(part):x}\r\n{part}\r\n" for part in parts)
    return [
        _ask("most-rows", body=json.dumps({"rows": [rows[0]] * MOST_ROWS}), rows=MOST_ROWS),
        _ask("number-of-300-digits", body=_with_token(without, number, "1e300"), rows=1),
        _ask("body-in-chunks", body=chunks, rows=len(rows), framing="Transfer-Encoding: chunked"),
    ]


def _malformed_feeds(spec: ServiceSpec, row: Json) -> list[Json]:
    """What a service must not learn from. row: with some target."""
    without = {name: value for name, value in row.items() if name != spec.target}
    feeds: dict[str, list[Json]] = {
        "retrain-on-nothing": [],
        "retrain-without-target": [without],
        "retrain-on-text": [row, row | {spec.target: "long"}],
    }
    if spec.log_target:
        feeds["retrain-on-zero"] = [row, row | {spec.target: 0}]
    return [
        *(_ask(name, path="/admin/retrain", body=json.dumps({"rows": rows})) for name, rows in feeds.items()),
        _ask("shadow-unknown", path="/admin/shadow", body=json.dumps({"version": "no-such-version"})),
    ]


def _number_of(columns: Columns) -> str:
    """A numeric column, one that is never empty where there is one."""
    return next(name for name in columns.numeric if name in columns.complete or name == columns.numeric[-1])


def _with_token(row: Json, name: str, token: str) -> str:
    """A request for one row in which `name` is written as `token`, which no JSON library writes."""
    return json.dumps({"rows": [row]})[:-3] + f", {json.dumps(name)}: {token}}}]}}"


def _ask(name: str, method: str = "POST", path: str = "/predict", body: str = "", **more: object) -> Json:
    return {"name": name, "method": method, "path": path, "body": body, **more}
