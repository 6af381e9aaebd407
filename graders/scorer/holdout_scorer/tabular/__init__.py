"""What the templates for rows of a table share: reading, splitting, calls, probes, points."""
