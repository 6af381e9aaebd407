"""`split`: a labelled table and a secret become TRAIN, SAMPLE, PUBLIC_TEST and PRIVATE_TEST."""

from holdout_scorer.drift import table_drift
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tables import cells_bytes, csv_bytes
from holdout_scorer.tabular.cut import cut
from holdout_scorer.tabular.dataset import DICTIONARY, Dataset, load_dataset
from holdout_scorer.tabular.spec import HIDDEN_FILES, PARTS, SAMPLE, Kind, TabularSpec, read_spec
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace


def split(workspace: Workspace, definition: Node, job: Node, kind: Kind) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition, kind)
    secret = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex")
    keys = secret.child(f"{spec.slug}/{spec.version}/split-{job['splitIndex'].integer()}")
    data = load_dataset(workspace.input("data"), spec)
    parts = cut(spec, data, keys)
    names = [keys.name(f"id:{row}") for row in range(len(parts))]
    members: dict[str, list[int]] = {part: [] for part in ("TRAIN", *PARTS)}
    for row in sorted(range(len(parts)), key=names.__getitem__):
        members[parts[row]].append(row)

    def labelled(part: str) -> bytes:
        cells = ((names[row], *data.rows.cells[row], data.targets[row]) for row in members[part])
        return cells_bytes(["id", *data.features, spec.published], cells)

    def hidden(part: str) -> bytes:
        def unit(row: int) -> str:
            return keys.name(f"unit:{data.units[row]}") if data.units else names[row]

        cells = ((names[row], unit(row), data.targets[row], *data.rows.cells[row]) for row in members[part])
        return cells_bytes(["key", "unit", "label", *data.features], cells)

    contents = {"TRAIN": labelled("TRAIN"), SAMPLE: labelled(SAMPLE)}
    contents |= {part: hidden(part) for part in HIDDEN_FILES}
    features = ((names[row], *data.rows.cells[row]) for row in members[SAMPLE])
    public = {
        "data/train.csv": contents["TRAIN"],
        "data/sample.csv": contents[SAMPLE],
        "data/sample_features.csv": cells_bytes(["id", *data.features], features),
        "data/data_dictionary.csv": _dictionary(spec, data),
        "data/README.md": _readme(spec, data, members).encode(),
    }
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write(
        "bundle-hidden.tar", tar_bytes({HIDDEN_FILES[part]: contents[part] for part in HIDDEN_FILES})
    )
    workspace.write_json(
        "split.json",
        {
            "parts": {
                part: {"rows": len(members[part]), "commitment": keys.commitment(part, content)}
                for part, content in contents.items()
            },
            "drift": table_drift(data.rows, data.numeric, members["TRAIN"], members["PRIVATE_TEST"]),
        },
    )


def _dictionary(spec: TabularSpec, data: Dataset) -> bytes:
    first = {"column": "id", "type": "text", "unit": "", "description": "Name of the row; means nothing"}
    kind = "number" if spec.kind == "regression" else "class"
    last = {"column": spec.published, "type": kind, "unit": "", "description": f"{spec.label}: the outcome"}
    return csv_bytes(DICTIONARY, [first, *data.dictionary.rows, last])


def _readme(spec: TabularSpec, data: Dataset, members: dict[str, list[int]]) -> str:
    columns = "id,prediction"
    if spec.kind == "multiclass":
        classes = ",".join(f"p_{name}" for name in sorted(set(data.targets)))
        columns = f"id,{classes}"
    return f"""# Data of `{spec.slug}`

| file | what |
|---|---|
| `train.csv` | {len(members["TRAIN"]):,} rows with `{spec.published}`: fit on these |
| `sample.csv` | {len(members[SAMPLE]):,} rows with `{spec.published}`, drawn like the hidden test |
| `sample_features.csv` | the same rows without `{spec.published}`: what `predict` is given |
| `data_dictionary.csv` | type, unit and meaning of each column |

`predict` writes a CSV whose first line is `{columns}`, with one row for every id of the features file.
Ids mean nothing, and the ids of the hidden test are new in every run.
"""
