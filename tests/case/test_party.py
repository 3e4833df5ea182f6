from typing import Any

import pytest
from pydantic import ValidationError

from detente.case.party import Principal, Ratifier, ThirdParty

BARE: dict[str, Any] = {"name": "Japan", "weights": {"points": {"visas": 100}}}


def test_a_principal_needs_a_name_and_weights() -> None:
    principal = Principal.model_validate(BARE)

    assert principal.weights.points["visas"].mode == 100
    assert (principal.reserve, principal.outside, principal.objectives) == (None, None, {})
    for key in BARE:
        with pytest.raises(ValidationError):
            Principal.model_validate({k: v for k, v in BARE.items() if k != key})


@pytest.mark.parametrize("kind", ["parliament", "public", "constituency", "other"])
def test_a_ratifier_is_of_a_known_kind(kind: str) -> None:
    ratifier = Ratifier.model_validate({**BARE, "principal": "JPN", "kind": kind})

    assert (ratifier.kind, ratifier.removable) == (kind, False)


@pytest.mark.parametrize("changed", [{"kind": "senate"}, {"principal": None}, {"removable": 7}])
def test_what_is_no_ratifier_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Ratifier.model_validate({**BARE, "principal": "JPN", "kind": "public", **changed})


def test_no_and_yes_say_what_they_mean() -> None:
    base = {**BARE, "principal": "JPN", "kind": "public"}

    assert not Ratifier.model_validate({**base, "removable": "no"}).removable
    assert Ratifier.model_validate({**base, "removable": "yes"}).removable


def test_a_third_party_has_no_preferences() -> None:
    assert ThirdParty.model_validate({"name": "the G7", "facts": "f"}).facts == ("f",)
    with pytest.raises(ValidationError):
        ThirdParty.model_validate({**BARE})


def test_what_a_principal_bears_on_the_way_is_left_open_unless_it_is_given() -> None:
    bare = Principal.model_validate(BARE)
    found = Principal.model_validate(
        {**BARE, "exposure": [1, 2, 3], "impatience": 5, "capacity": 2}
    )

    assert (bare.exposure, bare.impatience, bare.capacity) == (None, None, None)
    assert found.capacity == 2
    assert found.exposure is not None
    assert found.exposure.mode == 2
    for capacity in (0, 1.5, "many"):
        with pytest.raises(ValidationError):
            Principal.model_validate({**BARE, "capacity": capacity})
