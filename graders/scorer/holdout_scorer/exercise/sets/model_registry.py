"""Stage 5, registry: content addresses, promotion, rollback, lineage and reproduction, as functions over
JSON.
"""

import hashlib
from pathlib import Path

import numpy as np

from holdout_scorer.exercise.questions import Json, Question, drawn, judged
from holdout_scorer.exercise.task import Check, CheckInfo, Failure, Task

CHECKS = (
    CheckInfo("address", "Content decides the address", 20, "MLOPS_MONITORING", "PACKAGE"),
    CheckInfo("verify", "Changed artifacts are found", 15, "MLOPS_MONITORING", "PACKAGE"),
    CheckInfo("promotion", "Promotion and rollback keep their rules", 35, "MLOPS_MONITORING", "DEPLOY"),
    CheckInfo("lineage", "Lineage can be followed", 15, "MLOPS_MONITORING", "PACKAGE"),
    CheckInfo("reproduction", "Runs that should agree and do not", 15, "MLOPS_MONITORING", "PACKAGE"),
)
WORDS = ("model", "scaler", "config", "vocab", "schema", "features")


def content_address(files: dict[str, str]) -> str:
    """SHA-256 of lines `path NUL sha256(content) newline`, paths in the order of their UTF-8 bytes."""
    lines = [
        path.encode() + b"\0" + hashlib.sha256(content.encode()).hexdigest().encode() + b"\n"
        for path, content in sorted(files.items(), key=lambda item: item[0].encode())
    ]
    return hashlib.sha256(b"".join(lines)).hexdigest()


def changed_versions(versions: list[dict[str, object]], store: dict[str, dict[str, str]]) -> object:
    """Names of versions whose files are gone or no longer have their address, in the order registered."""
    return [
        version["name"]
        for version in versions
        if str(version["name"]) not in store
        or content_address(store[str(version["name"])]) != version["address"]
    ]


def replay(events: list[dict[str, object]]) -> object:
    """The registry after the events: active, history of versions active before it, and the events refused."""
    status: dict[str, str] = {}
    active: str | None = None
    history: list[str] = []
    refused = []
    for place, event in enumerate(events):
        kind, name = event["type"], str(event.get("name"))
        if kind == "register" and name not in status:
            status[name] = "CANDIDATE"
        elif kind == "validate" and status.get(name) == "CANDIDATE":
            status[name] = "VALIDATED" if event["passed"] else "REJECTED"
        elif kind == "promote" and status.get(name) == "VALIDATED" and name != active:
            if active is not None:
                history.append(active)
            active = name
        elif kind == "rollback" and history:
            active = history.pop()
        else:
            refused.append(place)
    return {"active": active, "history": history, "refused": refused}


def lineage(versions: list[dict[str, object]], name: str) -> object:
    """From the version back to its first ancestor; None where a parent is not registered or the chain is a
    circle.
    """
    parents = {str(version["name"]): version["parent"] for version in versions}
    chain: list[str] = []
    current: object = name
    while current is not None:
        if str(current) not in parents or str(current) in chain:
            return None
        chain.append(str(current))
        current = parents[str(current)]
    return chain


def irreproducible(runs: list[dict[str, object]]) -> object:
    """Groups of run ids with the same code, data, seed and params but more than one artifact, by first
    run.
    """
    groups: dict[str, list[dict[str, object]]] = {}
    for run in runs:
        params = run["params"]
        ordered = sorted(params.items()) if isinstance(params, dict) else params
        groups.setdefault(repr((run["code"], run["data"], run["seed"], ordered)), []).append(run)
    return [
        [run["id"] for run in group]
        for group in groups.values()
        if len({str(run["artifact"]) for run in group}) > 1
    ]


def _files(rng: np.random.Generator, count: int) -> dict[str, str]:
    names = [f"{WORDS[int(rng.integers(6))]}-{n}.json" for n in range(count)]
    # Lower and upper case, and a letter beyond ASCII: order is by bytes.
    if count > 2:
        names[0], names[1] = names[0].upper(), f"é/{names[1]}"
    order = rng.permutation(count)
    return {names[int(i)]: "".join(chr(int(c)) for c in rng.integers(97, 240, size=20)) for i in order}


