"""Template `exercise`: small tasks drawn from a secret, answered by functions or files of the student."""
