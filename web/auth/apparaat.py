"""What a browser says it is, in a few words, so that people know their own log-ins."""

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMEN = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def apparaat(user_agent: str) -> str:
    """ "Firefox op Windows"; "Onbekend" when it says nothing we know."""
    browser = next((naam for teken, naam in _BROWSERS if teken in user_agent), "")
    systeem = next((naam for teken, naam in _SYSTEMEN if teken in user_agent), "")
    return " op ".join(deel for deel in (browser, systeem) if deel) or "Onbekend"
