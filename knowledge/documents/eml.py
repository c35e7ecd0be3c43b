"""E-mail (.eml): who wrote what to whom, and the names of the files that came with it."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html import unescape
from pathlib import Path

from knowledge.documents.joining import join_lines
from knowledge.documents.model import Blok, Document, Leesprobleem
from knowledge.documents.read import problem_document

_KOPPEN = {"From": "Van", "To": "Aan", "Date": "Datum", "Subject": "Onderwerp"}


def read_eml(path: Path, name: str) -> Document:
    """Read a message; `formaat` is "eml". Its attachments are named in a problem, not read."""
    with path.open("rb") as stream:
        message = BytesParser(policy=policy.default).parse(stream)
    heads = [Blok(f"{dutch}: {message[key]}") for key, dutch in _KOPPEN.items() if message[key]]
    if not heads:
        return problem_document(name, "beschadigd", f"{name}: dit is geen leesbaar e-mailbericht.")
    paragraphs = [join_lines(part.split("\n")) for part in re.split(r"\n\s*\n", _body(message))]
    problems = []
    if attached := [part.get_filename() or "zonder naam" for part in message.iter_attachments()]:
        names = ", ".join(attached)
        uitleg = f"{name}: bij deze e-mail zitten bijlagen ({names}). Die hebben we niet gelezen."
        problems.append(Leesprobleem("bijlage", uitleg))
    blocks = (*heads, *(Blok(text) for text in paragraphs if text))
    return Document(name, "eml", blocks, problemen=tuple(problems))


def _body(message: EmailMessage) -> str:
    """The plain text, else the text of the HTML."""
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    text = str(part.get_content()).replace("\r\n", "\n")
    if part.get_content_subtype() != "html":
        return text
    text = re.sub(r"(?is)<(script|style|head)\b.*?</\1>", " ", text)
    text = re.sub(r"(?i)<(?:/p|br|/div|/li|/tr|/h\d)[^>]*>", "\n\n", re.sub(r"\s+", " ", text))
    return unescape(re.sub(r"<[^>]+>", " ", text))
