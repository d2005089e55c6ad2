"""Files and folders to be added: chosen, typed, taken in, and what came of each."""
