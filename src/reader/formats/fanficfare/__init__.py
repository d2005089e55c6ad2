"""What FanFicFare writes (FanFictionDownLoader before 2015): EPUB, HTML and text of one story.

Source: JimmXinu/FanFicFare, `fanficfare/writers/`, `defaults.ini`, and their history.
"""
