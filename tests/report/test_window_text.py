import io

from rich.console import Console

from detente.report.tables import window_sheets
from detente.report.window_text import print_window
from tests.report.window import seen


def test_every_table_is_printed_within_the_width() -> None:
    case, result = seen()
    out = io.StringIO()

    print_window(Console(file=out, width=100), case, result)

    text = out.getvalue()
    assert all(sheet.title in text for sheet in window_sheets(case, result))
    assert max(map(len, text.splitlines())) <= 100
