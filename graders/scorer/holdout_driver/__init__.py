"""Drives a student's service over HTTP and writes down what it answers.

Trusted; holds no labels; standard library only.
"""
