"""Works that FicHub.net exported from other sites: EPUB and zipped HTML.

Source: FicHub/fichub.net, `templates/epub_introduction.html`, `templates/full_fic.html`.
"""
