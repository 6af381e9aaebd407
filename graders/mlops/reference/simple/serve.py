"""A threaded service: predict, health, retrain on everything, activate, roll back. No shadow."""

import argparse
import json
import pickle
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
from model import fit, load, predict, sha256

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--port", type=int, required=True)
arguments = parser.parse_args()
first, registry = load(arguments.model)
names = registry["features"]
history = pd.read_csv(arguments.model / "history.csv")
versions = {"v1": (first, registry["versions"][0]["artifactSha256"])}
served = ["v1"]
lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self, status: int, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        if self.path == "/health":
            self.answer(
                200, {"status": "ok", "version": served[-1], "artifactSha256": versions[served[-1]][1]}
            )
        else:
            self.answer(404, {"error": "unknown path"})

    def do_POST(self) -> None:
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        except ValueError:
            return self.answer(400, {"error": "not JSON"})
        try:
            if self.path == "/predict":
                table = pd.DataFrame(body["rows"])
                return self.answer(200, {"predictions": predict(versions[served[-1]][0], table, names)})
            if self.path == "/admin/retrain":
                return self.answer(200, retrain(pd.DataFrame(body["rows"])))
            if self.path == "/admin/activate" and body["version"] in versions:
                with lock:
                    served.append(body["version"])
                return self.answer(200, {"version": served[-1]})
            if self.path == "/admin/rollback" and len(served) > 1:
                with lock:
                    served.pop()
                return self.answer(200, {"version": served[-1]})
            self.answer(404, {"error": "unknown path or version"})
        except KeyError as missing:
            self.answer(422, {"error": f"{missing} is missing"})
        except (ValueError, TypeError):
            self.answer(500, {"error": "failed"})

    def log_message(self, format: str, *values: object) -> None:
        """Silent."""


def retrain(rows: pd.DataFrame) -> dict:
    model = fit(pd.concat([history, rows]), names, 1.0)
    digest = sha256(pickle.dumps(model))
    version = f"v{len(versions) + 1}"
    versions[version] = (model, digest)
    return {"version": version, "artifactSha256": digest}


ThreadingHTTPServer.request_queue_size = 64
ThreadingHTTPServer(("0.0.0.0", arguments.port), Handler).serve_forever()
