"""Charts drawn by hand; each can be walked by keyboard, read aloud and shown as a table."""
