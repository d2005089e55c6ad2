"""Kindle files (MOBI, AZW, AZW3), read by our own code: nothing is unpacked to disk, no library is needed."""
