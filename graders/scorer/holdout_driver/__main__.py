"""`python3 -I -m holdout_driver mlops-drive` in a folder with `in/` and `out/`, or `… trivial` for
the service compared with.
"""

import asyncio
import json
import sys
from pathlib import Path

from holdout_driver.drive import Driver
from holdout_driver.trivial import serve


def main(arguments: list[str]) -> int:
    """64: unknown use. Otherwise 0, whatever the service does: that is what the report is for."""
    if arguments == ["trivial"]:
        asyncio.run(serve(8080))
        return 0
    if arguments != ["mlops-drive"]:
        print("usage: python3 -m holdout_driver mlops-drive|trivial", file=sys.stderr)
        return 64
    task = json.loads(Path("in/drive.json").read_text("utf-8"))
    report = asyncio.run(Driver(task, ("student", 8080), ("trivial", 8080)).run())
    Path("out").mkdir(exist_ok=True)
    Path("out/report.json").write_text(json.dumps(report, allow_nan=False), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
