"""The markup of people and programs, HTML above all: from its tree to the blocks of a chapter."""
