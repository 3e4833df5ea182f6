import io

from rich.console import Console

from detente.report.drift_text import print_drift
from detente.report.tables import drift_sheets
from tests.report.full_case import full


def test_every_table_is_printed_within_the_width() -> None:
    case, result = full()
    assert result.drift is not None
    out = io.StringIO()

    print_drift(Console(file=out, width=100), case, result.drift)

    text = out.getvalue()
    assert all(sheet.title in text for sheet in drift_sheets(case, result.drift))
    assert max(map(len, text.splitlines())) <= 100
