"""`plan`: the containers of a run. Images come in an order that holds for one call of one run only."""

import json
from dataclasses import replace

import numpy as np

from holdout_scorer.arrays import Ints
from holdout_scorer.calls import AGAIN, FIRST_CALL, Call, Output, Take, calls_json
from holdout_scorer.image_classification.corruptions import Images
from holdout_scorer.image_classification.dataset import Part, npy_bytes, npz_bytes, read_part
from holdout_scorer.image_classification.sets import few_rows, judged_part, layout_of, main_call, stacked
from holdout_scorer.image_classification.spec import PARTS, SAMPLE, ImageSpec, read_spec
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

RUNNER = "onnx-classify"
BATCH = 64
REPORT_BYTES = 1_048_576
LEVELS = 2
SUBJECTS = {
    "sample": "The model on the public sample",
    "hidden": "The model on hidden images",
    "few": "The model of few labels on hidden images",
    "probe": "The model on one image at a time",
}


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes calls.tar for the student's containers and secret.json for `score` alone."""
    spec = read_spec(definition)
    split = job["split"].one_of(*PARTS)
    keys = Keyring.from_hex(job["saltHex"].text(), "job.json.saltHex")
    wanted = job.get("permutations")
    certification = job["kind"].one_of("PRACTICE", "CERTIFICATION") == "CERTIFICATION"
    count = (wanted.integer() if wanted else spec.retrain.count) if certification else 0
    made = _Plan(workspace, spec, keys)
    if spec.few_per_class:
        made.train("few-train", few_rows(made.train_part, made.classes, spec.few_per_class), shuffle=False)
    for call in dict.fromkeys(("sample", main_call(split))):
        of = SAMPLE if call == "sample" else split
        part = judged_part(workspace, of)
        made.classify(call, FIRST_CALL, stacked(workspace, of, part, layout_of(spec, of, part)))
    part = judged_part(workspace, split)
    if spec.few_per_class:
        made.classify("few", "few-train", part.images)
    made.probe(part)
    if certification:
        made.train_again(part)
    made.retrain(part, count)
    budgets = {"permuted": _budget(definition)} if count else {}
    made.files["calls.json"] = calls_json(made.calls, budgets)
    workspace.write("calls.tar", tar_bytes(made.files))
    orders = {name: order.tolist() for name, order in made.orders.items()}
    workspace.write_json(
        "secret.json",
        {
            "main": main_call(split),
            "orders": orders,
            "permutations": count,
            "full": made.full,
            "again": certification,
        },
    )


def _budget(definition: Node) -> int | None:
    seconds = definition["probes"]["permutedRetrains"].get("budgetSeconds")
    return seconds.integer(1) if seconds else None


