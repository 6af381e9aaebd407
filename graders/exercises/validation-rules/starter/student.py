"""Your rules. A table is {"columns": names, "rows": lists of text cells}; an empty cell is ""."""


def validate(history, batches):
    """For every batch, in order: {"accept": true or false, "column": the column at fault or null}.

    Blame "id" for repeated rows and "*rows*" for too few. Of two swapped columns either will do. History is
    clean.
    """
    verdicts = []
    for batch in batches:
        missing = [name for name in history["columns"] if name not in batch["columns"]]
        verdicts.append({"accept": not missing, "column": missing[0] if missing else None})
    return verdicts
