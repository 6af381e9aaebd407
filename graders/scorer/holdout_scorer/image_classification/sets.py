"""The images that a model is shown: every judged image, and some of them under every corruption."""

from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Ints
from holdout_scorer.image_classification.corruptions import SEVERITIES, Images, corrupt
from holdout_scorer.image_classification.dataset import Part, read_part
from holdout_scorer.image_classification.spec import SAMPLE, ImageSpec
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.workspace import Workspace

FIRST_LABEL = "first"


@dataclass(frozen=True)
class Layout:
    """Rows of a call before they are shuffled: all clean images, then `corrupted` under every corruption."""

    clean: int
    kinds: tuple[str, ...]
    corrupted: Ints

    @property
    def size(self) -> int:
        return self.clean + len(self.kinds) * len(SEVERITIES) * len(self.corrupted)


def main_call(split: str) -> str:
    return "sample" if split == SAMPLE else "hidden"


def judged_part(workspace: Workspace, split: str) -> Part:
    """SAMPLE comes from the public bundle, so a student can score it locally."""
    return read_part(
        workspace.input("public/data/sample.npz" if split == SAMPLE else f"hidden/{split.lower()}.npz")
    )


def layout_of(spec: ImageSpec, split: str, part: Part) -> Layout:
    """The sample meets the disclosed corruptions only. Parts are in a keyed order: their start is a draw."""
    if spec.corruptions is None:
        return Layout(len(part.labels), (), np.arange(0))
    kinds = spec.corruptions.disclosed if split == SAMPLE else spec.corruptions.kinds
    return Layout(len(part.labels), kinds, np.arange(min(spec.corruptions.images, len(part.labels))))


def stacked(workspace: Workspace, split: str, part: Part, layout: Layout) -> Images:
    """The images of a layout. Corruptions derive from the split's key: every submission meets the same."""
    keys = _keys(workspace, split)
    shown = part.images[layout.corrupted]
    corrupted = [
        corrupt(shown, kind, severity, keys.generator(f"{kind}:{severity}"))
        for kind in layout.kinds
        for severity in SEVERITIES
    ]
    return np.concatenate([part.images, *corrupted])


def _keys(workspace: Workspace, split: str) -> Keyring:
    found: Node
    if split == SAMPLE:
        found = workspace.read_json("public/data/facts.json")["sampleKeyHex"]
    else:
        found = workspace.read_json("hidden/keys.json")[split]
    return Keyring.from_hex(found.text(), found.path)


def few_rows(train: Part, classes: int, per_class: int) -> Ints:
    """Rows of the few-label variant: of each published class, those whose ids come first."""
    order = np.argsort(np.array(train.ids), kind="stable")
    return np.concatenate([order[train.labels[order] == number][:per_class] for number in range(classes)])
