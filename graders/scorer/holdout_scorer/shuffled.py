"""The public data again with outcomes that mean nothing: for retrainings that must learn nothing."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from holdout_scorer.tables import cells_bytes, read_table, table_cells
from holdout_scorer.workspace import Workspace

# A model that carries answers shows it on part of a large table too; whole copies would fill the container.
MOST_BYTES = 4 * 1024 * 1024


def shuffled_data(
    workspace: Workspace,
    names: Iterable[str],
    labelled: Iterable[str],
    target: str,
    generator: np.random.Generator,
) -> dict[str, bytes]:
    """Files of the public data folder by name; in the `labelled` ones outcomes are shuffled among rows."""
    files = {}
    for name in names:
        path = workspace.input(f"public/data/{name}")
        if name in labelled:
            files[name] = _shuffled(path, target, generator)
        elif path.is_file():
            files[name] = path.read_bytes()
    return files


def _shuffled(path: Path, target: str, generator: np.random.Generator) -> bytes:
    table = read_table(path)
    columns, cells, size = table.columns, table_cells(table), path.stat().st_size
    place = columns.index(target)
    labels = generator.permutation(np.array(table.column(target), dtype=object))
    kept: Sequence[int] = range(len(cells))
    if size > MOST_BYTES:
        kept = sorted(generator.choice(len(cells), len(cells) * MOST_BYTES // size, replace=False))
    return cells_bytes(
        columns,
        ((*cells[i][:place], str(labels[i]), *cells[i][place + 1 :]) for i in kept),
    )
