"""Files that may be works: found in folders and archives, told from others, read within limits."""
