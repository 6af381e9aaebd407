"""What measuring probes comes to: false alarms on honest submissions, and which hostile ones were caught."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Json = dict[str, Any]


class ProbeCounts:
    """`gates` are looked at on honest runs; a hostile submission is for one of them."""

    def __init__(self, gates: Iterable[str], hostile: dict[str, str]) -> None:
        self.probes = hostile
        self.honest: dict[str, list[Json]] = {key: [] for key in gates}
        self.caught: dict[str, list[bool]] = {name: [] for name in hostile}

    def add_honest(self, found: dict[str, Json]) -> None:
        for key, gates in self.honest.items():
            gates.append(found[key])

    def add_hostile(self, name: str, found: dict[str, Json]) -> None:
        self.caught[name].append(found[self.probes[name]]["status"] != "PASSED")

    def told(self) -> str:
        caught = ", ".join(f"{name} {sum(found)}/{len(found)}" for name, found in self.caught.items())
        return f"{caught}; false alarms {sum(map(_fired, self.honest.values()))}"

    def to_json(self, seeds: int, **more: Any) -> Json:
        return {
            "seeds": seeds,
            **more,
            "falseAlarms": {
                key: {
                    "fired": _fired(gates),
                    "of": len(gates),
                    "largestHonestValue": round(max(gate["value"] for gate in gates), 4),
                    "limit": gates[0]["limit"],
                }
                for key, gates in self.honest.items()
            },
            "detection": {
                name: {"probe": self.probes[name], "caught": sum(found), "of": len(found)}
                for name, found in self.caught.items()
            },
        }


def _fired(gates: list[Json]) -> int:
    return sum(gate["status"] != "PASSED" for gate in gates)


def write_probes(path: Path, about: str, found: Json) -> None:
    path.write_text(json.dumps({"about": about, **found}, indent=2) + "\n")
