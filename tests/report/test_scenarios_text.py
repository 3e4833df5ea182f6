import io

from rich.console import Console

from detente.report.scenarios_text import print_scenarios
from detente.report.tables import ex_ante_sheets, scenario_sheets
from tests.report.full_case import full


def test_every_table_is_printed_within_the_width() -> None:
    case, result = full()
    assert result.scenarios is not None
    out = io.StringIO()

    print_scenarios(Console(file=out, width=100), case, result.scenarios)

    text = out.getvalue()
    for sheets in (scenario_sheets, ex_ante_sheets):
        assert all(sheet.title in text for sheet in sheets(case, result.scenarios))
    assert max(map(len, text.splitlines())) <= 100
