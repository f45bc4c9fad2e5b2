"""A trial that never was: synthetic participants, dates and answers, the same for the same seed. Holds no real data."""