class _Plan:
    """Calls with their files. orders: at each place of a call's images, the row it stands for."""

    def __init__(self, workspace: Workspace, spec: ImageSpec, keys: Keyring) -> None:
        self.spec, self.keys = spec, keys
        self.calls: list[Call] = []
        self.files: dict[str, bytes] = {}
        self.orders: dict[str, Ints] = {}
        self.full = 0
        data = workspace.input("public/data")
        self.train_part, self.sample = read_part(data / "train.npz"), read_part(data / "sample.npz")
        self.classes = len(list(workspace.read_json("public/data/facts.json")["classes"].each()))
        own = ("train.npz", "sample.npz", "README.md")
        self.others = {path.name: path.read_bytes() for path in data.iterdir() if path.name not in own}

    def train(self, name: str, rows: Ints, *, shuffle: bool) -> None:
        """Train on `rows` of the public data; with `shuffle` under other ids and with shuffled labels."""
        generator = self.keys.generator(name)
        labels, sample, ids = (
            self.train_part.labels[rows],
            self.sample.labels,
            np.array(self.train_part.ids)[rows],
        )
        if shuffle:
            labels, sample = generator.permutation(labels), generator.permutation(sample)
            ids = np.array([self.keys.name(f"{name}:{each}") for each in ids])
        given = self.others | {
            "train.npz": npz_bytes(images=self.train_part.images[rows], labels=labels, ids=ids),
            "sample.npz": npz_bytes(images=self.sample.images, labels=sample),
        }
        self.files |= {f"{name}/data/{file}": content for file, content in given.items()}
        self.calls.append(
            Call(
                name=name,
                phase="TRAIN",
                command="train",
                subject=(
                    "The train command on shuffled labels" if shuffle else "The train command on few labels"
                ),
                limits="train",
                visible=not shuffle,
                group="permuted" if shuffle else None,
                label=None if shuffle else "few labels",
                data="own",
                outputs=self._trained(),
            )
        )

    def _trained(self) -> dict[str, Output]:
        paths = {"onnx": "model.onnx", "labelAudit": "label_audit.csv", "log": "log.csv"}
        return {
            key: Output(f"reports/{path}", self.spec.output_bytes[key], required=False)
            for key, path in paths.items()
            if key in self.spec.output_bytes
        }

    def classify(self, name: str, trained: str, images: Images) -> None:
        """Run the model that `trained` left over images, shuffled."""
        order = self.keys.generator(f"order:{name}").permutation(len(images))
        self._images(name, images[order], order, BATCH, timed=0)
        self.calls.append(self._call(name, trained, len(images)))

    def probe(self, part: Part) -> None:
        """Some images alone, in another order, and some with every pixel changed a little."""
        generator = self.keys.generator("probe")
        count = len(part.images)
        rows = np.concatenate(
            [
                generator.choice(count, min(self.spec.twins, count), replace=False),
                generator.choice(count, min(self.spec.changed, count), replace=False) + count,
            ]
        )
        generator.shuffle(rows)
        images = part.images[rows % count].astype(np.int64)
        noise = generator.integers(-LEVELS, LEVELS + 1, images.shape)
        noise[rows < count] = 0
        self._images(
            "probe", np.clip(images + noise, 0, 255).astype(np.uint8), rows, 1, timed=self.spec.timed
        )
        self.calls.append(replace(self._call("probe", FIRST_CALL, len(rows)), probe=True))

    def train_again(self, part: Part) -> None:
        """The training on few labels once more, the whole one where there is none: the cheaper of the two."""
        subject = "The train command, run again"
        if self.spec.few_per_class:
            few = few_rows(self.train_part, self.classes, self.spec.few_per_class)
            self.train(AGAIN, few, shuffle=False)
            call = replace(self.calls.pop(), subject=subject, visible=False)
        else:
            outputs = self._trained()
            call = Call(AGAIN, "TRAIN", "train", subject, limits="train", data="public", outputs=outputs)
        self.calls.append(replace(call, label="again", probe=True))
        self.classify(f"{AGAIN}-classify", AGAIN, part.images)
        self.calls[-1] = replace(self.calls[-1], label="again", probe=True)

    def retrain(self, part: Part, count: int) -> None:
        """Train on shuffled labels: `full` times on all rows, else on as many as the few labels are."""
        few = self.spec.few_per_class
        rows: Ints
        self.full = min(count, self.spec.retrain.full) if few else count
        for number in range(1, count + 1):
            name = f"permuted-{number}"
            rows = np.arange(len(self.train_part.labels), dtype=np.int64)
            if few and number > self.full:
                rows = self.keys.generator(f"rows:{name}").choice(rows, few * self.classes, replace=False)
            self.train(name, rows, shuffle=True)
            if number == 1:
                self.classify(f"{name}-classify", name, part.images)
            else:
                self.calls.append(
                    replace(
                        self._call(f"{name}-classify", name, len(part.images)), files_of="permuted-1-classify"
                    )
                )
            self.calls[-1] = replace(self.calls[-1], group="permuted")

    def _images(self, name: str, images: Images, order: Ints, batch: int, timed: int) -> None:
        request = {"classes": self.classes, "batch": batch, "maxBytes": self.spec.model_bytes, "timed": timed}
        self.orders[name] = order
        self.files[f"{name}/images.npy"] = npy_bytes(images)
        self.files[f"{name}/request.json"] = json.dumps(request).encode()

    def _call(self, name: str, trained: str, rows: int) -> Call:
        cells = 4 * rows * self.classes
        return Call(
            name=name,
            phase="PREDICT",
            command=None,
            runner=RUNNER,
            image="onnx",
            subject=SUBJECTS.get(name, "The model trained on shuffled labels"),
            limits="runner",
            visible=name == "sample",
            takes={"model.onnx": Take(trained, "onnx")},
            outputs={
                "probabilities": Output("probabilities.npy", cells + 1024),
                "report": Output("report.json", REPORT_BYTES),
            },
        )
