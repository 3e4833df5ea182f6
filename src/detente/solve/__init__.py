"""How to optimise: exact and without diplomacy."""
