"""The disk: the one event log of a device, its key slots and the rows that can be rebuilt from it."""
