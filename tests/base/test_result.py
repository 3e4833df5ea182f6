import pytest
from pydantic import ValidationError

from detente import __version__
from detente.base.result import Provenance


def test_a_provenance_says_the_version_and_is_closed() -> None:
    made = Provenance(method="merge")

    assert (made.version, made.proved, made.seed) == (__version__, True, None)
    assert Provenance.model_validate_json(made.model_dump_json()) == made
    with pytest.raises(ValidationError):
        Provenance.model_validate({"method": "merge", "other": 1})
    with pytest.raises(ValidationError):
        made.method = "other"
