"""Danish meeting minutes (referater) to JSON in which every fact points to where it is written."""

__version__ = "0.1.0"
