"""The road to the centre: what is to be sent, and by which transport. Holds no key that opens anything."""
