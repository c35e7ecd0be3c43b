"""What DOCX and XLSX share: the guarded package, related parts, safe XML, Strict made Transitional."""

import io
import posixpath
import re
import zipfile
from pathlib import Path
from typing import Self

from lxml import etree

from knowledge.documents.archive import open_zip, read_entry
from knowledge.documents.errors import LeesFout

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# Strict-OOXML has the same elements under other names; these are all that our readers meet.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)  # fmt: skip

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_DC_TERMS = "{http://purl.org/dc/terms/}"


class Package:
    """An opened office file. Parts are named as in the zip, without a leading slash."""

    def __init__(self, path: Path, name: str) -> None:
        """Raises LeesFout when the zip is damaged or fails the guard."""
        self.name = name
        self._zip = open_zip(path, name)
        self._entries = {entry.filename.lstrip("/"): entry for entry in self._zip.infolist()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        return part in self._entries

    def parts(self) -> list[str]:
        return list(self._entries)

    def data(self, part: str) -> bytes:
        """The bytes of a part, XML parts with Strict names replaced."""
        content = read_entry(self._zip, self._entries[part], self.name)
        if part.endswith((".xml", ".rels")) and b"purl.oclc.org" in content:
            for strict, transitional in _STRICT:
                content = content.replace(strict, transitional)
        return content

    def xml(self, part: str) -> "etree._Element":
        """The root of an XML part. Raises LeesFout for a DOCTYPE (entities can be a bomb) or broken XML."""
        content = self.data(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as fout:
            raise LeesFout(
                "beschadigd", f"{self.name}: dit bestand is beschadigd. Lever het opnieuw aan."
            ) from fout
        if root.getroottree().docinfo.internalDTD is not None:
            raise LeesFout(
                "beschadigd",
                f"{self.name}: dit bestand is afwijkend gemaakt (DOCTYPE). We hebben het niet gelezen.",
            )
        return root

    def refuse_doctypes(self) -> None:
        """For a reader that parses the parts itself. Raises LeesFout."""
        for part in self._entries:
            if part.endswith((".xml", ".rels")) and re.search(rb"<!\s*(DOCTYPE|ENTITY)", self.data(part)):
                raise LeesFout(
                    "beschadigd",
                    f"{self.name}: dit bestand is afwijkend gemaakt (DOCTYPE). We hebben het niet gelezen.",
                )

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationships of a part ("" is the package): id -> (last word of the type, part name)."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self._entries:
            return {}
        found = {}
        for rel in self.xml(rels):
            if rel.get("TargetMode") == "External" or not rel.get("Target"):
                continue
            target = str(rel.get("Target"))
            target = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[str(rel.get("Id"))] = (str(rel.get("Type")).rsplit("/", 1)[-1], target)
        return found

    def main_part(self) -> str | None:
        """The part that holds the document or workbook."""
        for kind, target in self.related("").values():
            if kind == "officeDocument" and target in self._entries:
                return target
        return next((p for p in ("word/document.xml", "xl/workbook.xml") if p in self._entries), None)

    def properties(self) -> dict[str, str]:
        """Title, maker and dates from docProps; only those that are filled."""
        if "docProps/core.xml" not in self._entries:
            return {}
        root = self.xml("docProps/core.xml")
        named = {
            "titel": f"{_DUBLIN_CORE}title",
            "auteur": f"{_DUBLIN_CORE}creator",
            "onderwerp": f"{_DUBLIN_CORE}subject",
            "taal": f"{_DUBLIN_CORE}language",
            "gemaakt": f"{_DC_TERMS}created",
            "gewijzigd": f"{_DC_TERMS}modified",
        }
        found = {key: (root.findtext(tag) or "").strip() for key, tag in named.items()}
        return {key: value for key, value in found.items() if value}

    def transitional_copy(self) -> io.BytesIO:
        """The whole package, Strict names replaced, for a library that reads only Transitional."""
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
            for part in self._entries:
                target.writestr(part, self.data(part))
        copy.seek(0)
        return copy

    def is_strict(self) -> bool:
        main = self.main_part()
        return main is not None and b"purl.oclc.org/ooxml" in read_entry(
            self._zip, self._entries[main], self.name
        )


def kind_of_package(path: Path, name: str) -> str | None:
    """ "docx" or "xlsx" by what the zip holds, whatever its name; None for another zip."""
    with Package(path, name) as package:
        main = package.main_part()
        if main is None:
            return None
        tag = etree.QName(package.xml(main))
        return {"document": "docx", "workbook": "xlsx"}.get(tag.localname)
