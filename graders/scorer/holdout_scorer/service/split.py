"""`split`: a labelled table and a secret become TRAIN, SAMPLE, PUBLIC_TEST and PRIVATE_TEST, with pools."""

import json
from dataclasses import dataclass

from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.service.data import Columns, public_data, read_columns
from holdout_scorer.service.faults import draw_batches, traits_of
from holdout_scorer.service.spec import HIDDEN_PARTS, SAMPLE, STEM, ServiceSpec, read_spec
from holdout_scorer.service.streams import draw_streams
from holdout_scorer.tables import Row, Table, csv_bytes, read_table
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition)
    index = job["splitIndex"].integer()
    keys = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex").child(
        f"{spec.slug}/{spec.version}/split-{index}"
    )
    table = kept_rows(read_table(workspace.input(f"data/{spec.file.rsplit('/', 1)[-1]}")), spec)
    cut = _cut(table, spec, keys)
    columns = read_columns(spec, Table(("id", *_features(table, spec), spec.target), tuple(cut.train)))
    written = ["id", *columns.features, spec.target]
    train = csv_bytes(written, cut.train)
    public = {
        "data/train.csv": train,
        "data/sample.csv": csv_bytes(written, cut.test[SAMPLE]),
        "data/columns.json": columns.to_json(),
        "data/README.md": public_data(spec, len(cut.train), len(cut.test[SAMPLE])).encode(),
    }
    dictionary = workspace.input("data/dictionary.csv")
    if dictionary.is_file():
        public["data/data_dictionary.csv"] = dictionary.read_bytes()
    public |= _sample_batches(spec, columns, cut, keys) | _sample_streams(spec, columns, cut, keys)
    hidden = {"keys.json": json.dumps({p: keys.child(p).secret.hex() for p in HIDDEN_PARTS}).encode()}
    for part in HIDDEN_PARTS:
        hidden[f"{STEM[part]}_test.csv"] = csv_bytes(written, cut.test[part])
        hidden[f"{STEM[part]}_pool.csv"] = csv_bytes(written, cut.pool[part])
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write("bundle-hidden.tar", tar_bytes(hidden))
    contents = {"TRAIN": (cut.train, train), SAMPLE: (cut.test[SAMPLE], public["data/sample.csv"])} | {
        part: (cut.test[part] + cut.pool[part], hidden[f"{STEM[part]}_test.csv"]) for part in HIDDEN_PARTS
    }
    parts = {
        part: {"rows": len(rows), "commitment": keys.commitment(part, content)}
        for part, (rows, content) in contents.items()
    }
    workspace.write_json("split.json", {"parts": parts})


LEAST_TRAIN = 200


@dataclass(frozen=True)
class Cut:
    train: list[Row]
    test: dict[str, list[Row]]
    pool: dict[str, list[Row]]


def _features(table: Table, spec: ServiceSpec) -> tuple[str, ...]:
    hidden = {spec.target, "id", *spec.ignore, *spec.keep}
    return tuple(name for name in table.columns if name not in hidden)


def kept_rows(table: Table, spec: ServiceSpec) -> Table:
    for name in (spec.target, *spec.ignore, *spec.keep):
        if name not in table.columns:
            raise AssignmentError("DATA_INVALID", f"The dataset has no column `{name}`.")
    rows = tuple(
        row
        for row in table.rows
        if row[spec.target] != "" and all(row[name] == value for name, value in spec.keep.items())
    )
    return Table(table.columns, rows)


def _cut(table: Table, spec: ServiceSpec, keys: Keyring) -> Cut:
    # Places in the file say nothing after this: order and names are keyed.
    named = sorted((keys.name(f"id:{place}"), place) for place in range(len(table.rows)))
    rows = [{"id": name} | table.rows[place] for name, place in named]
    require_rows(len(rows), spec)
    test, pool = {}, {}
    for part in STEM:
        test[part], rows = rows[: spec.rows[part]], rows[spec.rows[part] :]
        pool[part], rows = rows[: spec.pool[part]], rows[spec.pool[part] :]
    return Cut(rows, test, pool)


def require_rows(total: int, spec: ServiceSpec) -> None:
    """Raises AssignmentError when too few rows are left to learn from."""
    wanted = sum(spec.rows.values()) + sum(spec.pool.values())
    if total - wanted < max(LEAST_TRAIN, wanted // 2):
        raise AssignmentError(
            "SPLIT_INVALID",
            f"`split` asks for {wanted:,} hidden and sample rows, but of {total:,} that leaves too few "
            "to learn from.",
            path="split",
            suggestion=f"Ask for at most {max(0, min(total - LEAST_TRAIN, total * 2 // 3)):,} in all.",
        )


def _sample_batches(spec: ServiceSpec, columns: Columns, cut: Cut, keys: Keyring) -> dict[str, bytes]:
    if spec.batches is None:
        return {}
    traits = traits_of(cut.train, columns.numeric)
    drawn = draw_batches(
        cut.test[SAMPLE],
        ["id", *columns.features],
        traits,
        spec.batches.sample_faulty,
        spec.batches.rows,
        keys.generator("sample-batches"),
    )
    named = {f"b{number:02d}.csv": batch for number, batch in enumerate(drawn)}
    answers = {name: {"kind": batch.kind, "column": batch.column} for name, batch in named.items()}
    files = {f"data/batches/{name}": batch.to_csv() for name, batch in named.items()}
    return files | {"data/batches.json": json.dumps(answers, indent=1).encode()}


def _sample_streams(spec: ServiceSpec, columns: Columns, cut: Cut, keys: Keyring) -> dict[str, bytes]:
    if spec.streams is None:
        return {}
    drivers = traits_of(cut.train, columns.numeric).spread
    drawn = draw_streams(
        cut.test[SAMPLE],
        drivers,
        spec.target,
        spec.streams.sample_count,
        spec.streams,
        columns.unit,
        keys.generator("sample-streams"),
    )
    named = {f"s{number:02d}.csv": stream for number, stream in enumerate(drawn)}
    answers = {name: {"kind": stream.kind, "start": stream.start} for name, stream in named.items()}
    written = ["id", *columns.features, spec.target]
    files = {f"data/streams/{name}": stream.to_csv(written) for name, stream in named.items()}
    return files | {"data/streams.json": json.dumps(answers, indent=1).encode()}
