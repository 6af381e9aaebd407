"""Programs of the platform over files that a student's code made. No label is ever near them."""
