"""Benchmarks: each module prints a table; nothing here is run by the tests."""
