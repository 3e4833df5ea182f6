"""Words, tables and figures of a result."""
