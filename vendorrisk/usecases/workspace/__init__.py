"""Use cases of the workspace: made, opened, looked after, and its settings."""
