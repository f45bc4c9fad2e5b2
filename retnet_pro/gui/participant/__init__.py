"""The participant's screen: one question at a time, nothing decided by the program, nothing shown of the past."""
