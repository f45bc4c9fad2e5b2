"""What the answers mean: named methods, scores that explain themselves, one implementation for tablet and centre."""
