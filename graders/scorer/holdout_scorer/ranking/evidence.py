"""What `score` reads of a run, validated and lined up with the hidden items."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from holdout_scorer.arrays import Bools, Floats, Ints
from holdout_scorer.calls import AGAIN
from holdout_scorer.errors import AssignmentError
from holdout_scorer.ranking.experiments import VERDICTS
from holdout_scorer.ranking.offpolicy import relative_errors
from holdout_scorer.ranking.outputs import (
    Design,
    ListRule,
    read_design,
    read_lists,
    read_values,
    read_verdicts,
)
from holdout_scorer.ranking.spec import RankingSpec
from holdout_scorer.ranking.tasks import Judged, experiment_task, off_policy_task, read_judged
from holdout_scorer.tables import read_table
from holdout_scorer.workspace import Workspace

Lists = Mapping[str, list[str]]


@dataclass(frozen=True)
class Catalogue:
    """Item numbers, and the share of training users who know each item (with one added, so that none is
    0).
    """

    number: dict[str, int]
    known: Floats
    likes: Floats


@dataclass(frozen=True)
class Shown:
    """Lists of the scored users (those with a relevant hidden item), as item numbers by rank, -1 for no
    item.
    """

    users: list[str]
    items: Ints
    hits: Bools
    relevant: Ints


@dataclass(frozen=True)
class Evidence:
    """`main`: the lists that count. `again`: the same users' after the same training, run once more."""

    catalogue: Catalogue
    main: Lists
    top: Shown
    candidates: Shown | None
    sample: Shown
    probe: Lists
    again: Lists | None
    permuted: list[Shown]
    popular: Shown
    history: dict[str, list[str]]
    value_errors: Floats | None
    right_sizes: Floats | None
    right_verdicts: Floats | None
    design: Design | None


@dataclass(frozen=True)
class Reader:
    workspace: Workspace
    spec: RankingSpec
    catalogue: Catalogue
    users: dict[str, dict[str, str]]

    def lists(self, call: str, disguise: str, kind: str, judged: Judged) -> Lists:
        """A call's lists by the users' keys. Raises RejectedError."""
        seen: dict[str, set[str]] = {user: set() for user in self.users[disguise].values()}
        for row in judged.histories.rows:
            if row["user"] in seen:
                seen[row["user"]].add(row["item"])
        by_name = {name: seen[user] for name, user in self.users[disguise].items()}
        length = self.spec.top if kind == "topk" else self.spec.candidates or 0
        rule = ListRule(length, kind == "topk", self.spec.max_bytes[kind])
        path = f"outputs/{call}/{kind}.csv"
        found = read_lists(self.workspace.input(path), f"{kind}.csv", rule, by_name, self.catalogue.number)
        return {self.users[disguise][name]: items for name, items in found.items()}


def gather(workspace: Workspace, spec: RankingSpec, part: str) -> Evidence:
    """Raises RejectedError for the first malformed student file."""
    secret = workspace.read_json("plan/secret.json")
    main = secret["main"].one_of("sample", "hidden")
    users = {call: {k: v.text() for k, v in node.entries()} for call, node in secret["users"].entries()}
    threshold = workspace.read_json("public/data/facts.json")["relevantFrom"].number()
    judged, sample = read_judged(workspace, part), read_judged(workspace, "SAMPLE")
    catalogue = _catalogue(workspace, threshold, judged, sample)
    reader = Reader(workspace, spec, catalogue, users)
    wanted, sample_wanted = _relevant(judged, threshold), _relevant(sample, threshold)
    sample_lists = reader.lists("sample", "sample", "topk", sample)
    main_lists = sample_lists if main == "sample" else reader.lists(main, main, "topk", judged)
    candidates = reader.lists(main, main, "candidates", judged) if spec.candidates else None
    permuted = [
        reader.lists(f"permuted-{number}-recommend", main, "topk", judged)
        for number in range(1, secret["permutations"].integer() + 1)
        if workspace.has(f"outputs/permuted-{number}-recommend/topk.csv")
    ]
    history: dict[str, list[str]] = {user: [] for user in wanted}
    for row in judged.histories.rows:
        if row["user"] in history:
            history[row["user"]].append(row["item"])
    log = off_policy_task(workspace, spec, part)
    errors = None
    if log:
        # Whoever does not estimate is as wrong as whoever says 0.
        estimates: dict[str, float] = {}
        path = workspace.input(f"outputs/evaluate-{main}/off_policy.csv")
        if path.is_file():
            estimates = read_values(path, path.name, spec.max_bytes["offPolicy"], log.values)
        errors = relative_errors(estimates, log.values)
    sizes, verdicts, design = _experiments(workspace, spec, part, main)
    return Evidence(
        catalogue=catalogue,
        main=main_lists,
        top=show(main_lists, wanted, catalogue, spec.top),
        candidates=show(candidates, wanted, catalogue, spec.candidates)
        if candidates and spec.candidates
        else None,
        sample=show(sample_lists, sample_wanted, catalogue, spec.top),
        probe=reader.lists("probe", "probe", "topk", judged),
        again=reader.lists(f"{AGAIN}-recommend", main, "topk", judged) if secret["again"].flag() else None,
        permuted=[show(lists, wanted, catalogue, spec.top) for lists in permuted],
        popular=show(_popular(wanted, history, catalogue, spec.top), wanted, catalogue, spec.top),
        history=history,
        value_errors=errors,
        right_sizes=sizes,
        right_verdicts=verdicts,
        design=design,
    )


