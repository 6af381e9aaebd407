"""Runs every fixture through the scorer's own commands, without a sandbox, and prints what was expected
and what came.

python3 check_fixtures.py [name ...]

The real sandbox runs them in `npm run test:graders`; this is for whoever writes a fixture.
"""

import json
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "scorer"), str(HERE.parent / "scorer/tests")]

from calls_harness import Json, Run, definition, make_split  # noqa: E402
from fixture_files import assemble, expectations  # noqa: E402
from measure import secret_of  # noqa: E402


def breaches(expected: Json, result: Json) -> list[str]:
    """What of an expectation a result breaks, in words; empty when it is met."""
    if expected["outcome"] == "STUDENT_ERROR":
        code = (result.get("rejection") or {}).get("code")
        return [] if code == expected["code"] else [f"{result['status']} {code}"]
    if result["status"] != "SCORED":
        return [f"{result['status']} {result['rejection']['message']}"]
    gates = {gate["key"]: gate["status"] for gate in result["gates"]}
    wrong = []
    if "passed" in expected and result["passed"] != expected["passed"]:
        wrong.append(f"passed {result['passed']}")
    if result["points"]["value"] > expected.get("maxPoints", 100):
        wrong.append(f"{result['points']['value']} points")
    if expected.get("gatesPass") and set(gates.values()) - {"PASSED"}:
        wrong.append(f"gates {gates}")
    if "gate" in expected and gates.get(expected["gate"]["key"]) != expected["gate"]["status"]:
        wrong.append(f"gates {gates}")
    if "finding" in expected and expected["finding"] not in {f["key"] for f in result["findings"]}:
        wrong.append(f"findings {[f['key'] for f in result['findings']]}")
    return wrong


def main() -> None:
    anchors = json.loads((HERE / "anchors.json").read_text())
    assignment, failures = definition(HERE), 0
    with tempfile.TemporaryDirectory() as folder:
        split = make_split(Path(folder) / "split", assignment, HERE / "data", secret_of("fixtures", 0))
        for name, expected in expectations(HERE).items():
            if sys.argv[1:] and name.partition("/")[2] not in sys.argv[1:]:
                continue
            submission = assemble(HERE, name, Path(folder) / name / "submission")
            permutations = 2 if expected.get("kind") == "CERTIFICATION" else 0
            run = Run(Path(folder) / name / "run", split, assignment, permutations=permutations)
            run.run_student(submission)
            result = run.score(anchors)
            wrong = breaches(expected, result)
            failures += bool(wrong)
            points = (result.get("points") or {}).get("value")
            print(f"{'FAIL' if wrong else 'ok':5}{name:42}{points!s:8}{'; '.join(wrong)}", flush=True)
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
