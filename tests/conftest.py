"""What all tests share: randomness that is the same in every run."""

import os

from hypothesis import settings

# Derandomised: a run depends on the code alone. "ci" looks longer, "dev" is for every change.
settings.register_profile("dev", derandomize=True, deadline=None, database=None)
settings.register_profile("ci", derandomize=True, deadline=None, database=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
