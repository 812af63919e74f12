"""Use cases of review: Home, how vendors stand, reminders, and the reports of a quarter."""
