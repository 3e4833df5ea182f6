import io

from rich.console import Console

from detente.report.sequence_text import print_sequence
from detente.report.tables import sequence_sheets
from tests.report.walked import walked


def test_every_table_is_printed_within_the_width() -> None:
    case, result = walked()
    out = io.StringIO()

    print_sequence(Console(file=out, width=100), case, result)

    text = out.getvalue()
    assert all(sheet.title in text for sheet in sequence_sheets(case, result))
    assert max(map(len, text.splitlines())) <= 100
