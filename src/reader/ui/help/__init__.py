"""Help: which keys do what, what can be typed, and hints for the first sessions."""
