"""The README that lies beside the public data."""

from pathlib import PurePosixPath

from holdout_scorer.image_classification.spec import ImageSpec


def data_readme(spec: ImageSpec, classes: tuple[str, ...]) -> str:
    lines = [
        "# Data",
        "",
        "- `train.npz`: `images` (uint8), `labels` (numbers of classes) and `ids`, the rows to learn from.",
        (
            "- `sample.npz`: `images` and `labels` of other rows, drawn as the hidden ones are. Their labels"
            " are right."
        ),
        (
            "- `facts.json`: the names of the classes, the shape of an image, and the key of the sample's"
            " corruptions."
        ),
    ]
    if spec.flips:
        lines.append(f"- {spec.flips} labels of `train.npz` were made wrong. Which ones is yours to find.")
    if spec.backbone_file:
        name = PurePosixPath(spec.backbone_file).name
        lines.append(f"- `{name}`: weights of a network that has seen other images, without labels.")
    if spec.few_per_class:
        lines.append(
            f"- `train` is also run on {spec.few_per_class} rows a class: those of each class whose ids come"
            " first in the alphabet. Nothing else of the folder differs."
        )
    names = ", ".join(f"{number} {name}" for number, name in enumerate(classes))
    return "\n".join([*lines, "", f"Classes: {names}.", ""])
