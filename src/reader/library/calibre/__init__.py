"""Calibre libraries, read for what they know of works: records, the columns people add, packages."""
