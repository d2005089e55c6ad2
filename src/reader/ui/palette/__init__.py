"""The palette: commands, works, shelves and themes by name."""
