"""`split`: images and a secret become train, sample and hidden parts; some train labels are made wrong."""

import json
from collections import Counter
from pathlib import PurePosixPath

import numpy as np

from holdout_scorer.arrays import Ints
from holdout_scorer.binary_classification.assign import assign_parts
from holdout_scorer.errors import AssignmentError
from holdout_scorer.image_classification.dataset import Dataset, load_dataset, npz_bytes
from holdout_scorer.image_classification.readme import data_readme
from holdout_scorer.image_classification.spec import PARTS, SAMPLE, ImageSpec, read_spec
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

LEAST_PER_CLASS = 8
AUDIT_PUBLIC_SHARE = 0.3


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition)
    secret = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex")
    keys = secret.child(f"{spec.slug}/{spec.version}/split-{job['splitIndex'].integer()}")
    path = workspace.input(f"data/{PurePosixPath(spec.data_file).name}")
    data = load_dataset(path, spec.images, spec.target, spec.class_names)
    rows = cut(spec, data, keys)
    train = rows["TRAIN"]
    published, flipped = flip_labels(data, train, spec.flips, keys)
    ids = np.array([keys.name(f"row:{row}") for row in train])
    judged = keys.generator("audit-part").random(len(train)) >= AUDIT_PUBLIC_SHARE
    files = {
        part: npz_bytes(images=data.images[rows[part]], labels=data.labels[rows[part]]) for part in PARTS
    }
    facts = {
        "classes": list(data.classes),
        "imageShape": list(data.images.shape[1:]),
        "sampleKeyHex": keys.digest("corruptions:SAMPLE").hex(),
    }
    public = {
        "data/train.npz": npz_bytes(images=data.images[train], labels=published, ids=ids),
        "data/sample.npz": files[SAMPLE],
        "data/facts.json": json.dumps(facts, indent=1).encode(),
        "data/README.md": data_readme(spec, data.classes).encode(),
    }
    if spec.backbone_file:
        name = PurePosixPath(spec.backbone_file).name
        public[f"data/{name}"] = workspace.input(f"data/{name}").read_bytes()
    hidden = {f"{part.lower()}.npz": files[part] for part in PARTS[1:]}
    hidden["truth.npz"] = npz_bytes(flipped=flipped, private=judged)
    hidden["keys.json"] = json.dumps(
        {part: keys.digest(f"corruptions:{part}").hex() for part in PARTS[1:]}
    ).encode()
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write("bundle-hidden.tar", tar_bytes(hidden))
    contents = {"TRAIN": public["data/train.npz"]} | files
    workspace.write_json(
        "split.json",
        {
            "parts": {
                part: {"rows": len(rows[part]), "commitment": keys.commitment(part, content)}
                for part, content in contents.items()
            }
        },
    )


def cut(spec: ImageSpec, data: Dataset, keys: Keyring) -> dict[str, Ints]:
    """Row numbers of TRAIN and the judged parts, each in the order of a keyed hash.

    An image that occurs twice goes to TRAIN: judged, it could be looked up. Raises AssignmentError.
    """
    wanted = spec.counts(len(data.labels))
    copies = Counter(image.tobytes() for image in data.images)
    single = [row for row, image in enumerate(data.images) if copies[image.tobytes()] == 1]
    _require(data, wanted, len(single))
    parts = ["TRAIN"] * len(data.labels)
    assigned = assign_parts([(str(data.labels[row]),) for row in single], wanted, keys)
    for row, part in zip(single, assigned, strict=True):
        parts[row] = part
    rows: dict[str, Ints] = {}
    for part in ("TRAIN", *PARTS):
        members = [row for row, name in enumerate(parts) if name == part]
        rows[part] = np.array(sorted(members, key=lambda row: keys.digest(f"place:{row}")), dtype=np.int64)
        lacking = set(range(len(data.classes))) - {int(label) for label in data.labels[rows[part]]}
        if lacking:
            raise AssignmentError(
                "SPLIT_INVALID",
                f"{part} gets no image of class {data.classes[min(lacking)]}. Ask for larger parts in"
                " `split`, or merge classes.",
            )
    return rows


def _require(data: Dataset, wanted: dict[str, int], single: int) -> None:
    counts = np.bincount(data.labels, minlength=len(data.classes))
    if counts.min() < LEAST_PER_CLASS:
        raise AssignmentError(
            "SPLIT_INVALID",
            f"Class {data.classes[int(counts.argmin())]} has {counts.min()} images; at least"
            f" {LEAST_PER_CLASS} are needed.",
        )
    if sum(wanted.values()) >= single:
        raise AssignmentError(
            "SPLIT_INVALID",
            f"The sample and the hidden parts ask for {sum(wanted.values())} of {single} distinct images and"
            " leave none to train on. Ask for fewer in `split`.",
        )


def flip_labels(data: Dataset, train: Ints, count: int, keys: Keyring) -> tuple[Ints, Ints]:
    """Labels of the train rows as published, and 0 or 1 for rows whose label was made wrong.

    A wrong label is the class whose mean image is the next nearest: the mistake a tired person makes.
    """
    labels = data.labels[train].copy()
    flipped = np.zeros(len(train), dtype=np.int64)
    if count == 0:
        return labels, flipped
    if count > len(train) // 5:
        raise AssignmentError(
            "SPLIT_INVALID",
            f"assignment.json.plants.flips asks for {count} of {len(train)} labels; a fifth is most.",
        )
    pixels = data.images[train].reshape(len(train), -1).astype(np.float64)
    means = np.stack([pixels[labels == number].mean(axis=0) for number in range(len(data.classes))])
    for row in keys.generator("flips").choice(len(train), count, replace=False):
        distance = ((means - pixels[row]) ** 2).sum(axis=1)
        distance[labels[row]] = np.inf
        labels[row], flipped[row] = int(distance.argmin()), 1
    return labels, flipped
