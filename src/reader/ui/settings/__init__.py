"""The settings while the app runs: shown, changed, saved, and followed when an editor changes their file."""
