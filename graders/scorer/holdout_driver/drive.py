"""The driver's one run: contract, predictions, load, retraining, shadow, activation, rollback."""

import asyncio
import json
import time
from typing import Any

from holdout_driver.http import Answer, Connection, predictions_of

READY_SECONDS, RETRAIN_SECONDS, CHUNK, BLOCKS, TEXT = 30.0, 60.0, 100, 4, 200
# Where even the trivial service takes longer to start, the student gets as many times longer.
USUAL_START_MS, MOST_PATIENCE = 1000.0, 3.0
TRIES = 2
SWITCHES, BREATH = 5, 0.05
Json = dict[str, Any]
Address = tuple[str, int]


class Driver:
    """Asks in a fixed order and records.

    Nothing here judges; a service that hangs costs its time limits only.
    """

    def __init__(self, task: Json, student: Address, trivial: Address) -> None:
        self.task = task
        self.student, self.trivial = student, trivial
        self.link = Connection(*student)

    async def run(self) -> Json:
        report: Json = {"schema": "holdout.drive/1"}
        started = time.perf_counter()
        trivial = await self._ready(self.trivial, started, READY_SECONDS)
        patience = min(max((trivial or 0.0) / USUAL_START_MS, 1.0), MOST_PATIENCE)
        ready = await self._ready(self.student, started, READY_SECONDS * patience)
        report["readyMs"] = ready
        if ready is None:
            return report
        report["health"] = await self._health()
        report["predictions"] = await self._predict(self.task["rows"])
        if report["predictions"] is None:
            return report
        if self.task.get("predictionsOnly"):
            return report
        report["alone"] = await self._alone()
        if "changed" in self.task:
            report["changed"] = await self._predict(self.task["changed"])
        report["malformed"] = [await self._odd(ask) for ask in self.task["malformed"]]
        report["unusual"] = [await self._odd(ask) for ask in self.task["unusual"]]
        report["afterMalformed"] = await self._predict(self.task["probes"])
        report["load"] = await self._load()
        if "retrain" in self.task:
            report["retrain"] = await self._retrain()
        report["healthAtEnd"] = await self._health()
        return report

    async def _ready(self, address: Address, started: float, seconds: float) -> float | None:
        """Milliseconds from `started` until /health answers 200, None when it does not in time."""
        while time.perf_counter() - started < seconds:
            link = Connection(*address)
            answer = await link.ask("GET", "/health", seconds=2.0)
            link.close()
            if answer.status == 200:
                return round((time.perf_counter() - started) * 1000, 1)
            await asyncio.sleep(0.1)
        return None

    async def _health(self) -> Json:
        return self._facts(await self.link.ask("GET", "/health"))

    def _facts(self, answer: Answer) -> Json:
        """Status and short texts or numbers of an answer: enough to compare, too little to carry data out."""
        value = answer.json()
        kept = {
            str(key)[:40]: item[:TEXT] if isinstance(item, str) else item
            for key, item in (list(value.items())[:20] if isinstance(value, dict) else [])
            if isinstance(item, str | int | float | bool)
            and not (isinstance(item, int) and abs(item) > 1 << 53)
        }
        finite = {key: item for key, item in kept.items() if item == item and item not in (1e999, -1e999)}
        return {"status": answer.status, "isObject": isinstance(value, dict), "body": finite}

    async def _predict(self, rows: list[Json]) -> list[float] | None:
        found: list[float] = []
        for start in range(0, len(rows), CHUNK):
            part = rows[start : start + CHUNK]
            numbers = await self._numbers(part)
            if numbers is None:
                return None
            found += numbers
        return found

    async def _numbers(self, rows: list[Json]) -> list[float] | None:
        """Predictions of rows. What got no answer is asked again: a busy machine is nobody's fault."""
        for _ in range(TRIES):
            answer = await self._post("/predict", {"rows": rows})
            if answer.status:
                return predictions_of(answer, len(rows))
        return None

    async def _alone(self) -> list[float] | None:
        """Probe rows one by one, columns in reverse order, whole numbers written as 1.0."""
        found: list[float] = []
        for row in self.task["probes"]:
            turned = {
                name: float(value) if isinstance(value, int) else value
                for name, value in reversed(row.items())
            }
            numbers = await self._numbers([turned])
            if numbers is None:
                return None
            found += numbers
        return found

    async def _odd(self, ask: Json) -> Json:
        """A request on a connection of its own. Each character of its body is one byte."""
        link = Connection(*self.student)
        body = str(ask["body"]).encode("latin-1")
        answer = await link.ask(ask["method"], ask["path"], body, framing=ask.get("framing"))
        link.close()
        predicted = predictions_of(answer, int(ask.get("rows", 0))) is not None
        return {"name": ask["name"], "status": answer.status, "predicted": predicted}

    async def _load(self) -> Json:
        """Blocks for both services in turn, so that what the machine does meanwhile hits both."""
        connections = int(self.task["load"]["connections"])
        block = int(self.task["load"]["requests"]) // BLOCKS
        measured: dict[str, Json] = {name: {"ms": [], "sent": 0, "ok": 0} for name in ("student", "trivial")}
        for _ in range(BLOCKS):
            for name, address in (("student", self.student), ("trivial", self.trivial)):
                await self._block(measured[name], address, block, connections)
        return measured

    async def _block(self, into: Json, address: Address, count: int, connections: int) -> None:
        rows = self.task["rows"]
        numbers = iter(range(count))
        deadline = time.perf_counter() + 30.0

        async def work() -> None:
            link = Connection(*address)
            for number in numbers:
                if time.perf_counter() > deadline:
                    into["sent"] += 1  # asked for and never served
                    continue
                body = json.dumps({"rows": [rows[number % len(rows)]]}).encode()
                answer = await link.ask("POST", "/predict", body)
                into["sent"] += 1
                into["ok"] += predictions_of(answer, 1) is not None
                into["ms"].append(answer.ms)
            link.close()

        await asyncio.gather(*(work() for _ in range(connections)))

    async def _retrain(self) -> Json:
        task = self.task["retrain"]
        facts: Json = {}
        facts["before"] = await self._predict(self.task["probes"])
        facts["stale"] = await self._predict(task["judged"])
        answer, facts["whileRetraining"] = await self._retrained_in_service(task["feed"])
        made = self._facts(answer)
        facts["retrain"] = made
        facts["afterRetrain"] = await self._predict(self.task["probes"])
        version = made["body"].get("version")
        if made["status"] != 200 or version is None:
            return facts
        facts["shadow"] = self._facts(await self._post("/admin/shadow", {"version": version}))
        facts["shadowServed"] = await self._predict(task["shadowed"])
        facts["shadowReport"] = self._facts(await self.link.ask("GET", "/admin/shadow"))
        facts["activate"] = self._facts(await self._post("/admin/activate", {"version": version}))
        facts["healthActive"] = await self._health()
        facts["candidate"] = await self._predict(task["shadowed"])
        facts["retrained"] = await self._predict(task["judged"])
        facts["active"] = await self._predict(self.task["probes"])
        facts["rollback"] = self._facts(await self._post("/admin/rollback", {}))
        facts["rolledBack"] = await self._predict(self.task["probes"])
        facts["healthRolledBack"] = await self._health()
        facts["whileSwitching"] = await self._switched(version)
        # Whoever deploys asks again when an answer was lost.
        for _ in range(2):
            await self._post("/admin/activate", {"version": version})
        await self._post("/admin/rollback", {})
        facts["rolledBackAfterTwo"] = await self._predict(self.task["probes"])
        return facts

    async def _retrained_in_service(self, feed: list[Json]) -> tuple[Answer, list[list[float] | None]]:
        """The answer to retraining, and what probe rows were answered until it came."""
        asked = asyncio.create_task(self._post("/admin/retrain", {"rows": feed}, RETRAIN_SECONDS))
        link = Connection(*self.student)
        body = json.dumps({"rows": self.task["probes"]}).encode()
        found: list[list[float] | None] = []
        while not found or not asked.done():
            answer = await link.ask("POST", "/predict", body)
            found.append(predictions_of(answer, len(self.task["probes"])))
            await asyncio.sleep(BREATH)
        link.close()
        # All alike are told once.
        return await asked, [each for place, each in enumerate(found) if each not in found[:place]]

    async def _switched(self, version: object) -> list[list[float] | None]:
        """Different answers to the same rows while the version changes to and fro."""
        body = json.dumps({"rows": self.task["probes"]}).encode()
        found: list[list[float] | None] = []
        switching = True

        async def work() -> None:
            link = Connection(*self.student)
            while switching:
                answer = predictions_of(await link.ask("POST", "/predict", body), len(self.task["probes"]))
                if answer not in found:
                    found.append(answer)
            link.close()

        workers = [asyncio.create_task(work()) for _ in range(int(self.task["load"]["connections"]))]
        for _ in range(SWITCHES):
            await self._post("/admin/activate", {"version": version})
            await asyncio.sleep(BREATH)
            await self._post("/admin/rollback", {})
            await asyncio.sleep(BREATH)
        switching = False
        await asyncio.gather(*workers)
        return found

    async def _post(self, path: str, value: Json, seconds: float = 10.0) -> Answer:
        return await self.link.ask("POST", path, json.dumps(value).encode(), seconds)
