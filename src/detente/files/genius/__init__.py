"""GENIUS: a domain and its utility spaces as a case, and a case as a domain and utility spaces."""
