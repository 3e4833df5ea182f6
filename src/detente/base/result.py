"""How a result came about: carried by every answer."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from detente import __version__


class Result(BaseModel):
    """Base of all results: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Provenance(Result):
    """How a result came about.

    Attributes
    ----------
    method
        Name of the method, one page each in the reference.
    parameters
        What the method was given besides the case.
    proved
        Whether the answer is proved exact; only a proved package is called efficient.
    seed
        Seed of the random numbers, or ``None`` when none were drawn.
    input_hash
        SHA-256 of the files read.
    version
        Version of the program.
    """

    method: str
    parameters: dict[str, str] = {}
    proved: bool = True
    seed: int | None = None
    input_hash: str = ""
    version: str = __version__
