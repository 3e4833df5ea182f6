import io

from rich.console import Console

from detente.report.claims_text import print_claims
from detente.report.tables import claim_sheets
from tests.report.full_case import full


def test_every_table_is_printed_within_the_width() -> None:
    case, result = full()
    assert result.claims is not None
    out = io.StringIO()

    print_claims(Console(file=out, width=100), case, result.claims)

    text = out.getvalue()
    assert all(sheet.title in text for sheet in claim_sheets(case, result.claims))
    assert max(map(len, text.splitlines())) <= 100
