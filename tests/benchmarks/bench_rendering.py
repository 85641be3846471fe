"""The table's lines for the rehearsal's renderer. `bench_render` measures them and may also be run alone."""

from benchmarks import bench_render
from benchmarks.figures import Figure, ratio_figure

from vidu_desktop.domain.modes import Mode


def measure(*, quick: bool) -> list[Figure]:
    row = bench_render.measure(Mode.IMAGE, 1, rounds=1 if quick else 5)
    render_s, floor_s = float(str(row["render_s"])), float(str(row["floor_s"]))
    note = f"the best of each; CPU {row['floor_cpu_s']} s and {row['render_cpu_s']} s"
    ratio = ratio_figure("rendering 4 s, 1280x720", floor_s, render_s, bench_render.LIMIT_RATIO, note)
    whole = Figure(
        what="rendering 4 s, 1280x720, itself",
        floor="-",
        measured=f"{render_s:.2f} s",
        outcome=f"{render_s:.2f} s",
        reach=f"< {bench_render.LIMIT_S:g} s",
        ok=render_s < bench_render.LIMIT_S,
    )
    return [ratio, whole]
