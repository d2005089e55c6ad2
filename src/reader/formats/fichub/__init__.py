"""Works that FicHub.net exported from other sites: EPUB and zipped HTML."""
