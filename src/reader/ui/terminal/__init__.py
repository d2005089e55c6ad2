"""The terminal at hand: what it can show, how it is taken over, and what it may interrupt."""
