"""What is at stake: parties, issues, preferences, constraints, and the case that holds them."""

from detente.case.case import FORM, Case, Chronology, Fact, Package, Signer
from detente.case.constraint import Commitment, Constraint, Linkage
from detente.case.issue import CODE_LIMIT, Code, Issue, Option
from detente.case.party import Objective, Party, Principal, Ratifier, ThirdParty, Weights

__all__ = [
    "CODE_LIMIT",
    "FORM",
    "Case",
    "Chronology",
    "Code",
    "Commitment",
    "Constraint",
    "Fact",
    "Issue",
    "Linkage",
    "Objective",
    "Option",
    "Package",
    "Party",
    "Principal",
    "Ratifier",
    "Signer",
    "ThirdParty",
    "Weights",
]
