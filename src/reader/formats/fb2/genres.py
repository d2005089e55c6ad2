"""The genre codes of FictionBook 2.1 and what they stand for.

Source: the list of genres of the format's own wiki (fictionbook.org, "FictionBook 2.1 genres"), which its
schema (FictionBookGenres.xsd) enumerates.
"""

from __future__ import annotations

_TABLE = """
sf_history Alternative History
sf_action Action Science Fiction
sf_epic Epic Science Fiction
sf_heroic Heroic Science Fiction
sf_detective Detective Science Fiction
sf_cyberpunk Cyberpunk
sf_space Space Science Fiction
sf_social Social Science Fiction
sf_horror Horror & Mystic
sf_humor Humorous Science Fiction
sf_fantasy Fantasy
sf_fantasy_city Urban Fantasy
sf_postapocalyptic Post-Apocalyptic
sf_litrpg LitRPG
sf_mystic Mystic
sf_stimpank Steampunk
sf_technofantasy Technofantasy
sf_etc Science Fiction
sf Science Fiction
fairy_fantasy Mythological Fantasy
popadanec Transported to Another World
popadancy Transported to Another World
fanfiction Fan Fiction
det_classic Classic Detective
det_police Police Stories
det_action Action
det_irony Ironic Detective
det_history Historical Detective
det_espionage Espionage Detective
det_crime Crime Detective
det_political Political Detective
det_maniac Maniacs
det_hard Hard-Boiled Detective
thriller Thriller
detective Detective
prose_classic Classic Prose
prose_history Historical Prose
prose_contemporary Contemporary Prose
prose_counter Counterculture
prose_rus_classic Russian Classic Prose
prose_su_classics Soviet Classic Prose
prose_military War Prose
prose Prose
love_contemporary Contemporary Romance
love_history Historical Romance
love_detective Detective Romance
love_short Short Romance
love_erotica Erotica
love_sf Fantasy Romance
love_hard Erotica
love Romance
adv_western Western
adv_history Historical Adventure
adv_indian Indians
adv_maritime Maritime Fiction
adv_geo Travel & Geography
adv_animal Nature & Animals
adventure Adventure
child_tale Fairy Tales
child_verse Children's Verse
child_prose Children's Prose
child_sf Children's Science Fiction
child_det Children's Detective
child_adv Children's Adventure
child_education Children's Education
children Children's Literature
poetry Poetry
dramaturgy Drama
antique_ant Antique Literature
antique_european Old European Literature
antique_russian Old Russian Literature
antique_east Old Eastern Literature
antique_myths Myths, Legends & Epics
antique Antique Literature
sci_history History
sci_psychology Psychology
sci_culture Cultural Science
sci_religion Religious Studies
sci_philosophy Philosophy
sci_politics Politics
sci_business Business
sci_juris Jurisprudence
sci_linguistic Linguistics
sci_medicine Medicine
sci_phys Physics
sci_math Mathematics
sci_chem Chemistry
sci_biology Biology
sci_tech Technical Science
science Science
comp_www Internet
comp_programming Programming
comp_hard Hardware
comp_soft Software
comp_db Databases
comp_osnet Operating Systems & Networks
computers Computers
ref_encyc Encyclopedias
ref_dict Dictionaries
ref_ref Reference
ref_guide Guidebooks
reference Reference
nonf_biography Biography & Memoirs
nonf_publicism Publicism
nonf_criticism Criticism
design Art & Design
nonfiction Nonfiction
religion_rel Religion
religion_esoterics Esoterics
religion_self Self-Improvement
religion Religion
humor_anecdote Anecdotes
humor_prose Humorous Prose
humor_verse Humorous Verse
humor Humor
home_cooking Cooking
home_pets Pets
home_crafts Hobbies & Crafts
home_entertain Entertainment
home_health Health
home_garden Garden
home_diy Do It Yourself
home_sport Sports
home_sex Erotica & Sex
home Home & Family
"""
_NAMES = dict(line.split(" ", 1) for line in _TABLE.strip().splitlines())


def genre_name(code: str) -> str:
    """What a genre's code stands for ("sf_fantasy" is "Fantasy"); one that is not in the list as it is."""
    return _NAMES.get(code.strip().lower(), code.strip())
