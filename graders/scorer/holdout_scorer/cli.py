"""Dispatches the commands to the assignment's template."""

import sys
from dataclasses import asdict
from pathlib import Path

from holdout_scorer.errors import AssignmentError
from holdout_scorer.templates import COMMANDS, own, profile, template_for
from holdout_scorer.workspace import Workspace

USAGE_EXIT = 64
ASSIGNMENT_EXIT = 2


def main(arguments: list[str], root: Path | None = None) -> int:
    """Runs one command. Returns 0 if outputs were written, 2 if `out/error.json` says what the instructor
    must fix.
    """
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(f"usage: python3 -m holdout_scorer {'|'.join(COMMANDS)}", file=sys.stderr)
        return USAGE_EXIT
    workspace = Workspace(root or Path.cwd())
    try:
        definition = workspace.read_json("assignment.json")
        if arguments[0] == "profile":
            profile(workspace, definition)
            return 0
        if arguments[0] == "validate":
            defaults = workspace.read_json("defaults.json") if workspace.has("defaults.json") else None
            found = template_for(definition).problems(definition, defaults, workspace)
            workspace.write_json("problems.json", [asdict(problem) for problem in found])
            return 0
        job = workspace.read_json("job.json")
        if arguments[0] == "own":
            own(workspace, definition, job)
            return 0
        template_for(definition).run(arguments[0], workspace, definition, job)
    except AssignmentError as error:
        workspace.write_json("error.json", {"code": error.code, "message": error.message})
        print(f"{error.code}: {error.message}", file=sys.stderr)
        return ASSIGNMENT_EXIT
    return 0
