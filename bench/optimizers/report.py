"""The result as Markdown, with what was to reach and whether it was."""

from race import SETS

PATHS = ["default", "foreach", "fused"]  # of torch; other packages come after


def ratios_of(row):
    return {key[2:]: x for key, x in row.items() if key.startswith("x ")}


def verdict(row, setting):
    """What is to reach, and whether it was."""
    ratios = ratios_of(row)
    fused = ratios.pop("fused", None)  # of another formula, if ours has no kernel
    if row["kernel"] and fused is not None:
        return "≥ 0.97 fused", fused >= 0.97
    if not ratios:
        return "no rival", True
    single = row["set"] == "one tensor" and setting == "installed"
    aim = 2 if single else 1
    return f"≥ {aim} all", min(ratios.values()) >= aim


def table(result):
    """The times, set by set under each setting, then the memory."""
    about = ", ".join(f"{key} {value}" for key, value in result["machine"].items())
    lines = [f"Milliseconds a step, float32. {about}"]
    lines += ["", "x rival: how many times as long as ours it takes."]
    for setting, rows in result["settings"].items():
        for title in SETS:
            here = [row for row in rows if row["set"] == title]
            lines += ["", f"**{title}, {setting}**", "", *times(here, setting)]
    if result.get("memory"):
        lines += ["", "**memory of a step beyond weights, gradients and buffers**"]
        lines += ["", *memory(result["memory"])]
    rows = [row for rows in result["settings"].values() for row in rows]
    if absent := {package for row in rows for package in row["absent"]}:
        lines += ["", f"Not installed, so not raced: {', '.join(sorted(absent))}"]
    return "\n".join(lines)


def columns(found):
    """Rivals that occur: torch's paths first."""
    rivals = {rival for each in found for rival in each} - {"ours"}
    return [r for r in PATHS if r in rivals] + sorted(rivals - {*PATHS})


def grid(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|---" + "|---:" * (len(head) - 1) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def times(rows, setting):
    rivals = columns([ratios_of(row) for row in rows])
    head = ["optimizer", "ours", *rivals, "limit", *(f"x {r}" for r in rivals)]
    cells = []
    for row in rows:
        aim, reached = verdict(row, setting)
        ratios = ratios_of(row)
        cells.append(
            [
                row["optimizer"],
                f"{row['ours']:.2f}",
                *(f"{row[r]:.2f}" if r in row else "–" for r in rivals),
                f"{row['limit']:.2f}",
                *(f"{ratios[r]:.2f}" if r in ratios else "–" for r in rivals),
                aim,
                "yes" if reached else "no",
            ]
        )
    return grid([*head, "to reach", ""], cells)


def memory(found):
    """In sizes of all weights; * where the step put them into another place."""
    rivals = ["ours", *columns(found.values())]

    def cell(probe):
        return f"{probe['extra']:.2f}" + "*" * probe["moved"] if probe else "–"

    rows = [[name, *(cell(m.get(r)) for r in rivals)] for name, m in found.items()]
    return grid(["optimizer", *rivals], rows)
