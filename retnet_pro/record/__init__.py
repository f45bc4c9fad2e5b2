"""What was said, for good: events, their chain and signatures, sealed payloads. Knows no disk and no screen."""
