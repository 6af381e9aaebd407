"""`python3 -I -m holdout_runner PROGRAM`, in a folder that holds `in/` and `out/`."""

import sys

from holdout_runner.cli import main

sys.exit(main(sys.argv[1:]))
