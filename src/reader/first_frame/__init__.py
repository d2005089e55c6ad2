"""The page shown at once at the start: kept when the app was left, painted before the app is loaded."""
