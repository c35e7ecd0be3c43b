"""WordprocessingML made plain: wrappers opened, deletions gone, alternatives reduced to one."""

from typing import TYPE_CHECKING

from knowledge.documents.openxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

_WRAPPERS = ("sdtContent", "smartTag", "ins", "moveTo", "fldSimple", "hyperlink", "customXml", "dir", "bdo")
_OPEN = {f"{W}{tag}" for tag in _WRAPPERS}
_DROP = {f"{W}{tag}" for tag in ("del", "moveFrom", "sdtPr", "sdtEndPr", "delText", "delInstrText")}
_TRACKED = {f"{W}{tag}" for tag in ("ins", "del", "moveTo", "moveFrom")}


def normalise(root: "Element") -> int:
    """Normalise in place; returns how many tracked changes there were."""
    tracked = sum(1 for element in root.iter(*_TRACKED))
    for control in list(root.iter(f"{W}sdt")):
        _show_check_box(control)
    for alternative in list(root.iter(f"{MC}AlternateContent")):
        _keep_one(alternative)
    for element in list(root.iter(*_DROP)):
        _remove(element)
    for element in list(root.iter(*_OPEN, f"{W}sdt", f"{MC}AlternateContent")):
        _unwrap(element)
    return tracked


def _show_check_box(control: "Element") -> None:
    """A check box made as content control may show any sign; its state decides what we read."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    content = control.find(f"{W}sdtContent")
    if box is None or content is None:
        return
    state = box.find(f"{W14}checked")
    checked = state is not None and (state.get(f"{W14}val") or "1") in {"1", "true", "on"}
    texts = list(content.iter(f"{W}t", f"{W}sym"))
    if not texts:
        return
    sign = texts[0]
    sign.tag, sign.text = f"{W}t", "☒" if checked else "☐"
    for other in texts[1:]:
        _remove(other)


def _keep_one(alternative: "Element") -> None:
    """The choice (newer form) with text, else the fallback: never both."""
    branches = list(alternative.iterchildren(f"{MC}Choice", f"{MC}Fallback"))
    with_text = [b for b in branches if any((t.text or "").strip() for t in b.iter(f"{W}t"))]
    keep = (with_text or branches)[:1]
    for branch in branches:
        if branch in keep:
            _unwrap(branch)
        else:
            _remove(branch)


def _remove(element: "Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: "Element") -> None:
    """Put the children in the place of their wrapper."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at + 1, child)
    parent.remove(element)
