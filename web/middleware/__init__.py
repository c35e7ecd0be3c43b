"""One concern a file; `web.app` puts them in order."""
