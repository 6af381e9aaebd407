"""PID 1 of every grading container. See README.md for the protocol."""

import sys

from holdout_supervisor.main import supervise

# In the supervisor this call never returns. In the forked child it returns the program to run, so that the
# student's code
# runs at the top level: no cleanup code of ours lies between an exit and the interpreter's own shutdown.
program = supervise(sys.argv[1:])
del supervise
program()
