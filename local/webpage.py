"""The page's packages and its build, each done again only when what it is made from has changed."""

from pathlib import Path

from local import toolchain

WEB = toolchain.ROOT / "web"
DIST = WEB / "dist"
SOURCES = ("src", "public", "index.html", "package-lock.json", "vite.config.ts", "tsconfig.json")


def install() -> None:
    """`npm ci`, when the lock file changed. Errors: ToolMissing."""
    modules = WEB / "node_modules"
    lock = WEB / "package-lock.json"
    if not toolchain.is_stamped(modules, lock):
        toolchain.say("fetching the page's packages (npm)")
        toolchain.run_npm("ci", "--engine-strict=false", cwd=WEB)
        toolchain.stamp(modules, lock)


def build() -> Path:
    """The folder with the built page. Errors: ToolMissing with the build's last words."""
    sources = [WEB / name for name in SOURCES if (WEB / name).exists()]
    if not toolchain.is_stamped(DIST, *sources):
        install()
        toolchain.say("building the page")
        toolchain.run_npm("run", "build", cwd=WEB)
        toolchain.stamp(DIST, *sources)
    return DIST
