"""Use cases of notice: customers and their terms, changes, letters, sending, objections and going live."""
