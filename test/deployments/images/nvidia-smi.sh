#!/bin/sh
# What the worker asks nvidia-smi, answered for one GPU that is not there.
case "$1" in
  -L) echo 'GPU 0: Stand-in (UUID: GPU-00000000-0000-0000-0000-000000000001)' ;;
  *) echo 'GPU-00000000-0000-0000-0000-000000000001, Stand-in, 16384, 580.00, [N/A]' ;;
esac
