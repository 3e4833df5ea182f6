import io

from rich.console import Console

from detente.report.robustness_text import print_robustness
from detente.report.tables import robustness_sheets
from tests.report.sure import sure


def test_every_table_is_printed_within_the_width() -> None:
    case, result = sure()
    out = io.StringIO()

    print_robustness(Console(file=out, width=100), case, result)

    text = out.getvalue()
    assert all(sheet.title in text for sheet in robustness_sheets(case, result))
    assert max(map(len, text.splitlines())) <= 100
