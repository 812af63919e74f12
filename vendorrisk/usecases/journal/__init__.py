"""Use cases of the journal: what happened, taken back, proved, known on a date, and erasing a person."""
