"""The sub-commands of `web`, one a file: each adds its parser and does its work."""
