import io

from rich.console import Console

from detente.report.obstacles_text import print_obstacles
from detente.report.tables import way_sheets
from tests.report.full_case import full


def test_every_table_is_printed_within_the_width() -> None:
    case, result = full()
    assert result.obstacles is not None
    out = io.StringIO()

    print_obstacles(Console(file=out, width=100), case, result.obstacles)

    text = out.getvalue()
    assert all(sheet.title in text for sheet in way_sheets(case, result.obstacles))
    assert max(map(len, text.splitlines())) <= 100
