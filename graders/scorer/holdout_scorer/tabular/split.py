"""`split`: a labelled table and a secret become TRAIN, SAMPLE, PUBLIC_TEST and PRIVATE_TEST."""

from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.tables import Row, csv_bytes
from holdout_scorer.tabular.cut import cut
from holdout_scorer.tabular.dataset import DICTIONARY, Dataset, load_dataset
from holdout_scorer.tabular.spec import HIDDEN_FILES, SAMPLE, Kind, TabularSpec, read_spec
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
    order = sorted(range(len(parts)), key=names.__getitem__)
    labelled: dict[str, list[Row]] = {"TRAIN": [], SAMPLE: []}
    hidden: dict[str, list[Row]] = {part: [] for part in HIDDEN_FILES}
    for row in order:
        if parts[row] in labelled:
            labelled[parts[row]].append(
                {"id": names[row], spec.published: data.targets[row]} | data.rows[row]
            )
        else:
            unit = keys.name(f"unit:{data.units[row]}") if data.units else names[row]
            fixed = {"key": names[row], "label": data.targets[row], "unit": unit}
            hidden[parts[row]].append(fixed | data.rows[row])
    columns = ["id", *data.features]
    train = csv_bytes([*columns, spec.published], labelled["TRAIN"])
    sample = csv_bytes([*columns, spec.published], labelled[SAMPLE])
    contents = {"TRAIN": train, SAMPLE: sample} | {
        part: csv_bytes(["key", "unit", "label", *data.features], rows) for part, rows in hidden.items()
    }
    public = {
        "data/train.csv": train,
        "data/sample.csv": sample,
        "data/sample_features.csv": csv_bytes(columns, labelled[SAMPLE]),
        "data/data_dictionary.csv": _dictionary(spec, data),
        "data/README.md": _readme(spec, data, labelled).encode(),
    }
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write(
        "bundle-hidden.tar", tar_bytes({HIDDEN_FILES[part]: contents[part] for part in HIDDEN_FILES})
    )
    sizes = {part: len(rows) for part, rows in (labelled | hidden).items()}
    workspace.write_json(
        "split.json",
        {
            "parts": {
                part: {"rows": sizes[part], "commitment": keys.commitment(part, content)}
                for part, content in contents.items()
            }
        },
    )


def _dictionary(spec: TabularSpec, data: Dataset) -> bytes:
    first = {"column": "id", "type": "text", "unit": "", "description": "Name of the row; means nothing"}
    kind = "number" if spec.kind == "regression" else "class"
    last = {"column": spec.published, "type": kind, "unit": "", "description": f"{spec.label}: the outcome"}
    return csv_bytes(DICTIONARY, [first, *data.dictionary.rows, last])


def _readme(spec: TabularSpec, data: Dataset, labelled: dict[str, list[Row]]) -> str:
    columns = "id,prediction"
    if spec.kind == "multiclass":
        classes = ",".join(f"p_{name}" for name in sorted(set(data.targets)))
        columns = f"id,{classes}"
    return f"""# Data of `{spec.slug}`

| file | what |
|---|---|
| `train.csv` | {len(labelled["TRAIN"]):,} rows with `{spec.published}`: fit on these |
| `sample.csv` | {len(labelled[SAMPLE]):,} rows with `{spec.published}`, drawn like the hidden test |
| `sample_features.csv` | the same rows without `{spec.published}`: what `predict` is given |
| `data_dictionary.csv` | type, unit and meaning of each column |

`predict` writes a CSV whose first line is `{columns}`, with one row for every id of the features file.
Ids mean nothing, and the ids of the hidden test are new in every run.
"""
