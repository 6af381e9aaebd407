"""How often 95 % intervals hold what they should: worlds to draw from, and the count."""
