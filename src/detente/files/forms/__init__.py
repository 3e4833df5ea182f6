"""Older forms of the case file, each migrated to the next by one module."""
