#!/bin/sh
# A stand-in for NVIDIA's hook where there is no GPU: writes down when a container starts, and with which devices.
state=$(cat)
field() { printf '%s' "$state" | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }
devices=$(grep -o 'NVIDIA_VISIBLE_DEVICES=[^"]*' "$(field bundle)/config.json" | head -1 | cut -d= -f2)
echo "$(date +%s%N) $(field id) $devices" >> "$FAKE_HOOK_LOG"
