"""What `score` reads of a run, validated and lined up with the outcomes."""

import numpy as np

from holdout_scorer.arrays import Floats
from holdout_scorer.calls import AGAIN
from holdout_scorer.tabular.audit import Suspect, kind_of
from holdout_scorer.tabular.predictions import lined_up, read_predictions
from holdout_scorer.tabular.rows import Judged, read_judged
from holdout_scorer.tabular.scale import Scale
from holdout_scorer.tabular.spec import SAMPLE, TabularSpec
from holdout_scorer.tabular.verdicts import Evidence
from holdout_scorer.workspace import Workspace


def gather(workspace: Workspace, spec: TabularSpec, split: str, judged: Judged, scale: Scale) -> Evidence:
    secret = workspace.read_json("plan/secret.json")
    main = secret["main"].one_of("sample", "hidden")
    ids = {
        call: {name: (m["kind"].text(), m["key"].text()) for name, m in node.entries()}
        for call, node in secret["calls"].entries()
    }

    def answers(call: str, of: str) -> dict[tuple[str, str], tuple[float, ...]]:
        path = f"outputs/{call}/predictions.csv"
        shown = f"{call}/predictions.csv"
        unit = bool(scale.classes)
        found = read_predictions(
            workspace.input(path), shown, scale.columns, spec.max_bytes, ids[of].keys(), unit
        )
        return {ids[of][name]: numbers for name, numbers in found.items()}

    def of_rows(found: dict[tuple[str, str], tuple[float, ...]], kind: str, keys: list[str]) -> Floats:
        return lined_up({key: found[(kind, key)] for key in keys}, keys)

    sample = judged if split == SAMPLE else read_judged(workspace, spec, SAMPLE)
    keys, sample_keys = [row["key"] for row in judged.rows], [row["key"] for row in sample.rows]
    by_call = {call: answers(call, call) for call in ids}
    p = of_rows(by_call[main], "row", keys)
    place = {key: at for at, key in enumerate(keys)}
    twins = [key for kind, key in by_call["probe"] if kind == "twin"]
    changed = [key for kind, key in by_call["probe"] if kind == "perturbed"]

    def retrained(name: str) -> Floats:
        return of_rows(answers(f"{name}-predict", main), "row", keys)

    def leaning(place: int, suspect: Suspect) -> tuple[Suspect, Floats, Floats]:
        asked = [key for kind, key in by_call["probe"] if kind == kind_of(place)]
        before = of_rows(by_call["sample"], "row", asked)
        return suspect, before, of_rows(by_call["probe"], kind_of(place), asked)

    suspects = [Suspect.read(node) for node in secret["suspects"].each()]
    return Evidence(
        y=scale.truth([row["label"] for row in judged.rows]),
        p=p,
        sample_y=scale.truth([row["label"] for row in sample.rows]),
        sample_p=of_rows(by_call["sample"], "row", sample_keys),
        twin_at=np.array([place[key] for key in twins], dtype=np.int64),
        twin_p=of_rows(by_call["probe"], "twin", twins),
        changed_at=np.array([place[key] for key in changed], dtype=np.int64),
        changed_p=of_rows(by_call["probe"], "perturbed", changed),
        permuted=[retrained(name) for name in secret["trainings"].texts()],
        again=retrained(AGAIN) if secret["again"].flag() else None,
        leanings=[leaning(place, suspect) for place, suspect in enumerate(suspects)],
    )
