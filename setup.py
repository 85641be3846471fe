"""Puts resources/ into the wheel as vidu_desktop/resources; everything else stands in pyproject.toml.

The folder stays at the top of the repository, where people look for it. `ui/look/resources.py` finds it in both
places, so an editable install needs nothing.
"""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

RESOURCES = Path("resources")


class BuildWithResources(build_py):
    """Copies the resources after the modules."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for source, target in self._resource_files():
            self.mkpath(str(target.parent))
            self.copy_file(str(source), str(target))

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:  # noqa: FBT001, FBT002 - setuptools' own
        outputs: list[str] = super().get_outputs(include_bytecode)
        if not self.editable_mode:
            outputs += [str(target) for _, target in self._resource_files()]
        return outputs

    def _resource_files(self) -> list[tuple[Path, Path]]:
        root = Path(self.build_lib, "vidu_desktop")
        return [(path, root / path) for path in sorted(RESOURCES.rglob("*")) if path.is_file()]


setup(cmdclass={"build_py": BuildWithResources})
