"""What measuring probes comes to: false alarms on honest submissions, and which hostile ones were caught."""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Json = dict[str, Any]
PASSED: Json = {"status": "PASSED", "value": 0.0, "limit": 0.0}


class ProbeCounts:
    """`gates` are looked at on honest runs; a hostile submission is for one of them.

    found: what an earlier measurement wrote, to go on from.
    """

    def __init__(self, gates: Iterable[str], hostile: dict[str, str], found: Json | None = None) -> None:
        alarms, detection = (found or {}).get("falseAlarms", {}), (found or {}).get("detection", {})
        self.seeds: int = (found or {}).get("seeds", 0)
        self.alarms: dict[str, Json] = {key: alarms.get(key, {"fired": 0, "of": 0}) for key in gates}
        self.detection: dict[str, Json] = {
            name: detection.get(name, {"probe": probe, "caught": 0, "of": 0})
            for name, probe in hostile.items()
        }

    def add_honest(self, found: dict[str, Json]) -> None:
        for key, alarm in self.alarms.items():
            gate = found[key]
            alarm["fired"] += gate["status"] != "PASSED"
            alarm["of"] += 1
            # Without a value the model was too weak to be judged.
            seen = [alarm.get("largestHonestValue"), gate["value"]]
            known = [round(value, 4) for value in seen if value is not None]
            alarm |= {"largestHonestValue": max(known, default=None), "limit": gate["limit"]}

    def add_hostile(self, name: str, found: dict[str, Json]) -> None:
        entry = self.detection[name]
        entry["caught"] += found[entry["probe"]]["status"] != "PASSED"
        entry["of"] += 1

    def told(self) -> str:
        caught = ", ".join(f"{name} {each['caught']}/{each['of']}" for name, each in self.detection.items())
        return f"{caught}; false alarms {sum(alarm['fired'] for alarm in self.alarms.values())}"

    def to_json(self, **more: Any) -> Json:
        return {"seeds": self.seeds, **more, "falseAlarms": self.alarms, "detection": self.detection}


class Measurement:
    """A program that measures seed after seed into a file, and goes on from what the file holds."""

    def __init__(self, about: str, out: Path) -> None:
        parser = argparse.ArgumentParser()
        parser.add_argument("--seeds", type=int, default=50)
        parser.add_argument("--minutes", type=float, default=1e9, help="no seed begins after so many")
        parser.add_argument("--out", type=Path, default=out)
        options = parser.parse_args()
        self.seeds: int = options.seeds
        self.until = time.monotonic() + 60 * options.minutes
        self.about, self.out = about, options.out
        self.found: Json = json.loads(self.out.read_text()) if self.out.is_file() else {}

    def run(
        self, counts: ProbeCounts, one_seed: Callable[[Path, int], None], write: Callable[[Json], Json] = dict
    ) -> None:
        """one_seed: adds to `counts`. write: what the file holds of them."""
        while counts.seeds < self.seeds and time.monotonic() < self.until:
            with tempfile.TemporaryDirectory() as folder:
                one_seed(Path(folder), counts.seeds)
            counts.seeds += 1
            print(counts.seeds, counts.told(), flush=True)
            written = {"about": self.about} | write(counts.to_json())
            self.out.write_text(json.dumps(written, indent=2) + "\n")
