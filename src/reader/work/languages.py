"""Languages by the names that sources give them: the archive writes each in its own words."""

from __future__ import annotations

import re
from functools import cache

from reader.work.names import fold_name

_NAMES = """
af Afrikaans
am አማርኛ; Amharic
ar العربية; Arabic
arc ܐܪܡܝܐ
ast Asturianu
az Azərbaycan dili; Azerbaijani
be беларуская; Belarusian
bg Български; Bulgarian
bn বাংলা; Bengali; Bangla
br Brezhoneg; Breton
bs Bosanski; Bosnian
ca Català; Catalan
ceb Cebuano; Bisaya
cs Čeština; Czech
cy Cymraeg; Welsh
da Dansk; Danish
de Deutsch; German
el Ελληνικά; Greek
en English; English (UK); English (US); British English; American English
eo Esperanto
es Español; Spanish; Castellano
et Eesti; Eesti keel; Estonian
eu Euskara; Basque
fa فارسی; Persian; Farsi
fi Suomi; Finnish
fil Wikang Filipino; Filipino
fr Français; French
ga Gaeilge; Irish
gd Gàidhlig; Scottish Gaelic
gl Galego; Galician
grc Ἑλληνική; Ancient Greek
he עברית; Hebrew
hi हिन्दी; Hindi
hr Hrvatski; Croatian
hu Magyar; Hungarian
hy հայերեն; Armenian
ia Interlingua
id Bahasa Indonesia; Indonesian
is Íslenska; Icelandic
it Italiano; Italian
ja 日本語; Japanese
jv Basa Jawa; Javanese
ka ქართული; Georgian
kk қазақ тілі; Kazakh
km ខ្មែរ; Khmer
ko 한국어; Korean
la Lingua latina; Latin
lb Lëtzebuergesch; Luxembourgish
lt Lietuvių; Lietuvių kalba; Lithuanian
lv Latviešu; Latviešu valoda; Latvian
mk македонски; Macedonian
ml മലയാളം; Malayalam
mn Монгол; Mongolian
mr मराठी; Marathi
ms Bahasa Malaysia; Malay
mt Malti; Maltese
my မြန်မာဘာသာ; Burmese
nb Norsk; Norsk bokmål; Norwegian; Bokmål
nl Nederlands; Dutch
nn Nynorsk; Norsk nynorsk
pa ਪੰਜਾਬੀ; Punjabi
pl Polski; Polish
pt Português europeu; Português; Portuguese
pt-BR Português brasileiro; Brazilian Portuguese
qya Quenya
ro Română; Romanian
ru Русский; Russian
sco Scots
si සිංහල; Sinhala
sjn Sindarin
sk Slovenčina; Slovak
sl Slovenščina; Slovenian
so af Soomaali; Somali
sq Shqip; Albanian
sr Српски; Srpski; Serbian
sv Svenska; Swedish
sw Kiswahili; Swahili
ta தமிழ்; Tamil
te తెలుగు; Telugu
th ไทย; Thai
tlh tlhIngan-Hol; Klingon
tok Toki Pona
tr Türkçe; Turkish
uk Українська; Ukrainian
ur اُردُو; اردو; Urdu
uz oʻzbek tili; Uzbek
vi Tiếng Việt; Vietnamese
yi יידיש; Yiddish
zh-yue 中文-广东话 粵語; 粵語; 广东话; Cantonese
zh 中文; Chinese
zh-cmn 中文-普通话 國語; 普通话; 國語; Mandarin; Mandarin Chinese
zh-wuu 中文-吴语 吳語
zh-hak 中文-客家话; 客家话
zh-nan 中文-闽南话 臺語; 閩南語
zu isiZulu; Zulu
"""


@cache
def _codes() -> dict[str, str]:
    """The tags by the names as they are written above."""
    table = {}
    for line in _NAMES.strip().splitlines():
        code, _, names = line.partition(" ")
        for name in names.split(";"):
            table[name.strip()] = code
    return table


@cache  # folding them all takes a millisecond, which going on with a work mostly does without
def _folded_codes() -> dict[str, str]:
    return {fold_name(name): code for name, code in _codes().items()}


def language_code(name: str | None) -> str | None:
    """The language tag (BCP 47) of a language as a source writes it: "English" and "en-GB" both give one.

    None for no name and for one that is not known.
    """
    if not name:
        return None
    if known := _codes().get(name) or _folded_codes().get(fold_name(name)):
        return known
    code = fold_name(name).replace("_", "-")
    return code if re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", code) else None


@cache
def _own_names() -> dict[str, str]:
    lines = [line.partition(" ") for line in _NAMES.strip().splitlines()]
    return {code: names.partition(";")[0] for code, _, names in lines}


def language_name(code: str) -> str:
    """What a language calls itself, by its tag: "Deutsch" for "de"; the tag where we know no name."""
    return _own_names().get(code, code)


def same_language(wanted: str, code: str) -> bool:
    """Whether a language tag is what is asked for: "zh" takes in "zh-cmn", "zh-cmn" not "zh"."""
    wanted, code = wanted.lower(), code.lower()
    return code == wanted or code.startswith(wanted + "-")
