"""Reader: works of fiction in a terminal, page by page, with typed tags and a place that is never lost."""

__version__ = "0.1.0"
