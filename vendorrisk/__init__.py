"""vendorrisk: the register, assessment and announcement of sub-processors."""

__version__ = "0.1.0"
