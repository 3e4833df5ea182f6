from detente.report.html_annex import Annex
from tests.report.full_case import full
from tests.report.reading import small


def test_every_number_of_the_outlook_stands_once() -> None:
    case, result = full()
    shown = [n.key for r in Annex(case, result).rooms() for e in r.entries for _, n in e.numbers]

    base = ("principals.", "ratifiers.", "issues.", "linkages.", "commitments.")
    assert sorted(shown) == sorted(n.key for n in result.numbers if not n.key.startswith(base))


def test_elements_say_what_they_are() -> None:
    case, result = full()
    found = {e.ident: e for room in Annex(case, result).rooms() for e in room.entries}

    assert found["state-market.calm"].kind == "state, as it stands now"
    assert "Holds: credit" in found["state-bank.lenient"].notes
    assert "The loan's terms: taken away" in found["state-bank.lenient"].notes
    assert found["place-shocks.market"].kind == "shock · by 11 May 2018"
    assert found["place-dated.new_owner"].kind == "from 1 January 2018"
    assert found["place-calendar.fair"].notes == ("Bars: early delivery",)
    assert found["place-steps.build"].notes == (
        "Carries out: at the buyer's works",
        "After: paying",
    )
    assert found["place-wishes.goods_first"].notes[-1].startswith("First early delivery, then")
    assert found["place-judgement_sets.second_view"].signer == "second"


def test_a_case_without_an_outlook_has_no_rooms() -> None:
    assert list(Annex(*small()).rooms()) == []


def test_transitions_say_from_where_to_where_and_when() -> None:
    case, result = full()
    found = {e.ident: e for room in Annex(case, result).rooms() for e in room.entries}

    deals = found["transition-market.fair_deals"]
    assert deals.name == "The steel market: from “steel runs short” to “it stays calm”"
    assert (deals.kind, deals.notes) == ("transition", ("At: the spring fair",))
    assert [label for label, _ in deals.numbers] == ["Once the event is over"]
    strikes = found["transition-market.strikes"]
    assert [label for label, _ in strikes.numbers] == ["Within any one month"]
