"""A registry as functions from JSON to JSON: nothing is kept between calls, so everything can be checked."""

import hashlib
import json


def content_address(files):
    whole = hashlib.sha256()
    for path in sorted(files, key=str.encode):
        whole.update(path.encode() + b"\0")
        whole.update(hashlib.sha256(files[path].encode()).hexdigest().encode() + b"\n")
    return whole.hexdigest()


def changed_versions(versions, store):
    def intact(version):
        files = store.get(version["name"])
        return files is not None and content_address(files) == version["address"]

    return [version["name"] for version in versions if not intact(version)]


def replay(events):
    state, active, history, refused = {}, None, [], []
    for place, event in enumerate(events):
        kind, name = event["type"], event.get("name")
        if kind == "register" and name not in state:
            state[name] = "CANDIDATE"
        elif kind == "validate" and state.get(name) == "CANDIDATE":
            state[name] = "VALIDATED" if event["passed"] else "REJECTED"
        elif kind == "promote" and state.get(name) == "VALIDATED" and name != active:
            history += [active] if active else []
            active = name
        elif kind == "rollback" and history:
            active = history.pop()
        else:
            refused.append(place)
    return {"active": active, "history": history, "refused": refused}


def lineage(versions, name):
    parent = {version["name"]: version["parent"] for version in versions}
    chain = []
    while name is not None:
        if name not in parent or name in chain:
            return None
        chain.append(name)
        name = parent[name]
    return chain


def irreproducible(runs):
    groups = {}
    for run in runs:
        key = json.dumps([run["code"], run["data"], run["seed"], run["params"]], sort_keys=True)
        groups.setdefault(key, []).append(run)
    return [[r["id"] for r in g] for g in groups.values() if len({r["artifact"] for r in g}) > 1]
