"""The use cases, and the Protocols they need from the world. Composes nothing: the roots hand everything in."""
