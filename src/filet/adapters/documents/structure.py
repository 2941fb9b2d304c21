"""The file that is given out: structure, language, and nothing about who made it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, String

from filet.adapters.documents.tags import Element, Mark, marks

_NOTHING_DRAWN = re.compile(rb"(<[0-9A-Fa-f]+>\s*)<0000>")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def finished(drawn: bytes, document: Element, title: str) -> tuple[bytes, int]:
    """Return the file with its structure and a neutral title, and how many pages it has.

    The same drawing gives the same bytes.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        pages = [page.obj for page in pdf.pages]
        _structure(pdf, pages, document)
        _describe(pdf, title)
        _name_what_is_missing(pdf)
        out = BytesIO()
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )
    return out.getvalue(), len(pages)


def _structure(pdf: Pdf, pages: Sequence[Object], document: Element) -> None:
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    holders: dict[int, Object] = {}
    root.K = Array([_node(pdf, pages, document, root, holders)])
    root.ParentTree = pdf.make_indirect(_parents(pdf, pages, document, holders))
    root.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _node(
    pdf: Pdf, pages: Sequence[Object], element: Element, parent: Object, holders: dict[int, Object]
) -> Object:
    """Return an element as PDF has it; ``holders`` learns which object it became."""
    node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
    holders[id(element)] = node
    if element.attributes:
        owner, key, value = element.attributes
        node.A = Dictionary({"/O": Name(f"/{owner}"), f"/{key}": Name(f"/{value}")})
    if element.stands_for:
        node.ActualText = String(element.stands_for)
    node.K = Array(
        [
            Dictionary(Type=Name.MCR, Pg=pages[kid.page], MCID=kid.number)
            if isinstance(kid, Mark)
            else _node(pdf, pages, kid, node, holders)
            for kid in element.kids
            if not _is_left_out(kid)
        ]
    )
    return node


def _is_left_out(kid: Element | Mark) -> bool:
    """Tell whether a paragraph holds nothing: what it would have said was not drawn."""
    return isinstance(kid, Element) and kid.tag == "P" and not kid.kids


def _parents(
    pdf: Pdf, pages: Sequence[Object], document: Element, holders: dict[int, Object]
) -> Dictionary:
    """Return, for each page, which element holds each of its marks."""
    held: list[dict[int, Object]] = [{} for _ in pages]
    for mark, element in marks(document):
        held[mark.page][mark.number] = holders[id(element)]
    nums = Array()
    for number, (page, on_page) in enumerate(zip(pages, held, strict=True)):
        page.StructParents, page.Tabs = number, Name.S
        nums.append(number)
        nums.append(pdf.make_indirect(Array([on_page[each] for each in sorted(on_page)])))
    return Dictionary(Nums=nums)


def _describe(pdf: Pdf, title: str) -> None:
    """Say the title, and nothing else: no program, no person, no date."""
    packet = Stream(pdf, _XMP.format(title=escape(title)).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title)))


def _name_what_is_missing(pdf: Pdf) -> None:
    """Let a character that could not be drawn be read as one that is missing."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
            told = thing.ToUnicode.read_bytes()
            thing.ToUnicode.write(_NOTHING_DRAWN.sub(rb"\1<FFFD>", told))
