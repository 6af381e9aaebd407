"""`plan`: the calls of a run.

What a hidden call meets is drawn from keys that only the hidden bundle holds.
"""

import hashlib
import json
from collections.abc import Sequence

from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.service.data import load_columns
from holdout_scorer.service.drive import drive, recheck
from holdout_scorer.service.faults import draw_batches, traits_of
from holdout_scorer.service.spec import PARTS, SAMPLE, STEM, ServiceSpec, read_spec
from holdout_scorer.service.streams import draw_streams
from holdout_scorer.tables import Row, Table, read_table
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

SMALL, REPORT, ARTIFACT = 65_536, 16_777_216, 16_777_216
Json = dict[str, object]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes calls.tar and secret.json."""
    spec = read_spec(definition)
    split = job["split"].one_of(*PARTS)
    salt = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
    plan = Plan(workspace, spec, salt)
    plan.train()
    plan.part(SAMPLE)
    if split != SAMPLE:
        plan.part(split)
        if spec.registry:
            plan.retrainings()
            if job["kind"].one_of("PRACTICE", "CERTIFICATION") == "CERTIFICATION":
                plan.serve_changed()
    plan.files["calls.json"] = json.dumps(
        {"schema": "holdout.calls/2", "groups": {}, "calls": plan.calls}, indent=1
    ).encode()
    workspace.write("calls.tar", tar_bytes(plan.files))
    workspace.write_json("secret.json", plan.secret)


class Plan:
    def __init__(self, workspace: Workspace, spec: ServiceSpec, salt: Keyring) -> None:
        self.workspace, self.spec, self.salt = workspace, spec, salt
        self.columns = load_columns(workspace)
        self.calls: list[Json] = []
        self.files: dict[str, bytes] = {}
        self.secret: dict[str, Json] = {}

    def train(self) -> None:
        self._call("train", "TRAIN", "train", "The train command", _trained(), visible=True, data="public")

    def retrainings(self) -> None:
        """Once more on the same data, and once on data whose targets were shuffled."""
        subject = "The train command, run again"
        self._call("again", "TRAIN", "train", subject, _trained(), visible=False, data="public")
        for path in sorted(self.workspace.input("public/data").rglob("*")):
            if path.is_file():
                name = str(path.relative_to(self.workspace.input("public/data")))
                self.files[f"changed/data/{name}"] = path.read_bytes()
        table = read_table(self.workspace.input("public/data/train.csv"))
        target = self.spec.target
        order = self.salt.generator("changed").permutation(len(table.rows))
        labels = (table.rows[int(place)][target] for place in order)
        rows = tuple(row | {target: label} for row, label in zip(table.rows, labels, strict=True))
        shuffled = Table(table.columns, rows).to_csv()
        self.files["changed/data/train.csv"] = shuffled
        self.secret["changed"] = {"dataSha256": hashlib.sha256(shuffled).hexdigest()}
        subject = "The train command on changed data"
        self._call("changed", "TRAIN", "train", subject, _trained(), visible=False, data="own")

    def serve_changed(self) -> None:
        """The service of the shuffled targets, asked for hidden rows: it should know nothing of them."""
        requests = json.loads(self.files["hidden-serve/drive.json"])
        self._serve(
            "changed-serve", "The service trained on changed data", recheck(requests), model="changed"
        )

    def part(self, part: str) -> None:
        """The calls that judge one part. The sample's are visible."""
        visible, stem = part == SAMPLE, "sample" if part == SAMPLE else "hidden"
        where = "the public sample" if visible else "hidden data"
        keys = None if visible else self._keys(part)
        rows = read_table(
            self.workspace.input("public/data/sample.csv" if visible else f"hidden/{STEM[part]}_test.csv")
        ).rows
        pool = rows if visible else read_table(self.workspace.input(f"hidden/{STEM[part]}_pool.csv")).rows
        if self.spec.batches:
            self._batches(stem, visible, where, pool, keys)
        if self.spec.streams:
            self._streams(stem, visible, where, pool, keys)
        order = sorted(rows, key=lambda row: self.salt.digest(f"{stem}:{row['id']}"))
        requests, truth = drive(self.spec, self.columns, order, pool, keys or self.salt.child(stem), visible)
        name = f"{stem}-serve"
        self.secret[name] = truth
        self._serve(name, f"The service, driven with {where}", requests, visible=visible)

    def _serve(
        self, name: str, subject: str, requests: Json, *, visible: bool = False, model: str = "train"
    ) -> None:
        self.files[f"{name}/drive.json"] = json.dumps(requests, allow_nan=False).encode()
        report = {"report": _file("report.json", REPORT)}
        inputs = {"drive": "drive.json"}
        self._call(name, "SERVE", "serve", subject, report, visible=visible, inputs=inputs)
        self.calls[-1] |= {
            "model": model,
            "service": {"command": "serve", "port": 8080, "driver": "mlops-drive"},
        }

    def _batches(
        self, stem: str, visible: bool, where: str, pool: Sequence[Row], keys: Keyring | None
    ) -> None:
        name = f"{stem}-validate"
        if keys is None:
            self.secret[name] = self._published(name, "batches")
        elif self.spec.batches:
            traits = traits_of(pool, self.columns.numeric)
            drawn = draw_batches(
                pool,
                ["id", *self.columns.features],
                traits,
                self.spec.batches.faulty,
                self.spec.batches.rows,
                keys.generator("batches"),
            )
            answers: Json = {}
            for number, batch in enumerate(drawn):
                self.files[f"{name}/batches/b{number:02d}.csv"] = batch.to_csv()
                answers[f"b{number:02d}.csv"] = {"kind": batch.kind, "column": batch.column}
            self.secret[name] = answers
        self._call(
            name,
            "PREDICT",
            "validate",
            f"The validate command on {where}",
            {"verdicts": _file("verdicts.json", SMALL)},
            visible=visible,
            inputs={"batches": "batches/"},
        )

    def _streams(
        self, stem: str, visible: bool, where: str, pool: Sequence[Row], keys: Keyring | None
    ) -> None:
        name = f"{stem}-monitor"
        if keys is None:
            self.secret[name] = self._published(name, "streams")
        elif self.spec.streams:
            drivers = traits_of(pool, self.columns.numeric).spread
            drawn = draw_streams(
                pool,
                drivers,
                self.spec.target,
                self.spec.streams.count,
                self.spec.streams,
                self.columns.unit,
                keys.generator("streams"),
            )
            written = ["id", *self.columns.features, self.spec.target]
            answers: Json = {}
            for number, stream in enumerate(drawn):
                self.files[f"{name}/streams/s{number:02d}.csv"] = stream.to_csv(written)
                answers[f"s{number:02d}.csv"] = {"kind": stream.kind, "start": stream.start}
            self.secret[name] = answers
        self._call(
            name,
            "PREDICT",
            "monitor",
            f"The monitor command on {where}",
            {"alarms": _file("alarms.json", SMALL)},
            visible=visible,
            inputs={"streams": "streams/"},
        )

    def _published(self, call: str, kind: str) -> Json:
        """The sample's files, whose answers are public."""
        for path in sorted(self.workspace.input(f"public/data/{kind}").iterdir()):
            self.files[f"{call}/{kind}/{path.name}"] = path.read_bytes()
        answers = self.workspace.read_json(f"public/data/{kind}.json")
        return {name: node.value for name, node in answers.entries()}

    def _keys(self, part: str) -> Keyring:
        node = self.workspace.read_json("hidden/keys.json")
        return Keyring.from_hex(node[part].text(), f"hidden/keys.json.{part}")

    def _call(
        self,
        name: str,
        phase: str,
        command: str,
        subject: str,
        outputs: dict[str, Json],
        *,
        visible: bool,
        data: str | None = None,
        inputs: dict[str, str] | None = None,
    ) -> None:
        self.calls.append(
            {
                "name": name,
                "phase": phase,
                "command": command,
                "visible": visible,
                "subject": subject,
                "data": data,
                "model": None if command == "train" else "train",
                "limits": {"TRAIN": "train", "PREDICT": "predict", "SERVE": "serve"}[phase],
                "inputs": inputs or {},
                "values": {"port": "8080"} if phase == "SERVE" else {},
                "takes": {},
                "outputs": outputs,
            }
        )


def _file(path: str, size: int, required: bool = True) -> Json:
    return {"kind": "file", "path": path, "maxBytes": size, "required": required}


def _trained() -> dict[str, Json]:
    return {
        "model": {"kind": "tree", "path": "model", "maxBytes": 33_554_432, "required": False},
        "registry": _file("reports/registry.json", 262_144, required=False),
        "artifact": _file("reports/artifact.bin", ARTIFACT, required=False),
        "offline": _file("reports/offline.json", 1_048_576, required=False),
    }