def _experiments(
    workspace: Workspace, spec: RankingSpec, part: str, main: str
) -> tuple[Floats | None, Floats | None, Design | None]:
    task = experiment_task(workspace, spec, part)
    if task is None or spec.experiments is None:
        return None, None, None
    folder = workspace.input(f"outputs/experiment-{main}")
    if not (folder / "experiment.json").is_file() and not (folder / "verdicts.csv").is_file():
        return np.zeros(len(task.sizes)), np.zeros(len(task.verdicts)), None
    design = read_design(
        folder / "experiment.json", "experiment.json", spec.max_bytes["experiment"], task.sizes
    )
    named = read_verdicts(
        folder / "verdicts.csv", "verdicts.csv", spec.max_bytes["verdicts"], task.verdicts, VERDICTS
    )
    tolerance = spec.experiments.tolerance
    close = [abs(design.sizes[key] / size - 1) <= tolerance for key, size in task.sizes.items()]
    right = [named[case] == verdict for case, verdict in task.verdicts.items()]
    return np.array(close, dtype=np.float64), np.array(right, dtype=np.float64), design


def _catalogue(workspace: Workspace, threshold: float, *parts: Judged) -> Catalogue:
    train = read_table(workspace.input("public/data/train.csv"))
    items = set(train.column("item"))
    for part in parts:
        items |= set(part.histories.column("item"))
    number = {item: place for place, item in enumerate(sorted(items))}
    counts, likes = np.zeros(len(number)), np.zeros(len(number))
    for row in train.rows:
        counts[number[row["item"]]] += 1
        likes[number[row["item"]]] += float(row["rating"]) >= threshold
    users = len(set(train.column("user")))
    return Catalogue(number, (counts + 1) / (users + 1), likes)


def _relevant(judged: Judged, threshold: float) -> dict[str, set[str]]:
    """Relevant hidden items of every user who has one."""
    found: dict[str, set[str]] = {}
    for row in judged.hidden.rows:
        if float(row["rating"]) >= threshold:
            found.setdefault(row["user"], set()).add(row["item"])
    if not found:
        raise AssignmentError("SPLIT_INVALID", "No hidden item is relevant: lower `dataset.relevantFrom`.")
    return found


def show(lists: Lists, wanted: Mapping[str, set[str]], catalogue: Catalogue, length: int) -> Shown:
    users = sorted(wanted)
    items = np.full((len(users), length), -1, dtype=np.int64)
    hits = np.zeros((len(users), length), dtype=bool)
    for place, user in enumerate(users):
        for rank, item in enumerate(lists[user]):
            items[place, rank] = catalogue.number[item]
            hits[place, rank] = item in wanted[user]
    return Shown(users, items, hits, np.array([len(wanted[user]) for user in users], dtype=np.int64))


def _popular(
    wanted: Mapping[str, set[str]], history: Mapping[str, list[str]], catalogue: Catalogue, top: int
) -> Lists:
    """The most liked items a user does not know: what shuffled data still teach."""
    names = list(catalogue.number)
    order = [names[place] for place in np.argsort(-catalogue.likes, kind="stable")]
    lists = {}
    for user in wanted:
        known = set(history[user])
        lists[user] = [item for item in order if item not in known][:top]
    return lists
