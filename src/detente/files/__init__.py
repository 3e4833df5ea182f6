"""Every door by which a case comes in: YAML, its chronology, and the names of built-in cases."""
