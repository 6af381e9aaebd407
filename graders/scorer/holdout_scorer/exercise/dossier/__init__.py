"""The documents of stage 6, one module each: what must stand in them, and which numbers must agree."""
