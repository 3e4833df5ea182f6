"""Détente: where a relation between states stands, how far it can go, and what to do first."""

__version__ = "0.1.0"
