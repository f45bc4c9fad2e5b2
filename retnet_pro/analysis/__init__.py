"""The statistics of the trial: pure functions over frozen facts that give numbers ready to be laid out."""
