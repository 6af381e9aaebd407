"""`python3 -m holdout_scorer COMMAND`, run in a working directory that holds `in/` and `out/`."""

import sys

from holdout_scorer.cli import main

sys.exit(main(sys.argv[1:]))
