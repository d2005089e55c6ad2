"""The reading screen in parts: the page, its look, its panel, and what is done on it."""