def _address(rng: np.random.Generator, number: int) -> Json:
    return {"files": _files(rng, (1, 4, 6, 0, 3)[number % 5])}


def _verify(rng: np.random.Generator, number: int) -> Json:
    versions: list[Json] = []
    store: dict[str, dict[str, str]] = {}
    for n in range(5):
        name, files = f"v{n}", _files(rng, 3)
        versions.append({"name": name, "address": content_address(files)})
        fate = int(rng.integers(4)) if n else 1
        if fate == 0:
            continue
        if fate == 1:
            first = next(iter(files))
            # The content moves to another name: every byte is still there.
            files[f"{first}.bak"] = files.pop(first)
        store[name] = files
    return {"versions": versions, "store": store}


def _events(rng: np.random.Generator, number: int) -> Json:
    events: list[Json] = [{"type": "rollback"}] if number % 2 else []
    names = [f"v{n}" for n in range(1, 5)]
    for _ in range(22):
        kind = ("register", "validate", "promote", "promote", "rollback")[int(rng.integers(5))]
        name = names[int(rng.integers(len(names)))]
        if kind == "validate":
            events.append({"type": kind, "name": name, "passed": bool(rng.random() < 0.8)})
        elif kind == "rollback":
            events.append({"type": kind})
        else:
            events.append({"type": kind, "name": name})
    start: list[Json] = [{"type": "register", "name": name} for name in names[:3]]
    # One that may serve, one that never may, one that is not decided: most promotions mean something.
    start += [
        {"type": "validate", "name": "v1", "passed": True},
        {"type": "validate", "name": "v2", "passed": False},
    ]
    return {"events": start + events}


def _lineage(rng: np.random.Generator, number: int) -> Json:
    size = 6
    versions: list[Json] = [
        {"name": f"v{n}", "parent": None if n == 0 else f"v{int(rng.integers(n))}"} for n in range(size)
    ]
    if number == 1:
        versions[0]["parent"] = f"v{size - 1}"
    if number == 2:
        versions[0]["parent"] = "gone"
    return {
        "versions": [versions[int(i)] for i in rng.permutation(size)],
        "name": "v9" if number == 3 else f"v{size - 1}",
    }


def _runs(rng: np.random.Generator, number: int) -> Json:
    runs = []
    for n in range(14):
        depth, rate = int(rng.integers(2, 4)), 0.1
        params = {"depth": depth, "rate": rate} if n % 2 else {"rate": rate, "depth": depth}
        same = rng.random() < 0.6
        runs.append(
            {
                "id": f"r{n}",
                "code": f"c{int(rng.integers(2))}",
                "data": "d1",
                "seed": int(rng.integers(2)),
                "params": params,
                "artifact": "a1" if same else f"a{int(rng.integers(2, 4))}",
            }
        )
    return {"runs": runs if number else runs[:1]}


QUESTIONS = (
    Question(
        "address",
        "content_address",
        _address,
        content_address,
        "Hash each content as UTF-8, write `path`, a zero byte, the hexadecimal hash and a newline "
        "in the order of the "
        "paths' bytes, and hash that.",
        5,
    ),
    Question(
        "verify",
        "changed_versions",
        _verify,
        changed_versions,
        "Compute every address anew from the files that are there; files that are gone or renamed "
        "are changed too.",
    ),
    Question(
        "promotion",
        "replay",
        _events,
        replay,
        "Only a validated version that is not active is promoted, the one before goes on top of the "
        "history, a rollback "
        "takes it from there, and whatever breaks a rule is refused and changes nothing.",
        6,
    ),
    Question(
        "lineage",
        "lineage",
        _lineage,
        lineage,
        "Follow parents to the first version; an unknown version or a circle answers None.",
    ),
    Question(
        "reproduction",
        "irreproducible",
        _runs,
        irreproducible,
        "Runs agree when code, data, seed and params do; the order of params means nothing.",
    ),
)


def tasks(rng: np.random.Generator, data: Path, split: str) -> list[Task]:
    """Other files, versions and events for every split."""
    return drawn(QUESTIONS, rng)


def grade(task: Task, answer: object | Failure, data: Path) -> Check:
    return judged(QUESTIONS, task, answer)
