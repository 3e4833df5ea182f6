"""What the record holds for a case, where there is a record."""

from __future__ import annotations

from detente.case.case import Case
from detente.store.where import where
from detente.study.kept_result import KeptResult, nothing_kept, states_of


def held_for(case: Case, folder: str | None) -> KeptResult:
    """Return what the record holds for a case; nothing where no folder is there.

    Parameters
    ----------
    case
        The case.
    folder
        What ``--store`` names; ``None`` where it names nothing.
    """
    if len(states_of(case)) < 2 or not (where(folder) / "manifest").is_dir():
        return nothing_kept(case)
    # Loaded where there is a record: Ibis and DuckDB take most of a second.
    from detente.cli.at_hand import from_store, sources, yearly_at_hand  # noqa: PLC0415
    from detente.store.store import Store  # noqa: PLC0415
    from detente.study.kept import kept  # noqa: PLC0415

    store = Store(where(folder))
    events = [from_store(store, source) for source in sources(store)]
    return kept(case, events, yearly_at_hand(store))
