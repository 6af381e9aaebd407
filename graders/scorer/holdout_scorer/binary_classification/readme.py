"""The README that travels with the public data."""

from holdout_scorer.binary_classification.spec import BinarySpec


def data_readme(spec: BinarySpec, train_rows: int, sample_rows: int) -> str:
    """What each public file holds, in words for students."""
    target = spec.target.name
    return f"""# Data of `{spec.slug}`

| file | what |
|---|---|
| `train.csv` | {train_rows:,} rows with `{target}`: fit on these |
| `sample.csv` | {sample_rows} rows with `{target}`, drawn and prepared like the hidden test |
| `sample_features.csv` | the same rows without `{target}`: what `predict` is given |
| `data_dictionary.csv` | type, unit and meaning of each column |

Ids mean nothing, and the ids of the hidden test are new in every run.
Not everything in `train.csv` would be known when the decision is made, and some applicants of `sample.csv`
also appear in
`train.csv`, a few of them typed a little differently. Finding both is part of the work: report them in
`leakage_report.json`.
"""
