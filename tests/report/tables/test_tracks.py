from detente.report.tables.tracks import LEVELS, track_sheets
from detente.report.words import share_text
from detente.study.tracks import LEVELS as TRACKS
from tests.report.full_case import full
from tests.report.tables.reading import rows


def test_each_level_shows_what_can_be_agreed_there() -> None:
    case, result = full()

    (sheet,) = track_sheets(case, result.tracks)

    shown = rows(sheet)
    assert [*shown] == [LEVELS[track.track] for track in result.tracks.tracks]
    for track in result.tracks.tracks:
        row = shown[LEVELS[track.track]]
        assert row[:2] == (str(track.options), str(track.packages))
        assert row[3] == share_text(track.j, 1)
        assert bool(row[-1]) == (track.nash is not None)
    assert sheet.notes[1:] == (
        "How far it can go without the leaders: 15.0 %; with them: 15.0 %.",
        "Can be kept confidential: at the seller's works.",
    )


def test_every_level_has_words() -> None:
    assert [*LEVELS] == [*TRACKS]


def test_where_nothing_grows_without_the_leaders_it_is_said() -> None:
    case, result = full()
    closed = tuple(track.model_copy(update={"open": False}) for track in result.tracks.tracks)

    (sheet,) = track_sheets(
        case, result.tracks.model_copy(update={"tracks": closed, "confidential": ()})
    )

    assert sheet.notes[-1].startswith("Without the leaders nothing can be agreed")
