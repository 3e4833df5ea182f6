from detente.report.tables.bottleneck import bottleneck_sheets
from detente.report.words import changes, points_text, share_text
from detente.study.brief import brief
from detente.testing import two_issue_case
from tests.report.full_case import full
from tests.report.tables.reading import rows


def test_every_party_has_its_least_fall_and_the_bottleneck_its_curve() -> None:
    case, result = full()
    found = result.obstacles
    curve = next(c for c in found.curves if c.party == found.bottleneck)

    parties, line = bottleneck_sheets(case, found)

    assert curve.share is not None
    assert rows(parties)[case.parties[curve.party].name] == (
        points_text(curve.most),
        points_text(curve.rises[0].fall),
        share_text(curve.share, 1),
        share_text(curve.rises[0].j, 1),
    )
    assert rows(parties)["the buyer"] == ("70.0", "no fall helps", "–", "–")
    assert "The bottleneck is the seller's board" in parties.notes[0]
    assert line.rows == [
        (points_text(r.fall), share_text(r.j, 1), "; ".join(changes(case, r.package)))
        for r in curve.rises
    ]


def test_without_a_bottleneck_there_is_no_curve() -> None:
    case = two_issue_case()
    found = brief(case).obstacles

    (sheet,) = bottleneck_sheets(
        case,
        found.model_copy(
            update={
                "bottleneck": None,
                "curves": tuple(c.model_copy(update={"rises": ()}) for c in found.curves),
            }
        ),
    )

    assert sheet.notes[0].startswith("No party's accepting less")
    assert all(row[2] == "no fall helps" for row in sheet.rows)
