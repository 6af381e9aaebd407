"""An event-loop service: checks requests first, retrains beside the traffic, shadows before it
activates, rolls back.
"""

import argparse
import asyncio
import json
import math
from pathlib import Path

import numpy as np
from model import TARGET, Model, fit

MOST_ROWS, MOST_BYTES, NEW_WEIGHT, ROUNDS = 1000, 4_000_000, 40.0, 320
parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--port", type=int, required=True)
arguments = parser.parse_args()
store = np.load(arguments.model / "history.npz")
names = [str(name) for name in store["names"]]
versions = {"v1": Model((arguments.model / "artifact.bin").read_bytes())}
served = ["v1"]
shadow: dict = {}


class Refused(Exception):
    """A request that is answered with 4xx."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def refuse_constant(token: str) -> object:
    raise ValueError(token)


def matrix(body: object, extra: tuple[str, ...] = ()) -> np.ndarray:
    """The rows of a request as numbers, columns in the order of training. Raises Refused."""
    rows = body.get("rows") if isinstance(body, dict) else None
    if not isinstance(rows, list) or not 1 <= len(rows) <= (MOST_ROWS if not extra else 100_000):
        raise Refused(422, f"rows: a list of 1 to {MOST_ROWS} objects")
    wanted = [*names, *extra]
    values = []
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            raise Refused(422, f"row {number}: not an object")
        for name in wanted:
            value = row.get(name)
            if type(value) not in (int, float) or not math.isfinite(value):
                raise Refused(422, f"row {number}, {name}: a finite number is needed")
        values.append([float(row[name]) for name in wanted])
    return np.array(values)


def predict(body: object) -> dict:
    x = matrix(body)
    active = versions[served[-1]]
    answer = active.predict(x)
    if shadow:
        other = versions[shadow["version"]].predict(x)
        shadow["sum"] += float(np.abs(np.log(answer) - np.log(other)).sum())
        shadow["rows"] += len(answer)
    return {"version": served[-1], "predictions": answer}


def retrain(x: np.ndarray) -> dict:
    """History and the newest rows, which count far more."""
    rows, logs = x[:, :-1], np.log(x[:, -1])
    weight = np.r_[np.ones(len(store["x"])), np.full(len(rows), NEW_WEIGHT)]
    both, targets = np.vstack([store["x"], rows]), np.r_[store["y"], logs]
    model = Model(fit(both, targets, ROUNDS, {}, 0, weight))
    version = f"v{len(versions) + 1}"
    versions[version] = model
    return {"version": version, "parent": served[-1], "artifactSha256": model.digest}


def version_of(body: object) -> str:
    version = body.get("version") if isinstance(body, dict) else None
    if not isinstance(version, str) or version not in versions:
        raise Refused(404, "no such version")
    return version


async def route(method: str, path: str, raw: bytes) -> dict:
    if method == "GET":
        if path == "/health":
            return {"status": "ok", "version": served[-1], "artifactSha256": versions[served[-1]].digest}
        if path == "/admin/shadow" and shadow:
            mean = shadow["sum"] / max(shadow["rows"], 1)
            return {"version": shadow["version"], "rows": shadow["rows"], "meanAbsoluteDifference": mean}
        raise Refused(404 if path != "/predict" else 405, "not here")
    if method != "POST":
        raise Refused(405, "GET or POST")
    try:
        body = json.loads(raw, parse_constant=refuse_constant)
    except (ValueError, RecursionError):
        raise Refused(400, "not JSON") from None
    if path == "/predict":
        return predict(body)
    if path == "/admin/retrain":
        return await asyncio.to_thread(retrain, matrix(body, (TARGET,)))
    if path == "/admin/shadow":
        shadow.clear()
        shadow.update(version=version_of(body), sum=0.0, rows=0)
        return {"version": shadow["version"]}
    if path == "/admin/activate":
        served.append(version_of(body))
        shadow.clear()
        return {"version": served[-1]}
    if path == "/admin/rollback":
        if len(served) < 2:
            raise Refused(409, "nothing to roll back to")
        served.pop()
        return {"version": served[-1]}
    raise Refused(404, "not here")


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, path = head[0].split(" ")[:2]
            lengths = [
                line.split(":", 1)[1] for line in head[1:] if line.lower().startswith("content-length:")
            ]
            size = int(lengths[0]) if lengths else 0
            if size > MOST_BYTES:
                status, answer = 413, {"error": "too large"}
            else:
                raw = await reader.readexactly(size)
                try:
                    status, answer = 200, await route(method, path, raw)
                except Refused as refused:
                    status, answer = refused.status, {"error": str(refused)}
            content = json.dumps(answer).encode()
            lines = f"HTTP/1.1 {status} X\r\nContent-Length: {len(content)}\r\n\r\n"
            writer.write(lines.encode() + content)
            await writer.drain()
            if status == 413:
                break
    except (EOFError, OSError, ValueError, asyncio.LimitOverrunError):
        pass  # the client is gone, or never spoke HTTP
    finally:
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(handle, "0.0.0.0", arguments.port, backlog=64)
    async with server:
        await server.serve_forever()


asyncio.run(main())
