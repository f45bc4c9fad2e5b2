"""The road to the centre: transports. Holds no key that opens anything."""
