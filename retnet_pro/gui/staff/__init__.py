"""The staff's glass: log in, see who is due, hand over the tablet, read scores, know that everything is safe."""
