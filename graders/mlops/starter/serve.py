"""Predicts and tells its health. To do: check requests fully, retrain, shadow, activate, roll back."""

import argparse
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from model import load, predict

parser = argparse.ArgumentParser()
parser.add_argument("--model", type=Path, required=True)
parser.add_argument("--port", type=int, required=True)
arguments = parser.parse_args()
model = load(arguments.model)


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
            self.answer(200, {"status": "ok", "version": "v1"})
        else:
            self.answer(404, {"error": "unknown path"})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path != "/predict":
            return self.answer(404, {"error": "unknown path"})
        try:
            rows = json.loads(raw)["rows"]
            self.answer(200, {"version": "v1", "predictions": [predict(model, row) for row in rows]})
        except (ValueError, KeyError, TypeError):
            self.answer(422, {"error": "the request is not as agreed"})

    def log_message(self, format: str, *values: object) -> None:
        """Silent: printing once a request costs time."""


ThreadingHTTPServer.request_queue_size = 64
ThreadingHTTPServer(("0.0.0.0", arguments.port), Handler).serve_forever()
