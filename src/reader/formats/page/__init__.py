"""Pages of the web that are no download of an archive: their facts, the part that is story, their opening."""
