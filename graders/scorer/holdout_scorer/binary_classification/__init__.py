"""Template for tables with a yes/no outcome: probability and decision per row, leaks to find, groups to
compare.
"""
