"""Registered benchmarks, swept by size and set beside peers. Not part of the distribution."""
