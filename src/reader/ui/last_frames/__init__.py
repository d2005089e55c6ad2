"""What the screens showed when the app was left, as the next starts are to show it first."""
