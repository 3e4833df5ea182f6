from detente.study.sets import judgement_sets
from detente.testing import two_issue_case
from tests.study.situations import WHY, wary, with_rooms


def test_a_case_without_sets_has_none_to_compare() -> None:
    assert judgement_sets(two_issue_case()) is None


def test_each_set_answers_by_its_own_numbers_the_files_own_first() -> None:
    case = with_rooms(
        judgement_sets={
            "hawk": {"name": "A hawk", "signer": "author", "changes": wary(), "reason": WHY}
        }
    )

    found = judgement_sets(case)

    assert found is not None
    own, hawk = found.sets
    assert (own.set, hawk.set, hawk.signer) == ("", "hawk", "author")
    assert own.standing.nash is not None
    assert hawk.standing.nash is not None
    assert own.standing.nash.gains == {"A": 40, "B": 20}
    assert hawk.standing.nash.gains == {"A": 12, "B": 44}
    assert hawk.agreed == own.agreed == {"A": 40, "B": 20}
