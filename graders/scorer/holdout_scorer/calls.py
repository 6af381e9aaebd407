"""`calls.json`, schema holdout.calls/2: every container that student files run in, exactly as it will be
started.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

SCHEMA = "holdout.calls/2"
# The training on the public data, which the platform runs before the plan exists. Calls may use its model.
FIRST_CALL = "train"
# The same training once more: its output must not differ.
AGAIN = "again"
SUBJECTS = {
    "sample": "The predict command on the public sample",
    "hidden": "The predict command on hidden rows",
    "probe": "The predict command on rows in another order and company",
}


@dataclass(frozen=True)
class Output:
    """A file, or with kind `tree` a folder, that a call may write. `path` is below its output folder."""

    path: str
    max_bytes: int
    kind: Literal["file", "tree"] = "file"
    required: bool = True


@dataclass(frozen=True)
class Take:
    """A file that the earlier call `call` wrote as `output`."""

    call: str
    output: str


@dataclass(frozen=True)
class Call:
    """One container. `command` is one of holdout.toml; `runner` a program of the platform instead.

    `inputs`: placeholder to path below the input folder; the bytes stand in calls.tar below the folder of
    `files_of` or of this call. `values`: placeholder to text. `takes`: path below the input folder to what an
    earlier call left. `model`: the call whose model is given. `data`: what {data} holds.
    """

    name: str
    phase: Literal["TRAIN", "PREDICT"]
    command: str | None
    subject: str
    limits: str
    visible: bool = False
    label: str | None = None
    group: str | None = None
    runner: str | None = None
    image: str | None = None
    optional: bool = False
    probe: bool = False
    data: Literal["public", "own"] | None = None
    model: str | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    files_of: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    takes: Mapping[str, Take] = field(default_factory=dict)
    outputs: Mapping[str, Output] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """Plain values, without the fields that are not set."""
        entry: dict[str, object] = {
            "name": self.name,
            "label": self.label,
            "group": self.group,
            "phase": self.phase,
            "command": self.command,
            "runner": self.runner,
            "image": self.image,
            "visible": self.visible,
            "subject": self.subject,
            "optional": self.optional,
            "probe": self.probe,
            "data": self.data,
            "model": self.model,
            "limits": self.limits,
            "inputs": dict(self.inputs),
            "filesOf": self.files_of,
            "values": dict(self.values),
            "takes": {path: {"call": take.call, "output": take.output} for path, take in self.takes.items()},
            "outputs": {
                name: {
                    "kind": output.kind,
                    "path": output.path,
                    "maxBytes": output.max_bytes,
                    "required": output.required,
                }
                for name, output in self.outputs.items()
            },
        }
        kept = ("command", "data", "model")
        return {key: value for key, value in entry.items() if value is not None or key in kept}


def predict_call(name: str, max_bytes: int, model: str | None) -> Call:
    """Predicts the rows of `<name>/features.csv`. The sample is the only call whose log students can read."""
    return Call(
        name=name,
        phase="PREDICT",
        command="predict",
        subject=SUBJECTS.get(name, "The predict command"),
        limits="predict",
        visible=name == "sample",
        probe=name == "probe",
        model=model,
        inputs={"features": "features.csv"},
        outputs={"predictions": Output("predictions.csv", max_bytes)},
    )


def calls_json(calls: Sequence[Call], budgets: Mapping[str, int | None]) -> bytes:
    """Bytes of the file. budgets: seconds that the calls of a group have; None: what their limits allow."""
    groups = {
        name: {} if seconds is None else {"budgetSeconds": seconds} for name, seconds in budgets.items()
    }
    return json.dumps(
        {"schema": SCHEMA, "groups": groups, "calls": [call.to_json() for call in calls]}
    ).encode()
