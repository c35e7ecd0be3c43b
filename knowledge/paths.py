"""Where this installation keeps what users load or make (sources, database, uploads)."""

import os
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """Folder for everything that is not code.

    `THUISPLEK_DATA` when set; else `var/` of the checkout this package runs from; else the
    user's own data folder. The folder itself is made by whoever writes in it.
    """
    if named := os.environ.get("THUISPLEK_DATA"):
        return Path(named)
    checkout = Path(__file__).resolve().parent.parent
    if (checkout / "pyproject.toml").exists():
        return checkout / "var"
    return Path(platformdirs.user_data_dir("thuisplek"))
