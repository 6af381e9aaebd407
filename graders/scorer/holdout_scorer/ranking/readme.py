"""The README that lies beside the public data."""

from holdout_scorer.ranking.spec import RankingSpec


def data_readme(spec: RankingSpec, relevant_from: float) -> str:
    lines = [
        "# Data",
        "",
        "- `train.csv`: all rows of the users to learn from.",
        "- `sample_histories.csv`: the known rows of other users, as `recommend` will get them.",
        "- `sample_hidden.csv`: their hidden rows. An item is relevant when its rating is at least "
        f"{relevant_from:g}.",
        "- `facts.json`: that limit, and the key the sample's tasks were drawn from.",
    ]
    if spec.off_policy:
        lines.append(
            "- `sample_log.csv`, `sample_policies.csv`, `sample_policy_values.csv`: a log, policies, "
            "their true values."
        )
    if spec.experiments:
        lines.append("- `sample_questions.json`, `sample_sizes.json`: designs asked for, and the answers.")
        lines.append("- `sample_cases.csv`, `sample_verdicts.csv`: finished tests, and what was true.")
    lines += [
        "",
        "Hidden users, logs, questions and cases are drawn the same way. User ids are new in every "
        "run; item ids stay.",
        "",
    ]
    return "\n".join(lines)
