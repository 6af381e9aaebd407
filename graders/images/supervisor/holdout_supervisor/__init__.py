"""Receives one job over stdin, runs it, hands its declared outputs back over stdout.

Standard library only.
"""
