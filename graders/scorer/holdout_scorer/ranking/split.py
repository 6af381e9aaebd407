"""`split`: interactions and a secret become training users, and users whose later items are hidden."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath

from holdout_scorer.errors import AssignmentError
from holdout_scorer.keys import Keyring
from holdout_scorer.node import Node
from holdout_scorer.ranking import experiments, offpolicy
from holdout_scorer.ranking.dataset import Dataset, Interaction, load_dataset
from holdout_scorer.ranking.readme import data_readme
from holdout_scorer.ranking.spec import PARTS, SAMPLE, RankingSpec, read_spec
from holdout_scorer.tables import Row, csv_bytes
from holdout_scorer.tarballs import tar_bytes
from holdout_scorer.workspace import Workspace

LEAST_USERS = 20


@dataclass(frozen=True)
class Cut:
    """Rows a part's users are known by, and rows that are hidden."""

    histories: list[Row]
    hidden: list[Row]


def run(workspace: Workspace, definition: Node, job: Node) -> None:
    """Writes bundle-public.tar, bundle-hidden.tar and split.json."""
    spec = read_spec(definition)
    index = job["splitIndex"].integer()
    secret = Keyring.from_hex(job["secretHex"].text(), "job.json.secretHex")
    keys = secret.child(f"{spec.slug}/{spec.version}/split-{index}")
    data = load_dataset(workspace, spec)
    users = _users(data)
    parts = _parts(users, spec, keys)
    columns = ["user", "item", "rating", *spec.columns.side]
    train = sorted(
        (_row(row, keys) for user in parts["TRAIN"] for row in users[user]),
        key=lambda row: keys.digest(f"order:{row['user']}:{row['item']}"),
    )
    cuts = {part: _cut([users[user] for user in parts[part]], spec, keys) for part in PARTS}
    written = {
        part: {
            "histories": csv_bytes(columns, cut.histories),
            "hidden": csv_bytes(["user", "item", "rating"], cut.hidden),
        }
        for part, cut in cuts.items()
    }
    facts = {"relevantFrom": data.relevant_from}
    public = {
        "data/train.csv": csv_bytes(columns, train),
        "data/sample_histories.csv": written[SAMPLE]["histories"],
        "data/sample_hidden.csv": written[SAMPLE]["hidden"],
        "data/facts.json": json.dumps(facts | {"sampleKeyHex": keys.digest("tasks:SAMPLE").hex()}).encode(),
        "data/README.md": data_readme(spec, data.relevant_from).encode(),
    } | _sample_tasks(spec, keys)
    if spec.dictionary_file:
        dictionary = workspace.input(f"data/{PurePosixPath(spec.dictionary_file).name}")
        public["data/data_dictionary.csv"] = dictionary.read_bytes()
    hidden = {
        f"{part.lower()}_{kind}.csv": content for part in PARTS[1:] for kind, content in written[part].items()
    }
    task_keys = {part: keys.digest(f"tasks:{part}").hex() for part in PARTS[1:]}
    hidden["tasks.json"] = json.dumps(task_keys).encode()
    workspace.write("bundle-public.tar", tar_bytes(public))
    workspace.write("bundle-hidden.tar", tar_bytes(hidden))
    counts = {"TRAIN": len(train)} | {part: len(cut.hidden) for part, cut in cuts.items()}
    contents = {"TRAIN": public["data/train.csv"]} | {
        part: files["hidden"] for part, files in written.items()
    }
    workspace.write_json(
        "split.json",
        {
            "parts": {
                part: {"rows": counts[part], "commitment": keys.commitment(part, content)}
                for part, content in contents.items()
            }
        },
    )


def _users(data: Dataset) -> dict[str, list[Interaction]]:
    users: defaultdict[str, list[Interaction]] = defaultdict(list)
    for row in data.rows:
        users[row.user].append(row)
    return dict(users)


def _parts(users: dict[str, list[Interaction]], spec: RankingSpec, keys: Keyring) -> dict[str, list[str]]:
    """Users by part, in the order of a keyed hash. Who has few items is only learned from."""
    order = sorted(users, key=lambda user: keys.digest(f"user-part:{user}"))
    eligible = [user for user in order if len(users[user]) >= spec.min_items]
    parts: dict[str, list[str]] = {}
    start = 0
    for part in PARTS:
        size = int(spec.shares[part] * len(eligible))
        if size < LEAST_USERS:
            raise AssignmentError(
                "SPLIT_INVALID",
                f"{part} would have {size} users of the {len(eligible)} with at least {spec.min_items} "
                "items; "
                f"{LEAST_USERS} are needed. Lower `split.minItems` or raise the share.",
            )
        parts[part] = eligible[start : start + size]
        start += size
    taken = {user for part in PARTS for user in parts[part]}
    parts["TRAIN"] = [user for user in order if user not in taken]
    return parts


def _cut(users: list[list[Interaction]], spec: RankingSpec, keys: Keyring) -> Cut:
    histories: list[Row] = []
    hidden: list[Row] = []
    for rows in users:
        ordered = sorted(rows, key=lambda row: keys.digest(f"hide:{row.user}:{row.item}"))
        if spec.columns.time:
            ordered.sort(key=lambda row: _time(row.time), reverse=True)
        count = min(max(1, round(spec.hidden_share * len(rows))), len(rows) - 1)
        hidden += [_row(row, keys) for row in ordered[:count]]
        histories += [_row(row, keys) for row in ordered[count:]]
    return Cut(sorted(histories, key=_place), sorted(hidden, key=_place))


def _time(cell: str) -> tuple[int, float, str]:
    """Numbers by size, other times (ISO dates) by text."""
    try:
        return (0, float(cell), "")
    except ValueError:
        return (1, 0.0, cell)


def _place(row: Row) -> tuple[str, str]:
    return row["user"], row["item"]


def _row(row: Interaction, keys: Keyring) -> Row:
    return {
        "user": keys.name(f"user:{row.user}"),
        "item": keys.name(f"item:{row.item}", 8),
        "rating": row.rating,
    } | row.side


def _sample_tasks(spec: RankingSpec, keys: Keyring) -> dict[str, bytes]:
    """The tasks beside the lists, with answers, to practise on."""
    tasks = keys.child("tasks:SAMPLE")
    files: dict[str, bytes] = {}
    if spec.off_policy:
        task = offpolicy.draw_task(tasks, spec.off_policy)
        values = [{"policy": name, "value": f"{value:.6f}"} for name, value in task.values.items()]
        files |= {
            "data/sample_log.csv": task.log,
            "data/sample_policies.csv": task.policies,
            "data/sample_policy_values.csv": csv_bytes(["policy", "value"], values),
        }
    if spec.experiments:
        drawn = experiments.draw_task(tasks, spec.experiments)
        verdicts = [{"case": name, "verdict": verdict} for name, verdict in drawn.verdicts.items()]
        files |= {
            "data/sample_questions.json": json.dumps(drawn.questions, indent=1).encode(),
            "data/sample_sizes.json": json.dumps(
                {k: round(v) for k, v in drawn.sizes.items()}, indent=1
            ).encode(),
            "data/sample_cases.csv": drawn.cases,
            "data/sample_verdicts.csv": csv_bytes(["case", "verdict"], verdicts),
        }
    return files
