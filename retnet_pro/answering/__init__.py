"""What is being answered: pure rules from one action to the next state. No clock, no disk, no screen."""
