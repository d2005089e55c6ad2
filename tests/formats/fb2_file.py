"""FB2 files made of values, complete as an editor writes them. The texts are invented."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 60
"""What stands for a picture."""

ABOUT = """<title-info><genre>sf_fantasy</genre><genre match="60">lighthouse_lore</genre>
<author><first-name>Мира</first-name><middle-name>Олеговна</middle-name><last-name>Солева</last-name></author>
<author><nickname>marrowlight</nickname></author><book-title>Соляная дорога</book-title>
<annotation><p>Ана клялась не возвращаться.</p><p>Но пришла лодка.</p></annotation>
<keywords>море, маяк; письма</keywords><date value="2019-03-04">март 2019</date>
<coverpage><image l:href="#cover.png"/></coverpage><lang>ru</lang><src-lang>en</src-lang>
<translator><first-name>Тео</first-name><last-name>Якорев</last-name></translator>
<sequence name="Берег" number="2"><sequence name="Зимний круг" number="1.5"/></sequence></title-info>
<src-title-info><genre>sf</genre><author><nickname>other</nickname></author>
<book-title>The Salt Road</book-title>
<lang>en</lang></src-title-info>"""

DOCUMENT = """<document-info><author><nickname>editor</nickname></author>
<program-used>FictionBook Editor Release 2.6</program-used><date value="2020-01-01">2020</date>
<id>5C1A-SALT</id><version>1.1</version></document-info>"""

MAIN = """<body><title><p>Мира Олеговна Солева</p><p>Соляная дорога</p></title>
<epigraph><p>Соль помнит воду.</p><text-author>Пословица</text-author></epigraph>
<section id="part1"><title><p>Часть первая</p><p>Берег</p></title>
<section id="c1"><title><p>Глава 1</p></title>
<p>Лодка вышла <emphasis>до рассвета</emphasis><a l:href="#n1" type="note">[1]</a>
и <strong>молчала</strong>.{filler}</p>
<p>Ана считала вёсла.</p><empty-line/><p>К полудню ветер стих.</p>
<p>Она ждала.</p><subtitle>* * *</subtitle>
<p>Ночью пришёл туман, и огонь <strikethrough>погас</strikethrough> x<sup>2</sup>.</p></section>
<section><title><p>Глава 2</p></title><annotation><p>Письма с маяка.</p></annotation>
<poem><title><p>Песня</p></title><stanza><v>Первая строка этой песни длиннее, чем строки моряков бывают</v>
<v>и вторая</v></stanza><stanza><v>третья</v></stanza><text-author>Тео</text-author></poem>
<cite><p>Возвращайся скорее.</p><text-author>Инес</text-author></cite>
<table><tr><th>День</th><th>Ветер</th></tr><tr><td>1</td><td>норд</td></tr></table>
<image l:href="#map.png" alt="Карта"/><p>Конец письма.{filler}</p></section></section>
<section><title><p>Эпилог</p></title><p>Дом стоял у воды.</p></section>
<section><p>И соль сохла на камнях.</p></section></body>"""

NOTES = """<body name="notes"><title><p>Примечания</p></title>
<section id="n1"><title><p>1</p></title><p>По местному времени.</p></section></body>"""

FILLER = " Вода была тёмной и тихой." * 80


@dataclass(frozen=True, slots=True)
class Fb2:
    """An FB2 file; its parts are XML."""

    about: str = ABOUT
    document: str = DOCUMENT
    publish: str = ""
    bodies: str = MAIN.replace("{filler}", FILLER) + NOTES
    pictures: tuple[tuple[str, bytes], ...] = (("cover.png", PNG), ("map.png", PNG[::-1]))
    namespaces: str = (
        'xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"'
    )
    doctype: str = ""

    def text(self, encoding: str = "utf-8") -> str:
        """The file before it is encoded."""
        binaries = "".join(
            f'<binary id="{name}" content-type="image/png">{b64encode(data).decode()}</binary>\n'
            for name, data in self.pictures
        )
        return (
            f'<?xml version="1.0" encoding="{encoding}"?>\n{self.doctype}<FictionBook {self.namespaces}>'
            f'<stylesheet type="text/css">p{{}}</stylesheet>'
            f"<description>{self.about}{self.document}{self.publish}"
            f"</description>{self.bodies}{binaries}</FictionBook>"
        )


def fb2(file: Fb2 | None = None, encoding: str = "utf-8") -> bytes:
    """The bytes of a file, a whole one with everything in it unless another is given."""
    return (file or Fb2()).text(encoding).encode(encoding)
