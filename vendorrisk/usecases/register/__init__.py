"""Use cases of the register: vendors with their engagements and places, lists read in and published."""
