from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.epub_file import page

from reader.formats.epub.trees import document_tree, xml_tree
from reader.formats.source import UnreadableError


def text(data: bytes) -> str:
    return "".join(document_tree(data).find("body").itertext()).strip()  # type: ignore[union-attr]  # it is there


def test_names_are_plain_and_prefixes_of_attributes_what_they_mean() -> None:
    body = (
        '<h:P xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:ops="http://www.idpf.org/2007/ops" ops:type="noteref" '
        'xml:lang="fr" xmlns:x="http://www.w3.org/1999/xlink" x:href="a.jpg" xmlns:y="urn:y" y:z="1">A</h:P>'
    )
    root = document_tree(page(body).encode())
    paragraph = root.find("body/p")

    assert root.tag == "html"
    assert paragraph is not None
    assert dict(paragraph.attrib) == {
        "epub:type": "noteref",
        "xml:lang": "fr",
        "xlink:href": "a.jpg",
        "z": "1",
    }


def test_a_namespace_that_is_none_costs_nothing() -> None:
    root = xml_tree(b'<package xmlns:o="urn:}x" o:role="aut" id="1"/>')

    assert root is not None
    assert dict(root.attrib) == {"role": "aut", "id": "1"}


def test_the_same_names_come_of_what_is_no_xml() -> None:
    root = document_tree(page('<p epub:type="noteref" xml:lang="fr">A<b>B</p>').encode())
    paragraph = root.find("body/p")

    assert paragraph is not None
    assert (paragraph.get("epub:type"), paragraph.get("xml:lang")) == ("noteref", "fr")


@pytest.mark.parametrize(
    "broken", ["", "<i>unclosed", " & ", "<br>"], ids=["whole", "tag", "ampersand", "void"]
)
def test_an_empty_element_holds_nothing(broken: str) -> None:
    body = '<div><a id="x"/>One<p/><i class="a>b"/>Two <span title=\'/\'/>Three<br/></div><div>Four</div>'
    root = document_tree(page(body + broken).encode())

    assert [not list(found) and not found.text for found in root.iter("a", "i", "span")][:3] == [True] * 3
    assert root.findtext("body/div[2]") == "Four"


@pytest.mark.parametrize("broken", ["", "<b>"])
def test_entities_of_html_are_characters(broken: str) -> None:
    data = page(
        f"<p>a&nbsp;b &mdash; &eacute;&AMP;&LT;i&gt; &amp;nbsp; &nosuch; &#8230;</p>{broken}"
    ).encode()

    assert text(data) == "a\xa0b — é&<i> &nbsp; &nosuch; …"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        "<!DOCTYPE html [<!ENTITY b ']>'>]>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://example.org/>/x.dtd">',
    ],
)
def test_no_entity_is_expanded_and_none_left_in_the_tree(doctype: str) -> None:
    root = document_tree(f"{doctype}<html><body><p>x &b; y</p></body></html>".encode())

    assert all(isinstance(element.tag, str) for element in root.iter())
    found = "".join(root.itertext())
    assert "aa" not in found
    assert found.rstrip().endswith("y")


TEXT = "Zoë’s café – the “naïve” one by the quay… and it was a long way there for us." + " And so on." * 9


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "windows-1252"),
        ("iso-8859-1", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-8"),
        ("utf-8", "utf-16-le"),
        ("utf-8", "windows-1252"),
        ("punycode", "windows-1252"),
        ("hex", "windows-1252"),
        ("no-such", "windows-1252"),
    ],
)
@pytest.mark.parametrize("broken", ["", "<b>"])
def test_every_encoding_is_read_whatever_is_declared(declared: str, written: str, broken: str) -> None:
    data = page(f"<p>{TEXT}</p>{broken}").replace("utf-8", declared, 1).encode(written)

    assert text(data) == TEXT.strip()


def test_a_declared_encoding_is_believed_where_the_bytes_allow_it() -> None:
    assert text(page("<p>лодка вышла</p>").replace("utf-8", "koi8-r", 1).encode("koi8-r")) == "лодка вышла"


@pytest.mark.parametrize("broken", ["", "<b>"])
def test_neither_comments_nor_instructions_are_left(broken: str) -> None:
    data = page(f"<p>a<!-- b --><?c d?><![CDATA[<e> & f]]>g</p>{broken}").encode()

    assert text(data) == "a<e> & fg"
    assert all(isinstance(element.tag, str) for element in document_tree(data).iter())


@pytest.mark.parametrize("deep", [300, 3000, 100_000])
def test_deep_nesting_is_read_to_the_end(deep: int) -> None:
    assert text(page(f"{'<div>' * deep}x{'</div>' * deep}<p>end</p>").encode()).endswith("end")


def test_a_file_that_is_a_picture_is_refused() -> None:
    with pytest.raises(UnreadableError):
        document_tree(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(UnreadableError):
        document_tree(b"  \n")
    assert xml_tree(b"\x89PNG\r\n\x1a\n") is None
    assert xml_tree(b"") is None


@example(["<", "text", "{", "<p>"])
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<a/>", "<b ", "x='<'", '"', "&", ";", "&nbsp;", "<![CDATA[", "]]>", "<!--",
             "-->", "<", ">", "/", "<x:y z:w='1'>", "<x:1>", " x:='1'", "text", "\0", "é", "<!DOCTYPE a [",
             "]", "<?", "?>", "{", "}", ":"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_whatever_the_text_is_the_tree_is_of_plain_elements(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    for read in (document_tree, xml_tree):
        try:
            root = read(data)
        except UnreadableError:
            continue
        for element in () if root is None else root.iter():
            assert isinstance(element.tag, str)
            assert element.tag == element.tag.lower()
            assert "{" not in "".join((element.tag, *element.attrib))


def test_a_byte_order_mark_is_no_text() -> None:
    assert text(codecs.BOM_UTF8 + b"<html><body>a</body></html>") == "a"


def test_unclosed_quotes_cost_no_more_than_their_length() -> None:
    for piece in ("<a b='", '<a "', "<!DOCTYPE '", "<![CDATA[", "&a", "<a/"):
        document_tree(("<p>x</p><b>" + piece * 40_000).encode())
