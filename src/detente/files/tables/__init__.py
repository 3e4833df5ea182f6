"""A case as tables: which sheets there are, and how their rows are read and written."""
